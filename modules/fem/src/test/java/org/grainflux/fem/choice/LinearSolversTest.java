package org.grainflux.fem.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.solve.LinearSolver;
import org.grainflux.fem.solve.SolverChoice;
import org.grainflux.fem.solve.SolverMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearSolversTest {
    private static final CsrMatrix MATRIX =
            CsrMatrix.ofDense(new DMatrixRMaj(new double[][] {{4, -1, 0}, {-1, 4, -1}, {0, -1, 4}}));

    @ParameterizedTest
    @EnumSource(SolverMethod.class)
    void theMethodAskedForSolves(SolverMethod method) {
        assertSolves(LinearSolvers.of(MATRIX, method), method);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000})
    void theAutomaticSolverIsTheChosenOne(int loads) {
        assertSolves(
                LinearSolvers.automatic(MATRIX, loads),
                SolverChoice.of(MATRIX, loads).method());
    }

    @Test
    void manyLoadsAreFactored() {
        assertThat(LinearSolvers.automatic(MATRIX, 1000).method())
                .isEqualTo(LinearSolvers.of(MATRIX, SolverMethod.CHOLESKY).method());
    }

    private static void assertSolves(LinearSolver solver, SolverMethod method) {
        assertThat(solver.method()).isEqualTo(LinearSolvers.of(MATRIX, method).method());
        double[] x = new double[3];
        double residual = solver.solve(new double[] {2, 4, 10}, x, 1e-12).relativeResidual();
        assertThat(residual).isLessThanOrEqualTo(1e-12);
        assertThat(MATRIX.multiply(x)).containsExactly(new double[] {2, 4, 10}, within(1e-10));
    }
}
