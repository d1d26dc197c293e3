package org.grainflux.bench.solve;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.grainflux.core.ExitCode;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.algebra.LinearSystem;
import org.grainflux.fem.exchange.NodeCoordinates;
import org.grainflux.fem.exchange.SystemFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench/solve MATRIX}. */
@Command(
        name = "solve",
        mixinStandardHelpOptions = true,
        description = {
            "Solves MATRIX.mat x = MATRIX.rhs (PETSc's binary format) to a relative residual of 1e-8 from zero, and prints"
                    + " one line of JSON.",
            "",
            "setup_s and solve_s are CPU seconds of the solving threads, without the virtual machine's compiler and"
                    + " collector, after one untimed set-up and solve; cold_setup_s and cold_solve_s are those of the first"
                    + " one in the fresh virtual machine. setup_wall_s and solve_wall_s are the wall seconds of setup_s and"
                    + " solve_s. bytes_per_dof is the solver's memory beyond the matrix. Without MATRIX.rhs the right-hand side is 1 in every row.",
            "",
            "With MATRIX.coords and MATRIX.coords.info (nodes times dimension) the system is elastic."
        })
public final class SolveCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;

    @Parameters(paramLabel = "MATRIX", description = "Name of the files, with or without .mat.")
    private String name;

    @Option(names = "--method", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private RequestedMethod method = RequestedMethod.AUTO;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads of multigrid; Cholesky uses one (default: ${DEFAULT-VALUE}).")
    private int threads = 1;

    public SolveCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        if (threads < 1) {
            throw new InvalidInputException("--threads must be 1 or more, got " + threads);
        }
        LinearSystem system = RequestedSystem.read(name, err);
        Optional<NodeCoordinates> coordinates =
                SystemFiles.of(name).readCoordinates(system.matrix().rows());
        SolveMeasurement measured =
                SolveMeasurement.of(system, () -> method.prepare(system.matrix(), coordinates, threads));
        out.println(measured.json());
        err.println(measured.processSummary());
        return ExitCode.COMPLETE.code();
    }
}
