package org.grainflux.statistics.censoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.grainflux.core.RandomStreams;
import org.grainflux.statistics.IntervalEstimate;
import org.grainflux.statistics.censoring.Observation.Above;
import org.grainflux.statistics.censoring.Observation.Below;
import org.grainflux.statistics.censoring.Observation.Measured;
import org.junit.jupiter.api.Test;

class PredictiveScoreTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void measuredValueIsALogNormalDensityInLnX() {
        PredictiveScore one = PredictiveScore.of(new double[] {2});
        double z = Math.log(2.5) / 0.3;
        assertThat(one.logLikelihood(new Measured(5, 0.3)))
                .isCloseTo(-0.5 * z * z - Math.log(0.3 * Math.sqrt(2 * Math.PI)), within(1e-12));
        // A second prediction that is infinite halves the density.
        assertThat(PredictiveScore.of(new double[] {2, INF}).logLikelihood(new Measured(5, 0.3)))
                .isCloseTo(one.logLikelihood(new Measured(5, 0.3)) - Math.log(2), within(1e-12));
    }

    @Test
    void mixtureOfPredictionsConvolvesTheirScatter() {
        RandomGenerator random = RandomStreams.stream(8, "test-score", 0);
        double[] predictions = new double[40_000];
        Arrays.setAll(predictions, i -> Math.exp(0.4 * random.nextGaussian()));
        double sigma = 0.5; // of 0.4 and 0.3
        double z = Math.log(1.7) / sigma;
        assertThat(PredictiveScore.of(predictions).logLikelihood(new Measured(1.7, 0.3)))
                .isCloseTo(-0.5 * z * z - Math.log(sigma * Math.sqrt(2 * Math.PI)), within(0.02));
    }

    @Test
    void boundsAreProbabilities() {
        PredictiveScore score = PredictiveScore.of(new double[] {0.05, 0.08, 0.1, 0.4, INF, Double.NaN});
        assertThat(score.logLikelihood(new Below(0.1))).isCloseTo(Math.log(2.5 / 6), within(1e-15));
        assertThat(score.logLikelihood(new Above(0.1))).isCloseTo(Math.log(3.5 / 6), within(1e-15));
        assertThat(score.logLikelihood(new Below(0.01))).isCloseTo(Math.log(0.5 / 6), within(1e-15));
    }

    @Test
    void farObservationsDoNotUnderflow() {
        PredictiveScore score = PredictiveScore.of(new double[] {1, 2});
        assertThat(score.logLikelihood(new Measured(1e10, 0.1))).isBetween(-30_000.0, -20_000.0);
    }

    @Test
    void coverageCountsBoundsThatLeaveRoom() {
        IntervalEstimate predicted = new IntervalEstimate(0.2, 0.1, 0.4);
        assertThat(PredictiveScore.agrees(new Measured(0.4, 0.1), predicted)).isTrue();
        assertThat(PredictiveScore.agrees(new Measured(0.41, 0.1), predicted)).isFalse();
        assertThat(PredictiveScore.agrees(new Below(0.1), predicted)).isFalse();
        assertThat(PredictiveScore.agrees(new Below(0.11), predicted)).isTrue();
        assertThat(PredictiveScore.agrees(new Above(0.4), predicted)).isFalse();
        EmpiricalCoverage coverage = EmpiricalCoverage.of(List.of(
                new EmpiricalCoverage.Case(new Below(0.3), predicted),
                new EmpiricalCoverage.Case(new Measured(1, 0.1), predicted)));
        assertThat(coverage.agreeing()).isEqualTo(1);
        assertThat(coverage.total()).isEqualTo(2);
    }

    @Test
    void coverageIntervalIsClopperPearson() {
        IntervalEstimate share = EmpiricalCoverage.of(8, 10).share(); // textbook example
        assertThat(share.lower95()).isCloseTo(0.4439045, within(1e-7));
        assertThat(share.upper95()).isCloseTo(0.9747893, within(1e-7));
        assertThat(EmpiricalCoverage.of(10, 10).share().upper95()).isEqualTo(1);
        assertThat(EmpiricalCoverage.of(0, 10).share().upper95()).isCloseTo(0.3084971, within(1e-7));
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new Measured(1, 0)).hasMessageContaining("sigma_ln");
        assertThatThrownBy(() -> new Below(Double.NaN)).hasMessageContaining("upper bound");
        assertThatThrownBy(() -> PredictiveScore.of(new double[] {Double.NaN})).hasMessageContaining("at least one");
        assertThatThrownBy(() -> PredictiveScore.of(new double[] {-1, 1})).hasMessageContaining("positive");
    }
}
