package org.grainflux.fem.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class AffineMatrixTest {
    private final CsrMatrix first = CsrMatrix.ofDense(new DMatrixRMaj(new double[][] {{2, -1}, {-1, 2}}));
    private final CsrMatrix second = CsrMatrix.of(first.pattern(), new double[] {1, 0.5, 0.5, 4});

    @Test
    void isTheSumOfItsTerms() {
        CsrMatrix sum = new AffineMatrix(List.of(first, second)).at(3, 0.5);
        assertThat(sum.values()).containsExactly(6.5, -2.75, -2.75, 8);
        assertThat(first.values()).as("terms stay as they were").containsExactly(2, -1, -1, 2);
    }

    @Test
    void termsAndFactorsMustFit() {
        CsrMatrix elsewhere = CsrMatrix.ofDense(new DMatrixRMaj(new double[][] {{2, -1}, {-1, 2}}));
        assertThatThrownBy(() -> new AffineMatrix(List.of(first, elsewhere))).hasMessageContaining("share one pattern");
        AffineMatrix matrix = new AffineMatrix(List.of(first, second));
        assertThatThrownBy(() -> matrix.at(1)).hasMessageContaining("2 terms, got 1 factors");
    }
}
