package org.grainflux.statistics.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.grainflux.core.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusteredSampleTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void countsWhatItLeavesOut() {
        ClusteredSample sample =
                ClusteredSample.of(new double[][] {{1, Double.NaN, INF}, {Double.NaN}, {}, {2, INF, 3}});
        assertThat(sample.clusterCount()).isEqualTo(2);
        assertThat(sample.emptyClusterCount()).isEqualTo(2);
        assertThat(sample.valueCount()).isEqualTo(5);
        assertThat(sample.censoredCount()).isEqualTo(2);
        assertThat(sample.excludedCount()).isEqualTo(2);
        assertThat(sample.median()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void weightedQuantileIsThatOfTheWrittenOutSample(long seed) {
        RandomGenerator random = RandomStreams.stream(seed, "test-clusters", 0);
        double[][] rows = new double[5][];
        for (int c = 0; c < rows.length; c++) {
            rows[c] = new double[1 + random.nextInt(4)];
            // Few distinct values, so that ties across clusters occur.
            Arrays.setAll(rows[c], i -> random.nextInt(6) == 0 ? INF : random.nextInt(4));
        }
        int[] multiplicity = {2, 0, 1, 3, 1};
        double[] writtenOut = new double[0];
        for (int c = 0; c < rows.length; c++) {
            for (int copy = 0; copy < multiplicity[c]; copy++) {
                int n = writtenOut.length;
                writtenOut = Arrays.copyOf(writtenOut, n + rows[c].length);
                System.arraycopy(rows[c], 0, writtenOut, n, rows[c].length);
            }
        }
        Arrays.sort(writtenOut);
        ClusteredSample sample = ClusteredSample.of(rows);
        for (double p : new double[] {0.025, 0.3, 0.5, 0.8, 0.975}) {
            assertThat(sample.quantile(p, multiplicity)).isEqualTo(Quantiles.ofSorted(writtenOut, p));
        }
    }

    @Test
    void standardErrorOfTheProbabilityIsBinomialForIndependentValues() {
        double[] values = new double[400];
        Arrays.setAll(values, i -> i);
        // 100 of 400 at or below 99: s² = p(1−p)/(n−1)
        assertThat(ClusteredSample.ofIndependent(values).standardErrorOfProbability(99))
                .isCloseTo(Math.sqrt(0.25 * 0.75 / 399), within(1e-15));
    }

    @Test
    void minusInfinityIsRefused() {
        assertThatThrownBy(() -> ClusteredSample.ofIndependent(new double[] {Double.NEGATIVE_INFINITY}))
                .hasMessageContaining("−∞");
    }
}
