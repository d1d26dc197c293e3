package org.grainflux.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxisTest {
    private static List<String> labels(Axis axis) {
        return axis.ticks().stream()
                .map(Axis.Tick::label)
                .filter(label -> !label.isEmpty())
                .toList();
    }

    @Test
    void aLinearAxisIsRoundedOutwards() {
        Axis axis = Axis.linear("x", 0.03, 9.7);
        assertThat(labels(axis)).containsExactly("0", "2", "4", "6", "8", "10");
        assertThat(axis.fraction(5)).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void aLogarithmicAxisLabelsDecades() {
        Axis axis = Axis.logarithmic("x", 0.012, 13);
        assertThat(labels(axis)).containsExactly("0.01", "0.1", "1", "10");
        assertThat(axis.low()).isEqualTo(0.01, within(1e-15));
        assertThat(axis.high()).isEqualTo(20, within(1e-12));
        assertThat(axis.fraction(0.01)).isZero();
        assertThat(axis.fraction(1e9)).isEqualTo(1);
    }

    @Test
    void aShortLogarithmicAxisLabelsMore() {
        assertThat(labels(Axis.logarithmic("x", 0.3, 10))).containsExactly("0.2", "0.5", "1", "2", "5", "10");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyAxisHoldsItsValuesAndHasReadableTicks(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 200; i++) {
            double low = Math.pow(10, random.nextDouble(-9, 6));
            double high = low * Math.pow(10, random.nextDouble(0.001, 6));
            for (Axis axis : List.of(Axis.linear("x", low, high), Axis.logarithmic("x", low, high))) {
                assertThat(axis.low()).isLessThanOrEqualTo(low * (1 + 1e-6));
                assertThat(axis.high()).isGreaterThanOrEqualTo(high * (1 - 1e-6));
                assertThat(labels(axis)).hasSizeBetween(1, 12);
            }
        }
    }

    @Test
    void missingBoundsGiveAnAxisAllTheSame() {
        assertThat(labels(Axis.linear("x", Double.NaN, Double.POSITIVE_INFINITY)))
                .isNotEmpty();
        assertThat(labels(Axis.logarithmic("x", Double.POSITIVE_INFINITY, 0))).isNotEmpty();
        assertThat(labels(Axis.linear("x", 3, 3))).isNotEmpty();
    }
}
