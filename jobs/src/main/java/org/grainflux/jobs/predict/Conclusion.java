package org.grainflux.jobs.predict;

import java.io.PrintStream;
import org.grainflux.study.run.RunFolder;

/** What is made of a computed run: summary, table, report. */
@FunctionalInterface
public interface Conclusion {
    /** @param out for the reader who waits at the terminal */
    void conclude(RunFolder folder, PrintStream out);
}
