package org.grainflux.jobs.regress;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.grainflux.core.ExitCode;
import org.grainflux.core.InfrastructureException;
import org.grainflux.jobs.build.BuildInfo;
import org.grainflux.report.regression.RegressionReports;
import org.grainflux.report.regression.RegressionRun;
import org.grainflux.study.regression.Acceptance;
import org.grainflux.study.regression.Cost;
import org.grainflux.study.regression.Finding;
import org.grainflux.study.regression.History;
import org.grainflux.study.regression.Outcome;
import org.grainflux.study.regression.Reference;
import org.grainflux.study.regression.ReferenceReader;
import org.grainflux.study.regression.Regression;
import org.grainflux.study.regression.RunnerSource;

/** Computes references, compares them, accepts them when asked to, and writes what became of them. */
public final class RegressJob {
    /** Kept here, or its level would be forgotten. */
    private static final Logger PROGRAM_LOG = Logger.getLogger("org.grainflux");

    private final Path references;
    private final Path out;
    private final Path historyFolder;
    private final List<String> only;
    private final List<String> allowedPaths;
    private final PrintStream terminal;

    /**
     * @param out folder of the reports, made when it is not there
     * @param historyFolder folder of the history of costs
     * @param only names of the references wanted; empty for all
     * @param allowedPaths from which studies may read, besides the folder of the references
     */
    public RegressJob(
            Path references,
            Path out,
            Path historyFolder,
            List<String> only,
            List<String> allowedPaths,
            PrintStream terminal) {
        this.references = references;
        this.out = out;
        this.historyFolder = historyFolder;
        this.only = List.copyOf(only);
        this.allowedPaths = List.copyOf(allowedPaths);
        this.terminal = terminal;
        // Quiet as the engine makes it for a run: which solver was chosen is in the tables of a study.
        PROGRAM_LOG.setLevel(Level.WARNING);
    }

    /** Computes and compares. */
    public ExitCode compare() {
        List<Outcome> outcomes = compute(ReferenceReader.readAll(references, only, allowedPaths, false));
        conclude(outcomes, List.of());
        return outcomes.stream().allMatch(Outcome::agrees) ? ExitCode.COMPLETE : ExitCode.REGRESSION_DIFFERS;
    }

    /** Computes, and accepts what differs. */
    public ExitCode accept(String reason) {
        Acceptance acceptance = new Acceptance(references, reason);
        List<Outcome> outcomes = compute(ReferenceReader.readAll(references, only, allowedPaths, true));
        List<String> accepted = acceptance.accept(outcomes);
        conclude(outcomes, accepted);
        terminal.println(accepted.isEmpty() ? "nothing to accept" : "accepted: " + String.join(", ", accepted));
        return ExitCode.COMPLETE;
    }

    private List<Outcome> compute(List<Reference> all) {
        makeFolder(out);
        makeFolder(historyFolder);
        int width = all.stream().mapToInt(r -> r.name().length()).max().orElse(0);
        return new Regression(RunnerSource.PROGRAM, Runtime.getRuntime().availableProcessors())
                .run(all, outcome -> terminal.println(line(outcome, width)));
    }

    private static String line(Outcome outcome, int width) {
        String start = String.format(
                Locale.ROOT,
                "%-" + width + "s  %6.2f s  ",
                outcome.reference().name(),
                outcome.cost().wallS());
        if (!outcome.failure().isEmpty()) {
            return start + "failed: " + outcome.failure();
        }
        if (outcome.agrees()) {
            return start + "agrees, " + outcome.findings().size() + " values";
        }
        Finding worst = outcome.worst().orElseThrow();
        return start + "differs: " + worst.quantity() + ", " + worst.where() + ": " + worst.was() + " is now "
                + worst.is() + " (" + worst.difference()
                + (worst.allowed().isEmpty() ? ")" : ", allowed " + worst.allowed() + ")");
    }

    private void conclude(List<Outcome> outcomes, List<String> accepted) {
        Map<String, String> versions = BuildInfo.versions();
        String machine = Runtime.getRuntime().availableProcessors() + " processors, " + versions.get("os") + ", Java "
                + versions.get("java");
        Map<String, Cost> costs = new LinkedHashMap<>();
        outcomes.forEach(outcome -> costs.put(outcome.reference().name(), outcome.cost()));
        History history = History.in(historyFolder);
        history.append(new History.Run(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                versions.getOrDefault("commit", ""),
                machine,
                costs));
        RegressionReports.write(out, new RegressionRun(outcomes, accepted, history, machine, versions));
        terminal.println("report: " + out.resolve(RegressionReports.PAGE));
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new InfrastructureException(folder + ": cannot be made: " + e.getMessage(), e);
        }
    }
}
