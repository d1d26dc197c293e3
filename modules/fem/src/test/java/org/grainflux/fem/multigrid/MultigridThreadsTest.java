package org.grainflux.fem.multigrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ejml.data.DMatrixRMaj;
import org.grainflux.core.CancelledException;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.fem.StructuredMesh;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.solve.SolveReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several threads give what one gives, to the last bit. */
class MultigridThreadsTest {
    private static final double TOLERANCE = 1e-8;

    private record Outcome(double[] solution, SolveReport report, long bytes) {}

    private static Outcome solve(Polycrystal problem, int threads) {
        MultigridSolver solver = MultigridSolver.of(problem.matrix(), threads);
        double[] x = new double[problem.matrix().rows()];
        SolveReport report = solver.solve(problem.load(), x, TOLERANCE);
        return new Outcome(x, report, solver.storedBytes());
    }

    private static void assertSameBits(Polycrystal problem, int mostIterations) {
        Outcome one = solve(problem, 1);
        assertThat(one.report.iterations()).isLessThanOrEqualTo(mostIterations);
        for (int threads = 2; threads <= 3; threads++) {
            Outcome several = solve(problem, threads);
            assertThat(several.solution).isEqualTo(one.solution);
            assertThat(several.report).isEqualTo(one.report);
            assertThat(several.bytes).isEqualTo(one.bytes);
        }
    }

    /** Facets from firm, whose copies are merged on a level of their own, to nearly insulating. */
    @ParameterizedTest
    @CsvSource({"24, 24, 24, 1e2", "24, 24, 24, 1", "24, 24, 24, 1e-4", "150, 150, 0, 1e-2"})
    void onFacets(int nx, int ny, int nz, double g) {
        int[] cells = nz == 0 ? new int[] {nx, ny} : new int[] {nx, ny, nz};
        double[][] box = nz == 0 ? StructuredMesh.box(1, 1) : StructuredMesh.box(1, 1, 1);
        assertSameBits(Polycrystal.of(cells, box, 40, 1e-3, 1, g, 31), 20);
    }

    /** A single grain: no facets, no copies of nodes. */
    @Test
    void withoutFacets() {
        assertSameBits(Polycrystal.of(new int[] {28, 28, 28}, StructuredMesh.box(1, 1, 1), 1, 1, 1, 1, 32), 20);
    }

    /** Numbers without locality: halves are found by distance on a coarse level. */
    @Test
    void onUnknownsInAnyOrder() {
        Polycrystal sorted = Polycrystal.of(new int[] {28, 28, 28}, StructuredMesh.box(1, 1, 1), 40, 1e-3, 1, 1, 33);
        assertSameBits(sorted.shuffled(5), 20);
    }

    @Test
    void afterAnUpdate() {
        int[] cells = {24, 24, 24};
        double[][] box = StructuredMesh.box(1, 1, 1);
        Polycrystal problem = Polycrystal.of(cells, box, 40, 1e-3, 1, 1, 34);
        Polycrystal other = Polycrystal.of(cells, box, 40, 1e-3, 1, 0.2, 34);
        double[][] solutions = new double[2][problem.matrix().rows()];
        for (int threads = 1; threads <= 2; threads++) {
            MultigridSolver.of(problem.matrix(), threads)
                    .updated(other.matrix())
                    .solve(other.load(), solutions[threads - 1], TOLERANCE);
        }
        assertThat(solutions[1]).isEqualTo(solutions[0]);
    }

    @Test
    void aRowThatIsNotPositiveIsToldByName() {
        int n = 5000;
        Polycrystal problem = Polycrystal.of(new int[] {80, 80}, StructuredMesh.box(1, 1), 10, 1e-2, 1, 1, 35);
        CsrMatrix a = problem.matrix();
        a.add(n, n, -2 * a.at(n, n));
        assertThatThrownBy(() -> MultigridSolver.of(a, 2))
                .isInstanceOf(NumericalFailureException.class)
                .hasMessageContaining("unknown 5000");
    }

    @Test
    void anInterruptedSolveIsCancelledAndKeepsTheInterrupt() {
        Polycrystal problem = Polycrystal.of(new int[] {90, 90}, StructuredMesh.box(1, 1), 60, 1e-3, 1, 1, 36);
        double[] expected = solve(problem, 1).solution;
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> solve(problem, 2)).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(solve(problem, 2).solution).isEqualTo(expected);
    }

    @Test
    void anUpdateStaysOnItsPattern() {
        MultigridSolver solver = MultigridSolver.of(CsrMatrix.ofDense(new DMatrixRMaj(new double[][] {{1}})));
        CsrMatrix other = CsrMatrix.ofDense(new DMatrixRMaj(new double[][] {{2, 0}, {0, 1}}));
        assertThatThrownBy(() -> solver.updated(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 unknowns");
    }
}
