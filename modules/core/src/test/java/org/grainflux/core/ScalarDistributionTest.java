package org.grainflux.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScalarDistributionTest {
    private static final int SAMPLES = 50_000;

    /** Distribution, point, probability to lie above it. */
    static Stream<Arguments> tails() {
        ScalarDistribution logNormal = new ScalarDistribution.LogNormal(2.1, 1);
        ScalarDistribution pareto = new ScalarDistribution.Pareto(0.5, 2.5);
        return Stream.of(
                Arguments.of(logNormal, 2.1, 0.5),
                Arguments.of(logNormal, 2.1 * Math.exp(ScalarDistribution.Z95), 0.025),
                Arguments.of(pareto, 1.0, Math.pow(2, -2.5)),
                Arguments.of(pareto, 2.0, Math.pow(4, -2.5)),
                Arguments.of(new ScalarDistribution.Uniform(2, 6), 5.0, 0.25),
                Arguments.of(new ScalarDistribution.LogUniform(0.1, 10), 1.0, 0.5),
                Arguments.of(new ScalarDistribution.LogUniform(0.1, 10), Math.pow(10, 0.5), 0.25));
    }

    @ParameterizedTest
    @MethodSource("tails")
    void samplesFollowTheDistribution(ScalarDistribution distribution, double point, double above) {
        RandomGenerator random = RandomStreams.stream(20210307, "scalar-distribution-test", 1);
        long count = 0;
        for (int i = 0; i < SAMPLES; i++) {
            count += distribution.sample(random) > point ? 1 : 0;
        }
        // Four standard errors of a binomial share.
        double tolerance = 4 * Math.sqrt(above * (1 - above) / SAMPLES);
        assertThat(count / (double) SAMPLES).isCloseTo(above, within(tolerance));
    }

    @ParameterizedTest
    @MethodSource("tails")
    void scalingMultipliesEverySample(ScalarDistribution distribution, double point, double above) {
        RandomGenerator one = RandomStreams.stream(7, "scaling", 0);
        RandomGenerator other = RandomStreams.stream(7, "scaling", 0);
        ScalarDistribution scaled = distribution.scaled(1e-6);
        assertThat(scaled.median()).isCloseTo(1e-6 * distribution.median(), within(1e-18));
        for (int i = 0; i < 100; i++) {
            double expected = 1e-6 * distribution.sample(one);
            assertThat(scaled.sample(other)).isCloseTo(expected, within(1e-12 * expected));
        }
    }

    @Test
    void mediansAreThoseOfTheSamples() {
        for (ScalarDistribution distribution : new ScalarDistribution[] {
            new ScalarDistribution.Pareto(0.5, 2.5),
            new ScalarDistribution.Uniform(2, 6),
            ScalarDistribution.LogNormal.fromRange95(1, 0.5, 2)
        }) {
            RandomGenerator random = RandomStreams.stream(3, "median", 0);
            double[] samples = new double[SAMPLES];
            Arrays.setAll(samples, i -> distribution.sample(random));
            Arrays.sort(samples);
            DoubleUnaryOperator rank = x -> Math.abs(Arrays.binarySearch(samples, x) + 1) / (double) SAMPLES;
            assertThat(rank.applyAsDouble(distribution.median())).isCloseTo(0.5, within(0.01));
        }
    }

    @Test
    void aRangeOf95PercentGivesTheHalfWidthInTheLogarithm() {
        assertThat(ScalarDistribution.LogNormal.fromRange95(1, 0.5, 2).sigmaLn())
                .isCloseTo(Math.log(2) / ScalarDistribution.Z95, within(1e-12));
    }

    @Test
    void impossibleDistributionsAreRefused() {
        assertThatThrownBy(() -> ScalarDistribution.fixed(Double.NaN)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new ScalarDistribution.Uniform(2, 2)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new ScalarDistribution.LogUniform(0, 2)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new ScalarDistribution.LogNormal(Double.NaN, 1))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new ScalarDistribution.Pareto(1, 0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ScalarDistribution.LogNormal.fromRange95(1, 1.5, 2))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("low95");
    }
}
