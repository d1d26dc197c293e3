package org.grainflux.fem.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.grainflux.core.NumericalFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenseCholeskyTest {

    /** Sizes below, at and above the panel of 32, and with every remainder of the four-column update. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 31, 32, 33, 66, 131, 200})
    void solvesLikeEjml(int n) {
        DMatrixRMaj a = randomPositiveDefinite(n, n);
        DMatrixRMaj b = RandomMatrices_DDRM.rectangle(n, 1, new Random(7));
        DMatrixRMaj expected = new DMatrixRMaj(n, 1);
        assertThat(CommonOps_DDRM.solve(a, b, expected)).isTrue();

        double[] x = DenseCholesky.of(a).solve(b.data);

        for (int i = 0; i < n; i++) {
            // Both solvers are backward stable and the condition number is below 1e3.
            assertThat(x[i]).isCloseTo(expected.data[i], within(1e-12));
        }
    }

    @Test
    void forwardSubstitutionGivesTheEnergyNorm() {
        DMatrixRMaj a = randomPositiveDefinite(40, 3);
        double[] b = RandomMatrices_DDRM.rectangle(40, 1, new Random(8)).data;
        DenseCholesky factor = DenseCholesky.of(a);
        double[] x = factor.solve(b);
        double energy = 0;
        for (int i = 0; i < 40; i++) {
            energy += b[i] * x[i];
        }
        double[] half = b.clone();
        factor.forwardInPlace(half);
        double norm = 0;
        for (double value : half) {
            norm += value * value;
        }
        assertThat(norm).isCloseTo(energy, within(1e-12 * energy));
    }

    /** A block tridiagonal matrix: four blocks, of which only neighbours know each other. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 33})
    void columnsThatEndEarlyGiveTheSameFactor(int block) {
        int n = 4 * block;
        DMatrixRMaj a = randomPositiveDefinite(n, n);
        double[][] columns = new double[n][n];
        int[] ends = new int[n];
        for (int j = 0; j < n; j++) {
            ends[j] = Math.min(n, (j / block + 2) * block);
            a.add(j, j, n);
            for (int i = j; i < n; i++) {
                if (i >= ends[j]) {
                    a.set(i, j, 0);
                    a.set(j, i, 0);
                }
                columns[j][i] = a.get(i, j);
            }
        }
        double[] b = RandomMatrices_DDRM.rectangle(n, 1, new Random(7)).data;
        double[] expected = DenseCholesky.of(a).solve(b);
        double[] x = DenseCholesky.inPlaceWithin(columns, ends).solve(b);
        for (int i = 0; i < n; i++) {
            assertThat(x[i]).isCloseTo(expected[i], within(1e-13));
        }
    }

    @Test
    void namesTheRowOfANonPositivePivot() {
        DMatrixRMaj a = CommonOps_DDRM.identity(50);
        a.set(40, 40, -2.5);
        assertThatThrownBy(() -> DenseCholesky.of(a))
                .isInstanceOfSatisfying(
                        NumericalFailureException.class,
                        failure -> assertThat(failure.reason())
                                .isEqualTo(NumericalFailureException.Reason.NOT_POSITIVE_DEFINITE))
                .hasMessageContaining("-2.5")
                .hasMessageContaining("row 40");
    }

    @Test
    void refusesNotANumber() {
        DMatrixRMaj a = CommonOps_DDRM.identity(5);
        a.set(3, 3, Double.NaN);
        assertThatThrownBy(() -> DenseCholesky.of(a)).hasMessageContaining("NaN");
    }

    static DMatrixRMaj randomPositiveDefinite(int n, long seed) {
        DMatrixRMaj g = RandomMatrices_DDRM.rectangle(n, n, -1, 1, new Random(seed));
        DMatrixRMaj a = new DMatrixRMaj(n, n);
        CommonOps_DDRM.multTransB(g, g, a);
        CommonOps_DDRM.scale(1.0 / n, a);
        for (int i = 0; i < n; i++) {
            a.add(i, i, 0.5);
        }
        return a;
    }
}
