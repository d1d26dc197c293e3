package org.grainflux.study.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grainflux.core.InfrastructureException;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.RealizationKey;
import org.grainflux.study.results.RecordTable;
import org.grainflux.study.results.RunTables;

/**
 * The books of a run, checked before anything is computed from its rows: every expected realization is completed, failed
 * or missing, once; its marker, its row in the ledger and its results say the same. What is missing is named.
 *
 * <p>Missing are realizations that no command has computed yet and those that were aborted: {@code --resume} computes
 * both. Whether a completed one is censored depends on the hypothesis and is counted by the summary.
 */
public final class Reconciliation {
    /** Contradictions that an error names; one cause mostly makes many. */
    private static final int NAMED_CONTRADICTIONS = 5;

    /** Ranges of missing structures that one line of a message names; status and summary name all. */
    private static final int NAMED_RANGES = 10;

    private final RunReader run;
    private final FinishedWork finished;
    private final Map<String, BitSet> completed;
    private final Map<String, BitSet> failed;
    private final List<String> contradictions = new ArrayList<>();
    private long contradictionCount;

    private Reconciliation(RunReader run) {
        this.run = run;
        this.finished = run.finished();
        this.completed = empty(run.designs());
        this.failed = empty(run.designs());
    }

    /**
     * Reads the ledger and the keys of the results.
     *
     * @throws InfrastructureException when they contradict each other, with the realizations and the cure
     */
    public static Reconciliation of(RunReader run) {
        Reconciliation books = ofLedger(run);
        books.compareWithResults(RunTables.CELLS, false);
        books.compareWithResults(RunTables.STRENGTHS, true);
        books.requireBalance();
        return books;
    }

    /**
     * The books of a command with tables of its own.
     *
     * @param results table in which every completed realization has rows
     */
    public static Reconciliation of(RunReader run, RecordTable<?> results) {
        Reconciliation books = ofLedger(run);
        books.compareWithResults(results, false);
        books.requireBalance();
        return books;
    }

    private static Reconciliation ofLedger(RunReader run) {
        Reconciliation books = new Reconciliation(run);
        books.readLedger();
        books.compareWithMarkers();
        return books;
    }

    private static Map<String, BitSet> empty(List<String> designs) {
        Map<String, BitSet> sets = new LinkedHashMap<>();
        designs.forEach(design -> sets.put(design, new BitSet()));
        return sets;
    }

    private void readLedger() {
        Map<String, BitSet> seen = empty(run.designs());
        try (Stream<LedgerRow> rows = run.rows(RunTables.LEDGER)) {
            rows.forEach(row -> {
                int structure = row.structureIndex();
                if (seen.get(row.design()).get(structure)) {
                    contradict(structure, row.design(), "stands in the ledger twice");
                }
                seen.get(row.design()).set(structure);
                switch (row.state()) {
                    case LedgerRow.COMPLETED -> completed.get(row.design()).set(structure);
                    case LedgerRow.FAILED -> failed.get(row.design()).set(structure);
                    default -> {}
                }
            });
        }
    }

    private void compareWithMarkers() {
        for (String design : run.designs()) {
            BitSet differing = finished.completed(design);
            differing.xor(completed.get(design));
            BitSet failedOtherwise = finished.failed(design);
            failedOtherwise.xor(failed.get(design));
            differing.or(failedOtherwise);
            differing.stream()
                    .forEach(structure -> contradict(
                            structure,
                            design,
                            "is "
                                    + state(finished.completed(design), finished.failed(design), structure)
                                    + " by its marker and "
                                    + state(completed.get(design), failed.get(design), structure)
                                    + " in the ledger"));
        }
    }

    private static String state(BitSet completed, BitSet failed, int structure) {
        return completed.get(structure) ? LedgerRow.COMPLETED : failed.get(structure) ? LedgerRow.FAILED : "missing";
    }

    /** @param optional whether the whole table may be empty: without a fracture criterion no strength is computed */
    private void compareWithResults(RecordTable<?> table, boolean optional) {
        Map<String, BitSet> present = empty(run.designs());
        RecordTable<RealizationKey> keys = RecordTable.of(table.name(), RealizationKey.class);
        try (Stream<RealizationKey> rows = run.rows(keys)) {
            rows.forEach(row -> present.get(row.design()).set(row.structureIndex()));
        }
        if (optional && present.values().stream().allMatch(BitSet::isEmpty)) {
            return;
        }
        present.forEach((design, structures) -> {
            BitSet differing = (BitSet) structures.clone();
            differing.xor(completed.get(design));
            differing.stream()
                    .forEach(structure -> contradict(
                            structure,
                            design,
                            structures.get(structure)
                                    ? "has rows in " + RunFolder.folderOf(table) + " and is not completed"
                                    : "is completed and has no rows in " + RunFolder.folderOf(table)));
        });
    }

    private void contradict(int structure, String design, String what) {
        if (contradictionCount++ >= NAMED_CONTRADICTIONS) {
            return;
        }
        contradictions.add("structure " + structure + " with " + design + " " + what
                + run.markerOf(structure, design)
                        .map(marker -> " (marker " + marker + ")")
                        .orElse(""));
    }

    private void requireBalance() {
        if (contradictions.isEmpty()) {
            return;
        }
        long unnamed = contradictionCount - contradictions.size();
        throw new InfrastructureException("the ledger of " + run.folder().location() + " does not balance: "
                + String.join("; ", contradictions)
                + (unnamed > 0 ? "; and " + unnamed + " more" : "")
                + "; nothing was computed from it, remove the markers named and continue with --resume");
    }

    /** The run whose books these are. */
    public RunReader run() {
        return run;
    }

    public RunStatus.Counts counts() {
        return finished.counts();
    }

    /** Missing structures by design, in the study's order; designs that lack none are left out. */
    public Map<String, BitSet> missing() {
        Map<String, BitSet> missing = new LinkedHashMap<>();
        for (String design : run.designs()) {
            BitSet structures = new BitSet();
            structures.set(0, run.status().structures());
            structures.andNot(completed.get(design));
            structures.andNot(failed.get(design));
            if (!structures.isEmpty()) {
                missing.put(design, structures);
            }
        }
        return missing;
    }

    /** As {@link #missing()}, each set as text. */
    public Map<String, String> missingByDesign() {
        Map<String, String> texts = new LinkedHashMap<>();
        missing().forEach((design, structures) -> texts.put(design, StructureRanges.text(structures)));
        return texts;
    }

    /** The missing in one line for a reader, e.g. {@code hl: structures 3, 17-20}; empty when none is. */
    public Optional<String> missingLine() {
        Map<String, BitSet> missing = missing();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(missing.entrySet().stream()
                                .map(entry -> entry.getKey() + ": structures "
                                        + StructureRanges.text(entry.getValue(), NAMED_RANGES))
                                .limit(NAMED_RANGES)
                                .collect(Collectors.joining("; "))
                        + (missing.size() > NAMED_RANGES
                                ? "; and " + (missing.size() - NAMED_RANGES) + " more designs"
                                : ""));
    }
}
