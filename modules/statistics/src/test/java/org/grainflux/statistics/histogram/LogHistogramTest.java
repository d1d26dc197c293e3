package org.grainflux.statistics.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogHistogramTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    /** Every order of magnitude, both signs, zeros, ties and censored values. */
    private static List<Double> population(long seed) {
        Random random = new Random(seed);
        List<Double> values =
                new ArrayList<>(List.of(0.0, -0.0, INF, INF, Double.MIN_VALUE, Double.MAX_VALUE, 1.0, 1.0));
        for (int k = 0; k < 3000; k++) {
            values.add(Math.exp(random.nextGaussian()));
            values.add(Math.exp(100 * random.nextGaussian()) * (random.nextBoolean() ? 1 : -1));
        }
        Collections.shuffle(values, random);
        return values;
    }

    @Test
    void binsAscendWithTheirValuesAndAreAThousandthWide() {
        double[] ascending = population(1).stream().mapToDouble(x -> x).sorted().toArray();
        for (int k = 1; k < ascending.length; k++) {
            assertThat(LogHistogram.binOf(ascending[k])).isGreaterThanOrEqualTo(LogHistogram.binOf(ascending[k - 1]));
        }
        for (double x : new double[] {1e-300, 3.7e-9, 1, 42, 1e300}) {
            assertThat(LogHistogram.binOf(1.0021 * x) - LogHistogram.binOf(x)).isBetween(2, 3);
            assertThat(LogHistogram.binOf(-x)).isEqualTo(-LogHistogram.binOf(x));
        }
        assertThat(LogHistogram.binOf(Double.MIN_VALUE)).isPositive();
        assertThat(LogHistogram.binOf(Double.MAX_VALUE)).isLessThan(LogHistogram.binOf(INF));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anyPartitionInAnyOrderGivesTheSameBitsAndTheExactOrderStatistics(long seed) {
        List<Double> values = population(seed);
        double[] sorted =
                values.stream().mapToDouble(x -> x == 0 ? 0.0 : x).sorted().toArray();
        LogHistogram whole = new LogHistogram();
        values.forEach(whole::add);

        Random random = new Random(-seed);
        List<LogHistogram> parts = new ArrayList<>();
        List<List<Double>> slices = new ArrayList<>();
        for (int k = 0; k < 7; k++) {
            parts.add(new LogHistogram());
            slices.add(new ArrayList<>());
        }
        for (double x : values) {
            int part = random.nextInt(parts.size());
            parts.get(part).add(x);
            slices.get(part).add(x);
        }
        LogHistogram merged = new LogHistogram();
        parts.forEach(merged::merge);
        assertThat(merged).isEqualTo(whole);

        List<Long> ranks = LongStream.iterate(1, rank -> rank <= sorted.length, rank -> rank + 97)
                .boxed()
                .toList();
        OrderStatistics exact = new OrderStatistics(merged, ranks);
        Collections.shuffle(slices, random);
        for (List<Double> slice : slices) {
            OrderStatistics one = new OrderStatistics(merged, ranks);
            slice.forEach(one::add);
            exact.merge(one);
        }
        for (long rank : ranks) {
            assertThat(exact.valueAt(rank)).isEqualTo(sorted[(int) rank - 1]);
        }
    }

    /** A population that is one value costs one entry, however large. */
    @Test
    void equalValuesAreKeptOnce() {
        LogHistogram histogram = new LogHistogram();
        double[] values = new double[50_000];
        Arrays.fill(values, 0.3);
        Arrays.stream(values).forEach(histogram::add);
        OrderStatistics median = new OrderStatistics(histogram, List.of(25_000L));
        Arrays.stream(values).forEach(median::add);
        assertThat(median.valueAt(25_000)).isEqualTo(0.3);
        assertThat(median.keptValues()).isEqualTo(1);
    }

    @Test
    void nanHasNoRank() {
        LogHistogram histogram = new LogHistogram();
        histogram.add(Double.NaN);
        histogram.add(2);
        assertThat(histogram.nanCount()).isEqualTo(1);
        assertThat(histogram.count()).isEqualTo(1);
        assertThatThrownBy(() -> histogram.placeOf(2)).hasMessageContaining("rank must lie in 1..1, got 2");
    }
}
