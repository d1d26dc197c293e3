package org.grainflux.fem.multigrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.grainflux.fem.StructuredMesh;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.solve.SolverPass;
import org.junit.jupiter.api.Test;

class MultigridPassesTest {
    private static final Polycrystal PROBLEM =
            Polycrystal.of(new int[] {20, 20, 20}, StructuredMesh.box(1, 1, 1), 20, 1e-2, 1, 1, 3);
    private static final MultigridPasses PASSES = MultigridPasses.of(PROBLEM.matrix(), PROBLEM.load());

    /** Counted by hand from rows and entries of the matrix, whatever the levels keep beside. */
    @Test
    void bytesAreThoseOfTheMatrixAndItsVectors() {
        double rows = PROBLEM.matrix().rows();
        double lower = 0.5 * (PROBLEM.matrix().entryCount() - rows);
        // An entry takes 8 and its column 4; a row its start, its inverse diagonal and the vectors named in the pass.
        assertThat(PASSES.forwardSweep().bytes()).isCloseTo(12 * lower + 36 * rows, within(8.0));
        assertThat(PASSES.backwardSweep().bytes()).isCloseTo(12 * lower + 52 * rows, within(8.0));
        assertThat(PASSES.directionPass().bytes()).isCloseTo(12 * lower + 112 * rows, within(8.0));
        assertThat(PASSES.forwardSweep().operations()).isEqualTo(4 * lower + rows);
        assertThat(PASSES.directionPass().operations()).isEqualTo(6 * lower + 12 * rows);
    }

    /** On the finest level the passes above; below it two sweeps with 64 bytes of vectors per row, and both transfers. */
    @Test
    void anIterationMovesWhatItsPassesMoveOnEveryLevel() {
        double expected = PASSES.directionPass().bytes()
                + PASSES.restriction().bytes()
                + PASSES.correction().bytes()
                + PASSES.backwardSweep().bytes();
        Level[] levels = Hierarchy.of(new ThreadTeam(1), MultigridSolver.rows(PROBLEM.matrix())).levels;
        assertThat(levels.length).as("levels, the last one with a factor").isGreaterThan(2);
        for (Level level : Arrays.copyOfRange(levels, 1, levels.length - 1)) {
            double rows = level.matrix.rows();
            expected += 2 * (12 * level.matrix.values.length + 12 * rows) + 64 * rows;
            expected += 16 * level.transfer.entryCount() + 32 * rows;
            expected += 16 * level.transfer.coarseCount();
        }
        // Two starts more than rows per level and matrix.
        assertThat(PASSES.iteration().bytes()).isCloseTo(expected, within(16.0 * levels.length));
    }

    /** Infinities or denormals would take other times than the numbers of a solve: steps of length zero keep those. */
    @Test
    void repetitionKeepsTheNumbersOfTheFirstIteration() {
        PASSES.iteration().run().run();
        double[] first = PASSES.fine.solution.clone();
        for (int round = 0; round < 50; round++) {
            run(PASSES.forwardSweep());
            run(PASSES.restriction());
            run(PASSES.correction());
            run(PASSES.backwardSweep());
            run(PASSES.directionPass());
        }
        run(PASSES.iteration());
        run(PASSES.iteration());
        assertThat(Arrays.stream(first).map(Math::abs).sum()).isPositive().isFinite();
        assertThat(PASSES.fine.solution).isEqualTo(first);
    }

    private static void run(SolverPass pass) {
        pass.prepare().run();
        pass.run().run();
    }

    @Test
    void aMatrixOfOneLevelHasNone() {
        CsrMatrix matrix = CsrMatrix.ofDense(new DMatrixRMaj(new double[][] {{2, -1}, {-1, 2}}));
        assertThatThrownBy(() -> MultigridPasses.of(matrix, new double[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 rows have one level only");
    }
}
