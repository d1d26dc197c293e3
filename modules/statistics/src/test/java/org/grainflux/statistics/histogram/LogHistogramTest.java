package org.grainflux.statistics.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.grainflux.core.RandomStreams;
import org.grainflux.statistics.IntervalEstimate;
import org.junit.jupiter.api.Test;

class LogHistogramTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    private static LogHistogram histogram(double... values) {
        LogHistogram h = LogHistogram.covering(1e-3, 1e3);
        for (double x : values) {
            h.add(x);
        }
        return h;
    }

    @Test
    void quantilesAreThoseOfTheSampleToHalfABin() {
        RandomGenerator random = RandomStreams.stream(5, "test-histogram", 0);
        double[] values = new double[10_001];
        Arrays.setAll(values, i -> Math.exp(random.nextGaussian()));
        LogHistogram h = histogram(values);
        Arrays.sort(values);
        for (double p : new double[] {0.025, 0.25, 0.5, 0.9, 0.975}) {
            double exact = values[(int) Math.ceil(p * values.length) - 1];
            assertThat(Math.log(h.quantile(p) / exact)).isCloseTo(0, within(0.5 * Math.log(1.001) + 1e-12));
        }
        IntervalEstimate median = h.quantileWithInterval(0.5);
        assertThat(median.contains(1)).isTrue();
        // Half-width 1.96·½·√(2π)/√n of a log-normal median.
        assertThat(0.5 * Math.log(median.upper95() / median.lower95())).isCloseTo(0.02456, within(0.004));
    }

    @Test
    void everyValueIsCountedOnceAndWhereItBelongs() {
        LogHistogram h = histogram(0.5, -1, 0, 9.99e-4, 1e-3, 1e4, INF, INF, Double.NaN, 1, 999);
        assertThat(h.underflowCount()).isEqualTo(3);
        assertThat(h.overflowCount()).isEqualTo(1);
        assertThat(h.infiniteCount()).isEqualTo(2);
        assertThat(h.nanCount()).isEqualTo(1);
        assertThat(h.count()).isEqualTo(10);
        assertThat(h.valueAtRank(3)).isZero();
        assertThat(h.valueAtRank(4)).isCloseTo(1e-3, within(1e-6));
        assertThat(h.valueAtRank(8)).isEqualTo(INF);
        assertThat(h.quantile(0.99)).isEqualTo(INF);
    }

    @Test
    void edgesAreMultiplesOfTheBinRatio() {
        LogHistogram h = LogHistogram.covering(1, 10);
        assertThat(h.binCount()).isEqualTo(2304); // ln 10/ln 1.001 = 2303.7
        h.add(Math.nextUp(Math.pow(1.001, 100)));
        h.add(Math.pow(1.001, 100.99));
        h.add(Math.pow(1.001, 101.01));
        assertThat(h.countInBin(100)).isEqualTo(2);
        assertThat(h.countInBin(101)).isEqualTo(1);
        assertThat(h.centre(100)).isCloseTo(Math.pow(1.001, 100.5), within(1e-12));
    }

    @Test
    void anyPartitionAndAnyOrderOfMergingGiveTheSameCounts() {
        RandomGenerator random = RandomStreams.stream(6, "test-histogram", 0);
        double[] values = new double[5000];
        Arrays.setAll(values, i -> i % 97 == 0 ? INF : Math.exp(4 * random.nextGaussian()));
        LogHistogram reference = histogram(values);
        for (int trial = 0; trial < 5; trial++) {
            LogHistogram[] parts = {histogram(), histogram(), histogram(), histogram()};
            for (double x : values) {
                parts[random.nextInt(4)].add(x);
            }
            // (3 + 1) + (0 + 2) and 2 + (… ) orders vary with the trial
            int a = trial % 4;
            parts[a].merge(parts[(a + 1) % 4]);
            parts[(a + 2) % 4].merge(parts[(a + 3) % 4]);
            parts[(a + 2) % 4].merge(parts[a]);
            assertThat(parts[(a + 2) % 4]).isEqualTo(reference).hasSameHashCodeAs(reference);
        }
    }

    @Test
    void onlyEqualBinsMerge() {
        assertThatThrownBy(() -> histogram().merge(LogHistogram.covering(1e-3, 1e4)))
                .hasMessageContaining("equal bins");
        assertThatThrownBy(() -> LogHistogram.covering(0, 1)).hasMessageContaining("0 < lower");
        assertThat(histogram().quantile(0.5)).isNaN();
        assertThat(histogram().quantileWithInterval(0.5).value()).isNaN();
    }
}
