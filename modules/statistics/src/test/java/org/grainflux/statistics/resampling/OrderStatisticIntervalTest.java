package org.grainflux.statistics.resampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.grainflux.statistics.IntervalEstimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderStatisticIntervalTest {
    @ParameterizedTest
    @CsvSource({ // innermost ranks whose two binomial tails stay below 2.5 % each
        "5, 0, 6",
        "6, 1, 6",
        "8, 1, 8",
        "9, 2, 8",
        "10, 2, 9",
        "20, 6, 15",
        "100, 40, 61",
    })
    void ranksOfTheMedian(long n, long lower, long upper) {
        assertThat(OrderStatisticInterval.ranks(n, 0.5)).isEqualTo(new OrderStatisticInterval(lower, upper));
    }

    @Test
    void exactAndNormalRanksMeet() {
        OrderStatisticInterval exact = OrderStatisticInterval.ranks(1_000_000, 0.5);
        OrderStatisticInterval normal = OrderStatisticInterval.ranks(1_000_001, 0.5);
        assertThat(normal.lowerRank() - exact.lowerRank()).isBetween(-1L, 1L);
        assertThat(normal.upperRank() - exact.upperRank()).isBetween(-1L, 2L);
    }

    @Test
    void tooFewValuesBoundNothing() {
        IntervalEstimate five = OrderStatisticInterval.of(new double[] {3, 1, 2, 5, 4}, 0.5);
        assertThat(five).isEqualTo(new IntervalEstimate(3, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        IntervalEstimate six = OrderStatisticInterval.of(new double[] {3, 1, 2, 5, 4, Double.POSITIVE_INFINITY}, 0.5);
        assertThat(six).isEqualTo(new IntervalEstimate(3.5, 1, Double.POSITIVE_INFINITY));
    }
}
