package org.grainflux.fem.multigrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GalerkinProductTest {
    private static final int FINE = 60;
    private static final int COARSE = 17;
    private static final int WIDTH = 3;

    /** Against dense products of random matrices; entries are below 4, sums have at most 60 · 9 of them. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void isTheProductOfThree(long seed) {
        Random random = new Random(seed);
        DMatrixRMaj a = new DMatrixRMaj(FINE, FINE);
        for (int i = 0; i < FINE; i++) {
            a.set(i, i, 4 * random.nextDouble());
            for (int j = 0; j < i; j++) {
                double value = random.nextInt(4) == 0 ? random.nextGaussian() : 0;
                a.set(i, j, value);
                a.set(j, i, value);
            }
        }
        DMatrixRMaj p = new DMatrixRMaj(FINE, COARSE);
        int[] columns = new int[FINE * WIDTH];
        float[] weights = new float[FINE * WIDTH];
        for (int i = 0; i < FINE; i++) {
            for (int m = 0; m < WIDTH; m++) {
                // Distinct columns; some rows are shorter, some empty.
                int k = i * WIDTH + m;
                columns[k] = m < i % (WIDTH + 1) ? (i * 5 + 6 * m) % COARSE : -1;
                weights[k] = random.nextFloat();
                if (columns[k] >= 0) {
                    p.set(i, columns[k], weights[k]);
                }
            }
        }
        DMatrixRMaj ap = CommonOps_DDRM.mult(a, p, null);
        DMatrixRMaj expected = CommonOps_DDRM.multTransA(p, ap, null);

        try (ThreadTeam team = new ThreadTeam(2)) {
            Prolongation prolongation = Prolongation.ofRows(team, WIDTH, columns, weights, COARSE);
            RowMatrix product = GalerkinProduct.of(team, rows(a), prolongation);
            DMatrixRMaj actual = new DMatrixRMaj(COARSE, COARSE);
            for (int c = 0; c < COARSE; c++) {
                for (int k = product.starts[c]; k < product.starts[c + 1]; k++) {
                    assertThat(actual.get(c, product.columns[k]))
                            .as("listed once")
                            .isZero();
                    actual.set(c, product.columns[k], product.values[k]);
                }
            }
            for (int c = 0; c < COARSE; c++) {
                for (int d = 0; d < COARSE; d++) {
                    assertThat(actual.get(c, d)).isCloseTo(expected.get(c, d), within(1e-12));
                    assertThat(actual.get(c, d)).isEqualTo(actual.get(d, c));
                }
            }
        }
    }

    private static RowMatrix rows(DMatrixRMaj a) {
        int[] starts = new int[FINE + 1];
        int[] columns = new int[FINE * FINE];
        double[] values = new double[FINE * FINE];
        int count = 0;
        for (int i = 0; i < FINE; i++) {
            for (int j = 0; j < FINE; j++) {
                if (a.get(i, j) != 0) {
                    columns[count] = j;
                    values[count++] = a.get(i, j);
                }
            }
            starts[i + 1] = count;
        }
        return new RowMatrix(starts, columns, values);
    }
}
