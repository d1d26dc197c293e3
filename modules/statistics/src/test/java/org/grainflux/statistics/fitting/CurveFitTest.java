package org.grainflux.statistics.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurveFitTest {
    private static final CurveFit.Curve SATURATING = (p, x) -> p[0] + p[1] * (1 - Math.exp(-x / p[2]));
    private static final CurveFit.Curve POWER = (p, x) -> p[0] * Math.pow(1 + x / p[1], p[2]);

    @Test
    void exactValuesGiveTheirParameters() {
        double[] x = grid(60);
        double[] y = Arrays.stream(x)
                .map(v -> SATURATING.at(new double[] {0.12, 3, 2}, v))
                .toArray();
        CurveFit fit = CurveFit.of(SATURATING, x, y, new double[] {1, 1, 1});
        assertThat(fit.parameters()[0]).isCloseTo(0.12, within(1e-5));
        assertThat(fit.parameters()[1]).isCloseTo(3, within(1e-4));
        assertThat(fit.parameters()[2]).isCloseTo(2, within(1e-4));
    }

    /** With 20 % of scatter the curve that made the points wins, whichever it was. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void theCurveThatMadeThePointsHasTheLowerCriterion(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = grid(200);
        CurveFit.Curve[] curves = {SATURATING, POWER};
        double[][] truths = {{0.12, 3, 2}, {0.12, 0.5, 1.3}};
        for (int made = 0; made < 2; made++) {
            int of = made;
            double[] y = Arrays.stream(x)
                    .map(v -> curves[of].at(truths[of], v) * Math.exp(0.2 * random.nextGaussian()))
                    .toArray();
            double right =
                    CurveFit.of(curves[made], x, y, new double[] {0.2, 1, 1}).akaike();
            double wrong = CurveFit.of(curves[1 - made], x, y, new double[] {0.2, 1, 1})
                    .akaike();
            assertThat(right).isLessThan(wrong - 4);
        }
    }

    @Test
    void tooFewOrImpossibleValuesAreRefused() {
        assertThatThrownBy(() -> CurveFit.of(POWER, new double[5], new double[5], new double[] {1, 1, 1}))
                .isInstanceOf(IllegalArgumentException.class);
        double[] x = grid(10);
        assertThatThrownBy(() -> CurveFit.of(POWER, x, new double[10], new double[] {1, 1, 1}))
                .hasMessageContaining("> 0");
    }

    private static double[] grid(int n) {
        double[] x = new double[n];
        Arrays.setAll(x, k -> 10.0 * k / (n - 1));
        return x;
    }
}
