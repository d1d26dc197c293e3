package org.grainflux.bench.solve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.grainflux.fem.algebra.LinearSystem;
import org.grainflux.fem.algebra.Residual;
import org.grainflux.fem.solve.LinearSolver;
import org.grainflux.fem.solve.SolveReport;

/**
 * One system set up and solved twice in one process: cold is the first time, when the virtual machine still interprets
 * and compiles, warm the second. Both start from zero.
 *
 * @param method as the solver names itself
 * @param relativeResidual ‖b − A x‖₂ / ‖b‖₂ of the warm solution, computed here
 * @param bytesPerDof memory beyond the matrix: what the solver declares, or what the heap holds more after a collection,
 *     whichever is larger
 */
record SolveMeasurement(
        int dofs,
        int nnz,
        String method,
        SolvingClock.Reading setup,
        SolvingClock.Reading solve,
        int iterations,
        double relativeResidual,
        double bytesPerDof,
        SolvingClock.Reading coldSetup,
        SolvingClock.Reading coldSolve) {
    /** Largest ‖b − A x‖₂ / ‖b‖₂ of an accepted solution: the one asked of the peers. */
    static final double RELATIVE_TOLERANCE = 1e-8;

    private static final int SIGNIFICANT_DIGITS = 4;

    /** @param preparation sets a solver up for the system's matrix */
    static SolveMeasurement of(LinearSystem system, Supplier<LinearSolver> preparation) {
        int n = system.matrix().rows();
        double[] solution = new double[n];

        SolvingClock clock = SolvingClock.start();
        LinearSolver cold = preparation.get();
        SolvingClock.Reading coldSetup = clock.read();
        clock = SolvingClock.start();
        cold.solve(system.load(), solution, RELATIVE_TOLERANCE);
        SolvingClock.Reading coldSolve = clock.read();
        cold = null;
        CompilerRest.await();

        long before = heapBytesInUse();
        Arrays.fill(solution, 0);
        clock = SolvingClock.start();
        LinearSolver warm = preparation.get();
        SolvingClock.Reading setup = clock.read();
        clock = SolvingClock.start();
        SolveReport report = warm.solve(system.load(), solution, RELATIVE_TOLERANCE);
        SolvingClock.Reading solve = clock.read();
        long held = heapBytesInUse() - before;
        long bytes = Math.max(held, warm.storedBytes());
        String method = warm.method();
        Reference.reachabilityFence(warm);

        double residual = Residual.of(system.matrix(), solution, system.load()).relativeToLoad();
        return new SolveMeasurement(
                n,
                system.matrix().entryCount(),
                method,
                setup,
                solve,
                report.iterations(),
                residual,
                (double) bytes / n,
                coldSetup,
                coldSolve);
    }

    private static long heapBytesInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** One line of JSON. */
    String json() {
        ObjectNode line = new ObjectMapper().createObjectNode();
        line.put("dofs", dofs);
        line.put("nnz", nnz);
        line.put("method", method);
        line.put("setup_s", rounded(setup.cpuS()));
        line.put("solve_s", rounded(solve.cpuS()));
        line.put("iterations", iterations);
        line.put("rel_residual", rounded(relativeResidual));
        line.put("bytes_per_dof", rounded(bytesPerDof));
        line.put("cold_setup_s", rounded(coldSetup.cpuS()));
        line.put("cold_solve_s", rounded(coldSolve.cpuS()));
        line.put("setup_wall_s", rounded(setup.wallS()));
        line.put("solve_wall_s", rounded(solve.wallS()));
        return line.toString();
    }

    /** What the JSON leaves out: CPU seconds of the whole process, the virtual machine's own threads included. */
    String processSummary() {
        return String.format(
                Locale.ROOT,
                "whole process, compiler and collector included: warm %.3g + %.3g s, cold %.3g + %.3g s",
                setup.processCpuS(),
                solve.processCpuS(),
                coldSetup.processCpuS(),
                coldSolve.processCpuS());
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(SIGNIFICANT_DIGITS)).doubleValue();
    }
}
