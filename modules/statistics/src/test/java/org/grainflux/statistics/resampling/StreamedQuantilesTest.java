package org.grainflux.statistics.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.grainflux.core.RandomStreams;
import org.grainflux.statistics.IntervalEstimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamedQuantilesTest {
    private static final double[] PROBABILITIES = {0.025, 0.975};

    private static RandomGenerator random(long index) {
        return RandomStreams.stream(20, "streamed quantiles", index);
    }

    /** Clusters of different sizes; some empty, some failed, some censored, some equal. */
    private static double[][] clusters(long seed, int count) {
        RandomGenerator random = random(seed);
        double[][] rows = new double[count][];
        for (int c = 0; c < count; c++) {
            rows[c] = new double[random.nextInt(5)];
            double shared = random.nextGaussian();
            for (int j = 0; j < rows[c].length; j++) {
                double x = Math.exp(0.3 * shared + 0.2 * random.nextGaussian());
                int kind = random.nextInt(20);
                rows[c][j] = kind == 0 ? Double.NaN : kind == 1 ? Double.POSITIVE_INFINITY : kind < 5 ? 1.25 : x;
            }
        }
        return rows;
    }

    private static StreamedQuantiles streamed(double[][] rows) {
        StreamedQuantiles all = new StreamedQuantiles(PROBABILITIES);
        for (int pass = 0; pass < StreamedQuantiles.PASSES; pass++) {
            for (double[] row : rows) {
                all.add(row);
            }
            all.endPass();
        }
        return all;
    }

    /** The sums of a pass are integers here and doubles there, so interpolation may differ in the last digits. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 40, 1000, 5000})
    void whatIsStreamedIsWhatIsHeldInMemory(int count) {
        double[][] rows = clusters(count, count);
        rows[0] = new double[] {1, 2};
        rows[1] = new double[] {3};
        ClusteredSample sample = ClusteredSample.of(rows);
        StreamedQuantiles streamed = streamed(rows);
        for (double probability : PROBABILITIES) {
            assertThat(streamed.quantile(probability)).isEqualTo(sample.quantile(probability));
        }
        IntervalEstimate expected = WoodruffInterval.of(sample, 0.5);
        assertThat(streamed.median().value()).isEqualTo(expected.value());
        assertThat(streamed.median().lower95()).isCloseTo(expected.lower95(), within(1e-10));
        assertThat(streamed.median().upper95()).isCloseTo(expected.upper95(), within(1e-10));
        assertThat(streamed.clusterCount()).isEqualTo(sample.clusterCount());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyPartitionInAnyOrderGivesTheSameBits(long seed) {
        double[][] top = clusters(seed, 400);
        double[][] bottom = clusters(seed + 100, 400);
        IntervalEstimate whole = ratio(top, bottom, 1, new Random(seed));
        for (int parts : new int[] {2, 5, 17}) {
            assertThat(ratio(top, bottom, parts, new Random(parts))).isEqualTo(whole);
        }
    }

    private static IntervalEstimate ratio(double[][] top, double[][] bottom, int parts, Random random) {
        StreamedRatio all = new StreamedRatio();
        for (int pass = 0; pass < StreamedQuantiles.PASSES; pass++) {
            List<StreamedRatio> partials = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                partials.add(all.partial());
            }
            List<Integer> order = new ArrayList<>();
            for (int c = 0; c < top.length; c++) {
                order.add(c);
            }
            Collections.shuffle(order, random);
            for (int c : order) {
                partials.get(random.nextInt(parts)).add(top[c], bottom[c]);
            }
            partials.forEach(all::merge);
            all.endPass();
        }
        return all.ratio();
    }

    /** The bootstrap of both designs at once is the independent witness. */
    @Test
    void theRatioHasTheIntervalOfTheBootstrap() {
        int clusters = 1500;
        RandomGenerator random = random(7);
        double[][] top = new double[clusters][2];
        double[][] bottom = new double[clusters][2];
        for (int c = 0; c < clusters; c++) {
            double shared = 0.5 * random.nextGaussian();
            for (int j = 0; j < 2; j++) {
                top[c][j] = 3 * Math.exp(shared + 0.2 * random.nextGaussian());
                bottom[c][j] = Math.exp(shared + 0.2 * random.nextGaussian());
            }
        }
        IntervalEstimate witness = PairedRatio.ofMedians(top, bottom, new ClusterBootstrap(2000), random)
                .ratio();
        IntervalEstimate streamed = ratio(top, bottom, 3, new Random(1));
        assertThat(streamed.value()).isEqualTo(witness.value());
        double half = 0.5 * Math.log(witness.upper95() / witness.lower95());
        // Both take a local density from some hundred order statistics: 10 % each. Without the pairing it would be 2.1
        // times as wide.
        assertThat(0.5 * Math.log(streamed.upper95() / streamed.lower95())).isCloseTo(half, within(0.25 * half));
    }

    @Test
    void whatCannotBeKnownIsNan() {
        StreamedQuantiles none = streamed(new double[][] {{}, {Double.NaN}});
        assertThat(none.quantile(0.025)).isNaN();
        assertThat(none.median().value()).isNaN();
        StreamedQuantiles one = streamed(new double[][] {{1, 2, 3}});
        assertThat(one.median().value()).isEqualTo(2);
        assertThat(one.median().lower95()).isNaN();
        double[][] nothing = {{}, {Double.NaN}};
        assertThat(ratio(nothing, new double[][] {{1}, {2}}, 2, new Random(1)).value())
                .isNaN();
    }

    @Test
    void aRatioOfCensoredMediansIsBoundedByNothing() {
        double[][] finite = {{1, 2}, {2, 3}, {3, 4}};
        double[][] censored = {{Double.POSITIVE_INFINITY}, {Double.POSITIVE_INFINITY}, {Double.POSITIVE_INFINITY}};
        IntervalEstimate ratio = ratio(censored, finite, 2, new Random(1));
        assertThat(ratio.value()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(ratio.upper95()).isEqualTo(Double.POSITIVE_INFINITY);
    }
}
