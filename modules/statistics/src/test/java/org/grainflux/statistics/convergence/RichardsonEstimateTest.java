package org.grainflux.statistics.convergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.grainflux.statistics.convergence.RichardsonEstimate.Behaviour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RichardsonEstimateTest {
    @ParameterizedTest
    @CsvSource({"2, 2, 0.3", "2, 1, -0.3", "1.5, 2, 0.1", "3, 0.5, 0.2", "1.41421356237, 0.77, 4"})
    void recoversAPowerLaw(double ratio, double order, double constant) {
        double limit = -3;
        RichardsonEstimate r = RichardsonEstimate.of(
                limit + constant * Math.pow(ratio * ratio, order),
                limit + constant * Math.pow(ratio, order),
                limit + constant,
                ratio);
        assertThat(r.behaviour()).isEqualTo(Behaviour.ASYMPTOTIC);
        // Differences lose two to three digits to cancellation.
        assertThat(r.observedOrder()).isCloseTo(order, within(1e-10));
        assertThat(r.extrapolated()).isCloseTo(limit, within(1e-10));
        assertThat(r.relativeError()).isCloseTo(Math.abs(constant / limit), within(1e-10));
        assertThat(r.conservativeRelativeError()).isCloseTo(1.25 * r.relativeError(), within(1e-15));
    }

    @Test
    void superconvergenceIsNotTrustedBeyondTheFormalOrder() {
        RichardsonEstimate r = RichardsonEstimate.of(1.64, 1.08, 1.01, 2, 2); // order 3
        assertThat(r.observedOrder()).isCloseTo(3, within(1e-12));
        assertThat(r.extrapolated()).isCloseTo(1.01 - 0.07 / 3, within(1e-12));
    }

    @Test
    void oscillationIsFlaggedWithASafeBound() {
        RichardsonEstimate r = RichardsonEstimate.of(1.0, 1.2, 1.1, 2);
        assertThat(r.behaviour()).isEqualTo(Behaviour.OSCILLATING);
        assertThat(r.extrapolated()).isEqualTo(1.1);
        assertThat(r.observedOrder()).isNaN();
        assertThat(r.conservativeRelativeError()).isCloseTo(3 * 0.2 / 1.1, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"1, 1.1, 1.2", "1, 1.1, 1.3", "1, 1.1, 1.195", "1, 1, 1.1"})
    void differencesThatDoNotShrinkAreNotExtrapolated(double coarse, double medium, double fine) {
        RichardsonEstimate r = RichardsonEstimate.of(coarse, medium, fine, 2);
        assertThat(r.behaviour()).isEqualTo(Behaviour.NOT_CONVERGING);
        assertThat(r.extrapolated()).isEqualTo(fine);
        assertThat(r.relativeError()).isCloseTo(3 * (fine - coarse) / fine, within(1e-12));
    }

    @Test
    void agreementToRoundingIsNoOscillation() {
        assertThat(RichardsonEstimate.of(1, 1.5, 1.5 + 2e-16, 2).behaviour())
                .isEqualTo(Behaviour.CONVERGED_TO_ROUNDING);
        assertThat(RichardsonEstimate.of(0, 0, 0, 2).relativeError()).isZero();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> RichardsonEstimate.of(1, 2, Double.NaN, 2)).hasMessageContaining("finite");
        assertThatThrownBy(() -> RichardsonEstimate.of(1, 2, 3, 1)).hasMessageContaining("ratio");
        assertThatThrownBy(() -> RichardsonEstimate.of(1, 2, 3, 2, 0)).hasMessageContaining("formal order");
    }
}
