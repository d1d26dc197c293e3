package org.grainflux.study.regression;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.grainflux.core.InvalidInputException;

/** The only way in which a golden changes: with a reason, its checksums and a line in the changelog. */
public final class Acceptance {
    private static final int SHORTEST_REASON = 8;
    private static final String CHANGED = "Results changed";
    private static final String ADDED = "Added";

    private final Changelog changelog;
    private final String reason;

    /**
     * Checked before anything is computed.
     *
     * @param references folder of the references, inside the repository they belong to
     * @param reason why results changed; null when none was given
     * @throws InvalidInputException without a reason or a changelog
     */
    public Acceptance(Path references, String reason) {
        String words = reason == null ? "" : reason.strip().replaceAll("\\s+", " ");
        if (words.length() < SHORTEST_REASON || !words.chars().allMatch(c -> c >= ' ')) {
            throw new InvalidInputException("--accept needs --reason \"...\": why the results changed, in "
                    + SHORTEST_REASON + " letters or more"
                    + (reason == null ? "" : ", got \"" + words + "\"") + "; it becomes a line of the changelog");
        }
        this.reason = words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
        this.changelog = Changelog.beside(references);
    }

    /**
     * Writes goldens and checksums of what differs, is new, or has other files, and tells it in the changelog. What agrees stays
     * as it is, to the bit.
     *
     * @return names of the references that were accepted
     * @throws InvalidInputException when one was not computed or is off a value that is known: then nothing is written
     */
    public List<String> accept(List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            requireAcceptable(outcome);
        }
        List<Outcome> fresh = new ArrayList<>();
        List<Outcome> changed = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            Reference reference = outcome.reference();
            if (reference.golden().isEmpty()) {
                fresh.add(outcome);
            } else if (!outcome.agrees() || !reference.unaccepted().isEmpty()) {
                changed.add(outcome);
            }
        }
        fresh.forEach(Acceptance::write);
        changed.forEach(Acceptance::write);
        if (!fresh.isEmpty()) {
            changelog.add(ADDED, "Reference structures (" + names(fresh) + "): " + reason + ".");
        }
        if (!changed.isEmpty()) {
            changelog.add(CHANGED, "References (" + names(changed) + "): " + reason + ". " + largest(changed) + ".");
        }
        List<String> accepted = new ArrayList<>();
        fresh.forEach(outcome -> accepted.add(outcome.reference().name()));
        changed.forEach(outcome -> accepted.add(outcome.reference().name()));
        return accepted;
    }

    private static void requireAcceptable(Outcome outcome) {
        String name = outcome.reference().name();
        if (!outcome.failure().isEmpty()) {
            throw new InvalidInputException(
                    "reference " + name + " was not computed, so nothing is accepted: " + outcome.failure());
        }
        outcome.findings().stream()
                .filter(finding -> finding.against() == Finding.Against.KNOWN && !finding.agrees())
                .findFirst()
                .ifPresent(finding -> {
                    throw new InvalidInputException("reference " + name + ": " + finding.quantity() + ", "
                            + finding.where() + ", is " + finding.is() + " but known to be " + finding.was() + " ("
                            + finding.reason() + "), so nothing is accepted; mend the program, or exact_values");
                });
    }

    private static void write(Outcome outcome) {
        Path folder = outcome.reference().folder();
        Golden.write(folder.resolve(Reference.GOLDEN), outcome.values());
        List<String> files = new ArrayList<>(outcome.reference().inputs());
        files.add(Reference.GOLDEN);
        Checksums.write(folder, files);
    }

    private static String names(List<Outcome> outcomes) {
        return outcomes.stream().map(outcome -> outcome.reference().name()).collect(Collectors.joining(", "));
    }

    private static String largest(List<Outcome> changed) {
        Outcome worst = changed.get(0);
        for (Outcome outcome : changed) {
            if (excess(outcome) > excess(worst)) {
                worst = outcome;
            }
        }
        if (excess(worst) <= 1) {
            return "No value moves beyond its tolerance";
        }
        Finding finding = worst.worst().orElseThrow();
        return "Furthest beyond its tolerance: " + finding.quantity() + " of "
                + worst.reference().name() + " (" + finding.where() + ") from " + finding.was() + " to " + finding.is();
    }

    private static double excess(Outcome outcome) {
        return outcome.worst().map(Finding::excess).orElse(0.0);
    }
}
