package org.grainflux.statistics.variance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.grainflux.core.RandomStreams;
import org.grainflux.statistics.variance.VarianceShares.Source;
import org.junit.jupiter.api.Test;

class VarianceSharesTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double LIMIT = 1e6;

    /** Standard deviations of the four sources in ln(value). */
    private static double[][][] population(
            RandomGenerator random, int nS, int nP, int nD, double s, double p, double d, double pd) {
        double[][][] values = new double[nS][nP][nD];
        for (double[][] grid : values) {
            double structure = s * random.nextGaussian();
            double[] draw = new double[nD];
            for (int j = 0; j < nD; j++) {
                draw[j] = d * random.nextGaussian();
            }
            for (double[] row : grid) {
                double prior = p * random.nextGaussian();
                for (int j = 0; j < nD; j++) {
                    row[j] = Math.exp(structure + prior + draw[j] + pd * random.nextGaussian());
                }
            }
        }
        return values;
    }

    @Test
    void estimatesAreUnbiased() {
        int trials = 400;
        double[] sum = new double[4];
        for (int i = 0; i < trials; i++) {
            RandomGenerator random = RandomStreams.stream(3, "test-variance", i);
            VarianceShares v = VarianceShares.of(population(random, 20, 5, 4, 0.6, 0.9, 0.7, 0.4), LIMIT);
            sum[0] += v.structure() / trials;
            sum[1] += v.prior() / trials;
            sum[2] += v.draw() / trials;
            sum[3] += v.interaction() / trials;
        }
        // Standard errors over 400 trials (from MS variances 2 MS²/df): 0.013, 0.008, 0.005, 0.001. Cutting at zero
        // raises the structure's mean by less than 0.002.
        assertThat(sum[0]).isCloseTo(0.36, within(0.04));
        assertThat(sum[1]).isCloseTo(0.81, within(0.024));
        assertThat(sum[2]).isCloseTo(0.49, within(0.016));
        assertThat(sum[3]).isCloseTo(0.16, within(0.004));
    }

    @Test
    void handComputedGrid() {
        // ln values: structure 1: {{0, 2}, {2, 8}}, structure 2: {{1, 1}, {1, 1}}.
        double[][][] values = {{{1, Math.exp(2)}, {Math.exp(2), Math.exp(8)}}, {{Math.E, Math.E}, {Math.E, Math.E}}};
        VarianceShares v = VarianceShares.of(values, LIMIT);
        // MS_PD = 4·1²/2 = 2; MS_P = MS_D = 2·(2² + 2²)/2 = 8; MS_S = 4·(1² + 1²)/1 = 8.
        assertThat(v.interaction()).isCloseTo(2, within(1e-12));
        assertThat(v.prior()).isCloseTo(3, within(1e-12));
        assertThat(v.draw()).isCloseTo(3, within(1e-12));
        assertThat(v.structure()).isZero(); // (8 − 8 − 8 + 2)/4 < 0
        assertThat(v.zeroed()).containsExactly(Source.STRUCTURE);
        assertThat(v.share(Source.PRIOR)).isCloseTo(3.0 / 8, within(1e-12));
    }

    @Test
    void aSingleDrawOfASourceHasNoVariance() {
        RandomGenerator random = RandomStreams.stream(4, "test-variance", 0);
        VarianceShares noPrior = VarianceShares.of(population(random, 400, 1, 6, 0.5, 0, 0.8, 0), LIMIT);
        assertThat(noPrior.prior()).isZero();
        assertThat(noPrior.interaction()).isZero();
        assertThat(noPrior.structure()).isCloseTo(0.25, within(0.1)); // 4 standard errors
        assertThat(noPrior.draw()).isCloseTo(0.64, within(0.08));
        VarianceShares structureOnly = VarianceShares.of(population(random, 400, 1, 1, 0.5, 0, 0, 0), LIMIT);
        assertThat(structureOnly.structure()).isEqualTo(structureOnly.total()).isCloseTo(0.25, within(0.07));
    }

    @Test
    void censoredIsClippedAndCountedFailedIsLeftOut() {
        double[][][] values = {{{1, INF}}, {{2, 20}}, {{Double.NaN, INF}}};
        VarianceShares v = VarianceShares.of(values, 10);
        assertThat(v.clippedValues()).isEqualTo(2);
        assertThat(v.structures()).isEqualTo(2);
        assertThat(v.excludedStructures()).isEqualTo(1);
        assertThat(v).isEqualTo(VarianceShares.of(new double[][][] {{{1, 10.5}}, {{2, 10.5}}, {{Double.NaN, 1}}}, 10));
    }

    @Test
    void nonsenseIsRefused() {
        double[][] grid = {{1, 2}};
        assertThatThrownBy(() -> VarianceShares.of(new double[][][] {grid}, 10)).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> VarianceShares.of(new double[][][] {grid, {{1}}}, 10))
                .hasMessageContaining("1 prior");
        assertThatThrownBy(() -> VarianceShares.of(new double[][][] {grid, grid}, INF))
                .hasMessageContaining("limit");
        assertThatThrownBy(() -> VarianceShares.of(new double[][][] {grid, {{0, 1}}}, 10))
                .hasMessageContaining("positive");
    }
}
