package org.grainflux.jobs.predict;

import java.util.Locale;
import org.grainflux.core.ExitCode;
import org.grainflux.study.run.RunStatus;

/** How a computed run counts, and why. */
record Verdict(String state, ExitCode exitCode, String message) {
    static Verdict of(RunStatus.Counts counts, double failureQuotaFraction) {
        int missing = counts.aborted() + counts.remaining();
        if (missing > 0) {
            return new Verdict(
                    RunStatus.INCOMPLETE,
                    ExitCode.INTERNAL_ERROR,
                    missing + " of " + counts.expected() + " realizations were aborted; the ledger gives the reasons,"
                            + " --resume tries them again");
        }
        if (counts.failedFraction() > failureQuotaFraction) {
            return new Verdict(
                    RunStatus.FAILURES_BEYOND_QUOTA,
                    ExitCode.FAILURES_BEYOND_QUOTA,
                    String.format(
                            Locale.ROOT,
                            "%d of %d realizations failed numerically (%.1f %%), more than the study's quota of %.1f %%;"
                                    + " the ledger gives the reasons",
                            counts.failed(),
                            counts.expected(),
                            100 * counts.failedFraction(),
                            100 * failureQuotaFraction));
        }
        return new Verdict(RunStatus.COMPLETE, ExitCode.COMPLETE, "");
    }
}
