package org.grainflux.jobs.predict;

import java.io.PrintStream;
import org.grainflux.study.run.Reconciliation;

/** What is made of a computed run: summary, table, report. */
@FunctionalInterface
public interface Conclusion {
    /**
     * @param books of the run, in balance
     * @param out for the reader who waits at the terminal
     */
    void conclude(Reconciliation books, PrintStream out);
}
