package org.grainflux.statistics.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantilesTest {
    private static final double[] ONE_TO_TEN = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

    @ParameterizedTest
    @CsvSource({ // h = (n + 1/3) p + 1/3 by hand
        "0.025, 1",
        "0.1, 1.3666666666666667",
        "0.25, 2.9166666666666667",
        "0.5, 5.5",
        "0.9, 9.633333333333333",
        "0.975, 10"
    })
    void isHyndmanFanType8(double probability, double expected) {
        assertThat(Quantiles.ofSorted(ONE_TO_TEN, probability)).isCloseTo(expected, within(1e-14));
    }

    @Test
    void infiniteValuesTakePartOnlyWhereTheyAreReached() {
        double inf = Double.POSITIVE_INFINITY;
        assertThat(Quantiles.ofSorted(new double[] {1, 2, inf}, 0.5)).isEqualTo(2);
        assertThat(Quantiles.ofSorted(new double[] {1, 2, inf, inf}, 0.5)).isEqualTo(inf);
        assertThat(Quantiles.ofSorted(new double[] {1, inf, inf, inf}, 0.5)).isEqualTo(inf);
    }

    @Test
    void emptyIsUnknownAndNonsenseIsRefused() {
        assertThat(Quantiles.ofSorted(new double[0], 0.5)).isNaN();
        assertThatThrownBy(() -> Quantiles.ofSorted(ONE_TO_TEN, Double.NaN)).hasMessageContaining("(0, 1)");
    }
}
