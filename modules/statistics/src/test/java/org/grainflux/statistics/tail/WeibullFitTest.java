package org.grainflux.statistics.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.grainflux.core.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeibullFitTest {
    private static double[] weibull(RandomGenerator random, int n, double m, double s) {
        double[] x = new double[n];
        Arrays.setAll(x, i -> s * Math.pow(-Math.log(1 - random.nextDouble()), 1 / m));
        return x;
    }

    /** Log-likelihood as written in textbooks, independent of the solver. */
    private static double logLikelihood(double[] x, double limit, double m, double s) {
        double sum = 0;
        for (double v : x) {
            double z = Math.min(v, limit) / s;
            sum += (v <= limit ? Math.log(m / s) + (m - 1) * Math.log(z) : 0) - Math.pow(z, m);
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"3, 0.2, 2", "10, 1e-9, 1", "0.5, 1e8, 0.7", "40, 5, 0.99"})
    void isTheMaximumOfTheLikelihood(double m, double s, double limitOverScale) {
        double[] x = weibull(RandomStreams.stream(1, "test-weibull", 0), 200, m, s);
        double limit = s * limitOverScale;
        WeibullFit fit = WeibullFit.of(x, limit);
        double best = logLikelihood(x, limit, fit.modulus().value(), fit.scale());
        for (double f : new double[] {1 - 1e-3, 1 + 1e-3}) {
            assertThat(logLikelihood(x, limit, fit.modulus().value() * f, fit.scale()))
                    .isLessThan(best);
            assertThat(logLikelihood(x, limit, fit.modulus().value(), fit.scale() * f))
                    .isLessThan(best);
        }
        assertThat(fit.uncensored() + fit.censored()).isEqualTo(200);
        assertThat(fit.censored())
                .isEqualTo((int) Arrays.stream(x).filter(v -> v > limit).count());
    }

    @ParameterizedTest
    @CsvSource({"1e9", "0.8"})
    void modulusIntervalCovers(double limit) {
        int covered = 0;
        int trials = 500;
        for (int i = 0; i < trials; i++) {
            double[] x = weibull(RandomStreams.stream(2, "test-weibull", i), 100, 5, 1);
            covered += WeibullFit.of(x, limit).modulus().contains(5) ? 1 : 0;
        }
        // Standard error 1.0 %.
        assertThat(covered / (double) trials).isBetween(0.92, 0.98);
    }

    @Test
    void infiniteValuesAreCensoredAtTheLimit() {
        double[] x = {1, 2, 3, Double.POSITIVE_INFINITY};
        assertThat(WeibullFit.of(x, 3)).isEqualTo(WeibullFit.of(new double[] {1, 2, 3, 4}, 3));
        assertThatThrownBy(() -> WeibullFit.of(x)).hasMessageContaining("finite censoring limit");
    }

    @Test
    void noScatterNoModulus() {
        assertThatThrownBy(() -> WeibullFit.of(new double[] {2, 2, 2})).hasMessageContaining("scatter");
        assertThatThrownBy(() -> WeibullFit.of(new double[] {1, 2, 3}, 0.5)).hasMessageContaining("uncensored");
        assertThatThrownBy(() -> WeibullFit.of(new double[] {1, 0})).hasMessageContaining("> 0");
    }

    @Test
    void twoValuesHaveAClosedForm() {
        // For x = {e^−a, e^a}: tanh(m a) = 1/(m a), m a = 1.19967864.
        WeibullFit fit = WeibullFit.of(new double[] {Math.exp(-0.5), Math.exp(0.5)});
        assertThat(fit.modulus().value()).isCloseTo(2 * 1.1996786402577339, within(1e-9));
    }
}
