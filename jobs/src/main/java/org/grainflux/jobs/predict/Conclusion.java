package org.grainflux.jobs.predict;

import java.io.PrintStream;
import org.grainflux.study.run.Reconciliation;
import org.grainflux.study.run.RunReader;

/** What is made of a computed run: summary, table, report. */
@FunctionalInterface
public interface Conclusion {
    /**
     * @param books of the run, in balance
     * @param out for the reader who waits at the terminal
     */
    void conclude(Reconciliation books, PrintStream out);

    /**
     * Reads the books of a run whose batches are done.
     *
     * @throws org.grainflux.core.InfrastructureException when ledger, markers and results contradict each other
     */
    default Reconciliation books(RunReader run) {
        return Reconciliation.of(run);
    }
}
