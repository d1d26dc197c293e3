package org.grainflux.fem.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.fem.algebra.CsrMatrix;
import org.junit.jupiter.api.Test;

class DiagonalConjugateGradientsTest {
    private static final int N = 50;

    /** −u″ on n inner points of a line, scaled row by row so that the diagonal spreads over four decades. */
    private static CsrMatrix line(double lastDiagonal) {
        DMatrixRMaj dense = new DMatrixRMaj(N, N);
        for (int i = 0; i < N; i++) {
            double scale = scale(i);
            dense.set(i, i, 2 * scale * scale);
            if (i + 1 < N) {
                dense.set(i, i + 1, -scale * scale(i + 1));
                dense.set(i + 1, i, -scale * scale(i + 1));
            }
        }
        dense.set(N - 1, N - 1, lastDiagonal == 0 ? dense.get(N - 1, N - 1) : lastDiagonal);
        return CsrMatrix.ofDense(dense);
    }

    private static double scale(int i) {
        return Math.pow(10, 2.0 * i / N);
    }

    @Test
    void aScaledLineIsSolvedInAsManyStepsAsItHasUnknowns() {
        double[] load = new double[N];
        load[0] = scale(0);
        double[] solution = new double[N];

        SolveReport report = new DiagonalConjugateGradients(line(0)).solve(load, solution, 1e-12);

        // Exact after n steps but for rounding; the diagonal removes the scales altogether.
        assertThat(report.iterations()).isBetween(1, N + 5);
        assertThat(report.relativeResidual()).isLessThanOrEqualTo(2e-12);
        for (int i = 0; i < N; i++) {
            double expected = (N - i) / (N + 1.0) / scale(i);
            assertThat(solution[i]).isCloseTo(expected, within(1e-9 * expected));
        }
    }

    @Test
    void noLoadGivesNoSolutionWhateverTheGuess() {
        double[] solution = new double[N];
        solution[3] = 7;

        assertThat(new DiagonalConjugateGradients(line(0))
                        .solve(new double[N], solution, 1e-9)
                        .relativeResidual())
                .isZero();
        assertThat(solution).containsOnly(0);
    }

    @Test
    void aSystemThatIsNotDefiniteIsAFailureWithItsReason() {
        assertThatThrownBy(() -> new DiagonalConjugateGradients(line(-1)))
                .isInstanceOfSatisfying(
                        NumericalFailureException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.NOT_POSITIVE_DEFINITE))
                .hasMessageContaining("row 49");
    }
}
