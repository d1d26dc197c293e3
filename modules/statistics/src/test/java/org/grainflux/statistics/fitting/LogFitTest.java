package org.grainflux.statistics.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import org.grainflux.core.RandomStreams;
import org.grainflux.statistics.IntervalEstimate;
import org.junit.jupiter.api.Test;

class LogFitTest {
    private static final double[] X = {0, 0.5, 1, 2, 4};

    private static double[] decay(double amplitude, double rate) {
        double[] y = new double[X.length];
        for (int k = 0; k < X.length; k++) {
            y[k] = amplitude * Math.exp(-rate * X[k]);
        }
        return y;
    }

    @Test
    void exactFiguresGiveTheParametersBack() {
        double[] errors = {0.01, 0.01, 0.01, 0.01, 0.01};
        LogFit.Result result = LogFit.fit(
                List.of("amplitude", "rate"), new double[] {1, 1}, p -> decay(p[0], p[1]), decay(3, 0.4), errors);
        assertThat(result.intervals().get("amplitude").value()).isCloseTo(3, within(1e-7));
        assertThat(result.intervals().get("rate").value()).isCloseTo(0.4, within(1e-7));
        assertThat(result.unidentified()).isEmpty();
        assertThat(result.chiSquare()).isCloseTo(0, within(1e-9));
    }

    /** 400 noisy sets: 95 % of the intervals hold the truth, to three binomial standard errors (3.3 %). */
    @Test
    void intervalsCover() {
        double[] errors = {0.05, 0.05, 0.05, 0.05, 0.05};
        RandomGenerator random = RandomStreams.stream(3, "log-fit", 0);
        int covered = 0;
        for (int run = 0; run < 400; run++) {
            double[] noisy = decay(3, 0.4);
            for (int k = 0; k < noisy.length; k++) {
                noisy[k] += errors[k] * random.nextGaussian();
            }
            IntervalEstimate rate = LogFit.fit(
                            List.of("amplitude", "rate"), new double[] {1, 1}, p -> decay(p[0], p[1]), noisy, errors)
                    .intervals()
                    .get("rate");
            covered += rate.contains(0.4) ? 1 : 0;
        }
        assertThat(covered / 400.0).isBetween(0.917, 0.983);
    }

    @Test
    void aProductIsKnownAndItsFactorsAreNot() {
        double[] errors = {0.01, 0.01, 0.01, 0.01, 0.01};
        LogFit.Result result = LogFit.fit(
                List.of("gain", "source", "rate", "idle"),
                new double[] {2, 2, 1, 5},
                p -> decay(p[0] * p[1], p[2]),
                decay(3, 0.4),
                errors);
        assertThat(result.intervals().get("rate").value()).isCloseTo(0.4, within(1e-6));
        assertThat(result.intervals().get("gain").lower95()).isNaN();
        assertThat(result.unidentified())
                .hasSize(2)
                .anySatisfy(group -> assertThat(group).containsExactly("gain", "source"));
        assertThat(result.unidentified()).contains(List.of("idle"));
    }
}
