package org.grainflux.jobs.predict;

import java.util.Locale;
import org.grainflux.core.ExitCode;
import org.grainflux.study.run.Reconciliation;
import org.grainflux.study.run.RunStatus;

/** How a computed run counts, and why. */
record Verdict(String state, ExitCode exitCode, String message) {
    /** Failures beyond the quota are final, so they come before what is missing. */
    static Verdict of(Reconciliation books, double failureQuotaFraction) {
        RunStatus.Counts counts = books.counts();
        double failedFraction = (double) counts.failed() / counts.expected();
        if (failedFraction > failureQuotaFraction) {
            return new Verdict(
                    RunStatus.FAILURES_BEYOND_QUOTA,
                    ExitCode.FAILURES_BEYOND_QUOTA,
                    String.format(
                            Locale.ROOT,
                            "%d of %d realizations failed numerically (%.1f %%), more than the study's quota of %.1f %%;"
                                    + " the ledger gives the reasons",
                            counts.failed(),
                            counts.expected(),
                            100 * failedFraction,
                            100 * failureQuotaFraction));
        }
        if (counts.missing() > 0) {
            return new Verdict(
                    RunStatus.INCOMPLETE,
                    ExitCode.INCOMPLETE,
                    counts.missing() + " of " + counts.expected() + " realizations are missing ("
                            + books.missingLine().orElseThrow()
                            + "); the ledger gives the reasons, --resume computes them");
        }
        return new Verdict(RunStatus.COMPLETE, ExitCode.COMPLETE, "");
    }
}
