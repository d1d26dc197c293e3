package org.grainflux.fem.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class CsrMatrixTest {
    /** Two triangles 0-1-2 and 1-3-2, and an unknown 4 that couples to nothing. */
    private static CsrPattern twoTriangles() {
        return CsrPattern.ofCliques(5, new int[] {0, 3, 6}, new int[] {0, 1, 2, 1, 3, 2});
    }

    @Test
    void rowsAreSortedAndHoldEveryCoupleOnce() {
        CsrPattern pattern = twoTriangles();
        int[][] expected = {{0, 1, 2}, {0, 1, 2, 3}, {0, 1, 2, 3}, {1, 2, 3}, {4}};
        for (int i = 0; i < 5; i++) {
            assertThat(pattern.rowEnd(i) - pattern.rowStart(i)).isEqualTo(expected[i].length);
            for (int k = 0; k < expected[i].length; k++) {
                assertThat(pattern.column(pattern.rowStart(i) + k)).isEqualTo(expected[i][k]);
            }
        }
        assertThat(pattern.entryCount()).isEqualTo(15);
    }

    @Test
    void addsBlocksAndMultiplies() {
        CsrMatrix a = new CsrMatrix(twoTriangles());
        a.addBlock(new int[] {2, 0, 1}, new double[] {1, 2, 3, 2, 4, 5, 3, 5, 6});
        a.add(2, 2, 10);
        assertThat(a.at(2, 2)).isEqualTo(11);
        assertThat(a.at(0, 1)).isEqualTo(5);
        assertThat(a.at(0, 3)).isZero();
        assertThat(a.multiply(new double[] {1, 10, 100, 1000, 1e4})).containsExactly(254, 365, 1132, 0, 0);
        assertThat(a.infinityNorm()).isEqualTo(16);
        CsrMatrix b = a.copy();
        b.addScaled(-0.5, a);
        assertThat(b.at(2, 2)).isEqualTo(5.5);
        assertThat(a.at(2, 2)).isEqualTo(11);
    }

    @Test
    void refusesAnEntryOutsideThePattern() {
        CsrMatrix a = new CsrMatrix(twoTriangles());
        assertThatThrownBy(() -> a.add(0, 3, 1)).hasMessageContaining("(0, 3)");
    }

    @Test
    void residualSeesAWrongSolution() {
        CsrMatrix a = CsrMatrix.ofDense(new DMatrixRMaj(2, 2, true, 2, 1, 1, 3));
        double[] b = {3, 4};
        assertThat(Residual.of(a, new double[] {1, 1}, b).backwardError()).isZero();
        Residual wrong = Residual.of(a, new double[] {1, 1.5}, b);
        // Residual (−0.5, −1.5); row scales 3 + 3.5 and 4 + 5.5.
        assertThat(wrong.relativeToLoad()).isCloseTo(Math.sqrt(2.5) / 5, within(1e-15));
        assertThat(wrong.backwardError()).isCloseTo(1.5 / 9.5, within(1e-15));
    }

    @Test
    void residualLeavesOutFixedRowsAndCountsTheirEffectAsLoad() {
        CsrMatrix a = CsrMatrix.ofDense(new DMatrixRMaj(2, 2, true, 2, -2, -2, 2));
        Residual residual = Residual.of(a, new double[] {3, 4}, new double[2], new int[] {0});
        // Row 1: 2·(−3) + 2·4 = 2 against a load of 2·3.
        assertThat(residual.relativeToLoad()).isCloseTo(2.0 / 6, within(1e-15));
    }
}
