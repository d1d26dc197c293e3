package org.grainflux.bench.threads;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.grainflux.bench.solve.RequestedMethod;
import org.grainflux.bench.solve.RequestedSystem;
import org.grainflux.core.ExitCode;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.algebra.LinearSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench/threads MATRIX…}. */
@Command(
        name = "threads",
        mixinStandardHelpOptions = true,
        description = {
            "Solves each MATRIX.mat x = MATRIX.rhs with multigrid on one thread and on several, in turns within one process,"
                    + " and prints one line of JSON each: median wall seconds, and medians over pairs of how many times faster"
                    + " several threads are. It means nothing while other programs take a core."
        })
public final class ThreadsCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;

    @Parameters(arity = "1..*", paramLabel = "MATRIX", description = "Names of the files, with or without .mat.")
    private List<String> names;

    @Option(names = "--threads", paramLabel = "N", description = "Beside one (default: ${DEFAULT-VALUE}).")
    private int threads = 2;

    @Option(names = "--pairs", paramLabel = "N", description = "That are timed (default: ${DEFAULT-VALUE}).")
    private int timed = 5;

    @Option(
            names = "--untimed",
            paramLabel = "N",
            description = "Pairs before those, while the virtual machine compiles (default: ${DEFAULT-VALUE}).")
    private int untimed = 2;

    public ThreadsCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        requireAtLeast("--threads", threads, 2);
        requireAtLeast("--pairs", timed, 1);
        requireAtLeast("--untimed", untimed, 0);
        for (String name : names) {
            LinearSystem system = RequestedSystem.read(name, err);
            ThreadPairs pairs =
                    new ThreadPairs(system, count -> RequestedMethod.MULTIGRID.prepare(system.matrix(), count));
            pairs.measure(threads, untimed, timed);
            out.println(pairs.json(name, threads));
        }
        return ExitCode.COMPLETE.code();
    }

    private static void requireAtLeast(String option, int value, int least) {
        if (value < least) {
            throw new InvalidInputException(option + " must be " + least + " or more, got " + value);
        }
    }
}
