package org.grainflux.fem.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.grainflux.fem.StructuredMesh;
import org.grainflux.fem.algebra.AffineMatrix;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.Residual;
import org.grainflux.fem.multigrid.MultigridSolver;
import org.grainflux.fem.multigrid.Polycrystal;
import org.grainflux.fem.solve.LinearSolver;
import org.grainflux.fem.solve.SolverMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AffineSolverTest {
    private static final double TOLERANCE = 1e-8;
    /** What keeping interpolation may cost, against about 15 that making it costs. */
    private static final int EXTRA_ITERATIONS = 10;

    private record Problem(AffineMatrix matrix, double[] load) {}

    /** Grains and contacts of factor θ₀, boundaries of conductance θ₁. */
    private static Problem problem(int dimension) {
        int[] cells = dimension == 2 ? new int[] {100, 100} : new int[] {22, 22, 22};
        double[][] map = dimension == 2 ? StructuredMesh.box(1, 1) : StructuredMesh.box(1, 1, 1);
        Polycrystal once = Polycrystal.of(cells, map, 40, 1e-3, 1, 1, 31);
        CsrMatrix boundaries = CsrMatrix.of(
                once.matrix().pattern(),
                Polycrystal.of(cells, map, 40, 1e-3, 1, 2, 31).matrix().values());
        boundaries.addScaled(-1, once.matrix());
        CsrMatrix grains = once.matrix().copy();
        grains.addScaled(-1, boundaries);
        return new Problem(new AffineMatrix(List.of(grains, boundaries)), once.load());
    }

    private static int solve(LinearSolver solver, CsrMatrix matrix, double[] load) {
        double[] x = new double[load.length];
        int iterations = solver.solve(load, x, TOLERANCE).iterations();
        assertThat(Residual.of(matrix, x, load).relativeToLoad()).isLessThanOrEqualTo(TOLERANCE);
        return iterations;
    }

    @ParameterizedTest
    @EnumSource(SolverMethod.class)
    void everySetOfFactorsIsSolved(SolverMethod method) {
        Problem problem = problem(2);
        AffineSolver solver = AffineSolver.of(problem.matrix(), method, 1);
        for (double[] factors : new double[][] {{1, 1}, {1, 3}, {2, 1e-4}, {1, 1e4}, {1, 1}}) {
            solve(solver.at(factors), problem.matrix().at(factors), problem.load());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void interpolationIsKeptWhileItServes(int dimension) {
        Problem problem = problem(dimension);
        for (double conductance : new double[] {1e-4, 1e-2, 1, 1e2, 1e4}) {
            AffineSolver solver = AffineSolver.of(problem.matrix(), SolverMethod.MULTIGRID, 1);
            solver.at(1, conductance);
            for (double drift : new double[] {1 / AffineSolver.MOST_DRIFT, 0.6, 1, 2, AffineSolver.MOST_DRIFT}) {
                double[] factors = {1e-3, 1e-3 * 0.999 * conductance * Math.pow(drift, 0.999)};
                CsrMatrix matrix = problem.matrix().at(factors);
                int kept = solve(solver.at(factors), matrix, problem.load());
                int fresh = solve(MultigridSolver.of(matrix), matrix, problem.load());
                assertThat(kept)
                        .as("boundaries of %g, drift of %g", conductance, drift)
                        .isLessThanOrEqualTo(fresh + EXTRA_ITERATIONS);
            }
            assertThat(solver.interpolations()).isEqualTo(1);
        }
    }

    @Test
    void interpolationIsMadeAnewBeyond() {
        Problem problem = problem(2);
        AffineSolver solver = AffineSolver.of(problem.matrix(), SolverMethod.MULTIGRID, 1);
        solver.at(1, 1);
        double[] factors = {1, 100};
        CsrMatrix matrix = problem.matrix().at(factors);
        int iterations = solve(solver.at(factors), matrix, problem.load());
        assertThat(solver.interpolations()).isEqualTo(2);
        assertThat(iterations).isEqualTo(solve(MultigridSolver.of(matrix), matrix, problem.load()));
    }

    @Test
    void theMethodIsChosenForTheSystem() {
        Problem problem = problem(2);
        double[] factors = {1, 1};
        CsrMatrix matrix = problem.matrix().at(factors);
        assertThat(new AffineSolver(problem.matrix(), factors, 1000, 1)
                        .at(factors)
                        .method())
                .isEqualTo(LinearSolvers.automatic(matrix, 1000).method());
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 5, 10, 1", "1, 2, 1, 6, 3", "1, 0, 2, 0, 1", "1, 0, 1, 1, Infinity", "1, 1, 1, 0, Infinity"})
    void driftIgnoresACommonFactor(double from0, double from1, double to0, double to1, double expected) {
        double drift = AffineSolver.drift(new double[] {from0, from1}, new double[] {to0, to1});
        if (Double.isInfinite(expected)) {
            assertThat(drift).isInfinite();
        } else {
            assertThat(drift).isCloseTo(expected, within(1e-14));
        }
    }
}
