package org.grainflux.statistics.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.grainflux.core.RandomStreams;
import org.grainflux.statistics.IntervalEstimate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterBootstrapTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final ClusterBootstrap BOOTSTRAP = ClusterBootstrap.standard();

    private static RandomGenerator random(long index) {
        return RandomStreams.stream(20210307, "test-bootstrap", index);
    }

    private static double coverage(ClusteredPopulation population, double probability, double truth, int trials) {
        ClusterBootstrap bootstrap = new ClusterBootstrap(500);
        int covered = 0;
        for (int i = 0; i < trials; i++) {
            RandomGenerator random = random(1000L + i);
            ClusteredSample sample = ClusteredSample.of(population.draw(random));
            covered += bootstrap.quantile(sample, probability, random).contains(truth) ? 1 : 0;
        }
        return covered / (double) trials;
    }

    @ParameterizedTest
    @CsvSource({ // binomial standard error of 400 trials at 95 %: 1.1 %; 500 resamples cost another 0.5 %
        "8, 0.92",
        "16, 0.92",
        "32, 0.92",
    })
    void coversTheMedianOfAClusteredPopulation(int clusters, double least) {
        assertThat(coverage(new ClusteredPopulation(clusters, 20, 0.5, 0.5), 0.5, 1, 400))
                .isBetween(least, 0.985);
    }

    @Test
    void fourClustersCoverAsOftenAsTheirRangeCan() {
        // The range of 4 cluster medians covers with 1 − 2/16 = 87.5 %; standard error 1.7 %.
        assertThat(coverage(new ClusteredPopulation(4, 20, 0.5, 0.1), 0.5, 1, 400))
                .isBetween(0.82, 0.92);
    }

    @Tag("nightly")
    @ParameterizedTest
    @CsvSource({"16, 0.5", "32, 0.5", "32, 0.9", "100, 0.5", "100, 0.9"})
    void coverageHoldsWithManyTrials(int clusters, double probability) {
        double spread = Math.sqrt(0.5);
        double truth = Math.exp(spread * new NormalDistribution(null, 0, 1).inverseCumulativeProbability(probability));
        // Standard error 0.5 %; upper quantiles of few clusters are known to be covered less.
        assertThat(coverage(new ClusteredPopulation(clusters, 50, 0.5, 0.5), probability, truth, 2000))
                .isBetween(clusters < 50 && probability > 0.5 ? 0.90 : 0.93, 0.975);
    }

    @Test
    void treatingDependentValuesAsIndependentWouldBeFarTooNarrow() {
        double[][] rows = new ClusteredPopulation(16, 100, 0.5, 0.2).draw(random(1));
        double[] flat = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        IntervalEstimate clustered = BOOTSTRAP.median(ClusteredSample.of(rows), random(2));
        IntervalEstimate naive = BOOTSTRAP.median(ClusteredSample.ofIndependent(flat), random(2));
        assertThat(clustered.value()).isEqualTo(naive.value());
        assertThat(clustered.upper95() - clustered.lower95()).isGreaterThan(3 * (naive.upper95() - naive.lower95()));
    }

    @Test
    void sameStreamSameBitsAndOrderWithinAClusterDoesNotMatter() {
        double[][] rows = new ClusteredPopulation(10, 5, 1, 1).draw(random(3));
        double[][] reversed = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
        for (double[] row : reversed) {
            double first = row[0];
            row[0] = row[4];
            row[4] = first;
        }
        assertThat(BOOTSTRAP.median(ClusteredSample.of(rows), random(4)))
                .isEqualTo(BOOTSTRAP.median(ClusteredSample.of(reversed), random(4)))
                .isNotEqualTo(BOOTSTRAP.median(ClusteredSample.of(rows), random(5)));
    }

    @Test
    void censoredValuesPushTheUpperBoundToInfinityFirst() {
        double[][] rows = new double[20][1];
        for (int c = 0; c < rows.length; c++) {
            rows[c][0] = c < 12 ? 1 + c : INF;
        }
        IntervalEstimate median = BOOTSTRAP.median(ClusteredSample.of(rows), random(6));
        assertThat(median.value()).isEqualTo(10.5);
        assertThat(median.lower95()).isBetween(3.0, 8.0);
        assertThat(median.upper95()).isEqualTo(INF);
    }

    @Test
    void oneClusterHasNoIntervalAndNoneHasNoMedian() {
        IntervalEstimate one = BOOTSTRAP.median(ClusteredSample.of(new double[][] {{1, 2, 3}}), random(7));
        assertThat(one.value()).isEqualTo(2);
        assertThat(one.lower95()).isNaN();
        assertThat(BOOTSTRAP
                        .median(ClusteredSample.of(new double[][] {{Double.NaN}}), random(7))
                        .value())
                .isNaN();
    }

    @Test
    void agreesWithTheOrderStatisticsOfIndependentValues() {
        double[] values = new double[400];
        RandomGenerator random = random(8);
        Arrays.setAll(values, i -> Math.exp(random.nextGaussian()));
        ClusteredSample sample = ClusteredSample.ofIndependent(values);
        IntervalEstimate exact = OrderStatisticInterval.of(values, 0.5);
        double halfWidth = 0.5 * (exact.upper95() - exact.lower95());
        for (IntervalEstimate other :
                new IntervalEstimate[] {BOOTSTRAP.median(sample, random), WoodruffInterval.of(sample, 0.5)}) {
            // Neighbouring order statistics are 1/40 of the interval apart; allow four of them.
            assertThat(other.lower95()).isCloseTo(exact.lower95(), within(0.2 * halfWidth));
            assertThat(other.upper95()).isCloseTo(exact.upper95(), within(0.2 * halfWidth));
        }
    }

    @Test
    void manyClustersUseTheOrderStatistics() {
        double[][] rows = new ClusteredPopulation(100_000, 2, 0.6, 0.2).draw(random(9));
        IntervalEstimate median = BOOTSTRAP.median(ClusteredSample.of(rows), random(10));
        // Two values of a cluster have correlation ρ = 0.9, so the share below the median has the variance
        // [1/4 + asin(ρ)/2π]/(2K); the density of ln x at the median is 1/(σ√2π).
        double sigma = Math.sqrt(0.4);
        double variance = (0.25 + Math.asin(0.9) / (2 * Math.PI)) / 200_000;
        double expected = 1.96 * Math.sqrt(variance) * sigma * Math.sqrt(2 * Math.PI);
        // The local density comes from some 700 values: ± 5 %. Ignoring the clusters would lose 24 %.
        assertThat(0.5 * Math.log(median.upper95() / median.lower95())).isCloseTo(expected, within(0.12 * expected));
        assertThat(median.contains(1)).isTrue();
        assertThat(BOOTSTRAP.median(ClusteredSample.of(rows), random(11))).isEqualTo(median);
    }
}
