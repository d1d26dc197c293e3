package org.grainflux.jobs.cli;

import java.io.PrintStream;
import java.util.List;

/**
 * Where a command talks, and what was typed after {@code --}.
 *
 * @param out for results
 * @param err for messages and progress
 */
record Terminal(PrintStream out, PrintStream err, List<String> engineArguments) {}
