package org.grainflux.statistics.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.grainflux.core.RandomStreams;
import org.junit.jupiter.api.Test;

class PairedRatioTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;
    private final RandomGenerator random = RandomStreams.stream(7, "test-ratio", 0);

    private PairedRatio ratio(double[][] numerator, double[][] denominator) {
        return PairedRatio.ofMedians(numerator, denominator, ClusterBootstrap.standard(), random);
    }

    private static double[][] scaled(double[][] rows, double factor) {
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(row).map(x -> factor * x).toArray())
                .toArray(double[][]::new);
    }

    @Test
    void whatClustersDoToBothDesignsCancels() {
        double[][] denominator = new ClusteredPopulation(12, 7, 1, 0.5).draw(random);
        PairedRatio exact = ratio(scaled(denominator, 2), denominator);
        assertThat(exact.ratio().lower95()).isCloseTo(2, within(1e-14));
        assertThat(exact.ratio().upper95()).isCloseTo(2, within(1e-14));
        assertThat(exact.pairs()).isEqualTo(12);
    }

    @Test
    void unpairedClustersWouldBeMuchLessCertain() {
        double[][] denominator = new ClusteredPopulation(16, 9, 1, 0.1).draw(random);
        double[][] numerator = scaled(denominator, 3);
        for (double[] row : numerator) {
            Arrays.setAll(row, j -> row[j] * Math.exp(0.1 * random.nextGaussian()));
        }
        double[][] rotated = new double[16][];
        Arrays.setAll(rotated, c -> numerator[(c + 5) % 16]);
        PairedRatio paired = ratio(numerator, denominator);
        PairedRatio broken = ratio(rotated, denominator);
        assertThat(paired.ratio().value()).isEqualTo(broken.ratio().value()).isBetween(2.5, 3.5);
        double logWidth = Math.log(paired.ratio().upper95() / paired.ratio().lower95());
        assertThat(logWidth)
                .isLessThan(
                        0.5 * Math.log(broken.ratio().upper95() / broken.ratio().lower95()));
    }

    @Test
    void onlyClustersKnownToBothDesignsAreUsed() {
        double[][] numerator = {{2}, {NAN}, {4}, {100}, {6}};
        double[][] denominator = {{1}, {50}, {2}, {NAN}, {3}};
        PairedRatio r = ratio(numerator, denominator);
        assertThat(r.ratio().value()).isEqualTo(2);
        assertThat(r.pairs()).isEqualTo(3);
        assertThat(r.droppedClusters()).isEqualTo(2);
    }

    @Test
    void censoredOnBothSidesIsUnknownAndWidensBothEnds() {
        double[][] both = {{INF}, {INF}, {1}, {INF}, {INF}, {INF}};
        PairedRatio r = ratio(both, both);
        assertThat(r.ratio().value()).isNaN();
        assertThat(r.undefinedReplicates()).isGreaterThan(1000);
        assertThat(r.ratio().lower95()).isZero();
        assertThat(r.ratio().upper95()).isEqualTo(INF);
        PairedRatio numeratorOnly = ratio(new double[][] {{INF}, {INF}}, new double[][] {{1}, {2}});
        assertThat(numeratorOnly.ratio().value()).isEqualTo(INF);
    }
}
