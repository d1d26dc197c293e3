package org.grainflux.fem.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedPointTest {
    private static final int LIMIT = 200;

    /** x = b − 3 x in each component: plain iteration diverges. */
    private static double[] divergent(double[] x) {
        double[] image = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            image[i] = 4.0 * (i + 1) - 3 * x[i];
        }
        return image;
    }

    @Test
    void aitkenEndsAScalarLinearMapInTwoSteps() {
        FixedPoint found =
                FixedPoint.find(FixedPointTest::divergent, new double[1], new AitkenRelaxation(0.5, 10), 1e-12, LIMIT);
        assertThat(found.point()[0]).isCloseTo(1, within(1e-12));
        assertThat(found.iterations()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void andersonEndsALinearMapOfFourDirectionsInSixEvaluations(long seed) {
        Random random = new Random(seed);
        double[] slopes = {-2.5, 0.9, -0.7, 3.0};
        double[] limits = random.doubles(4, -1, 1).toArray();
        FixedPointMap map = x -> {
            double[] image = new double[4];
            for (int i = 0; i < 4; i++) {
                image[i] = limits[i] + slopes[i] * (x[i] - limits[i]);
            }
            return image;
        };
        FixedPoint found = FixedPoint.find(map, new double[4], new AndersonRelaxation(4, 0.5), 1e-9, LIMIT);
        assertThat(found.point()).containsExactly(limits, within(1e-8));
        // Five make it exact in exact arithmetic; the sixth sees it.
        assertThat(found.iterations()).isLessThanOrEqualTo(6);
    }

    @Test
    void depthZeroIsPlainIteration() {
        FixedPointMap halving = x -> new double[] {0.5 * x[0]};
        FixedPoint found = FixedPoint.find(halving, new double[] {1}, new AndersonRelaxation(0, 1), 1e-3, LIMIT);
        // The residual after k evaluations is 2^-k.
        assertThat(found.iterations()).isEqualTo(10);
        assertThat(found.residual()).isEqualTo(Math.pow(2, -10));
    }

    @Test
    void equalSlopesDoNotUpsetTheCombination() {
        FixedPoint found =
                FixedPoint.find(FixedPointTest::divergent, new double[5], new AndersonRelaxation(4, 1), 1e-10, LIMIT);
        assertThat(found.point()).containsExactly(new double[] {1, 2, 3, 4, 5}, within(1e-10));
        assertThat(found.iterations()).isLessThanOrEqualTo(4);
    }

    @Test
    void aNonlinearContractionIsFoundFasterThanPlainly() {
        FixedPointMap cosine = x -> new double[] {Math.cos(x[0])};
        int plain = FixedPoint.find(cosine, new double[] {1}, new AndersonRelaxation(0, 1), 1e-12, LIMIT)
                .iterations();
        FixedPoint found = FixedPoint.find(cosine, new double[] {1}, new AndersonRelaxation(2, 1), 1e-12, LIMIT);
        assertThat(found.point()[0]).isCloseTo(0.7390851332151607, within(1e-12));
        assertThat(found.iterations()).isLessThan(plain / 5);
    }

    @Test
    void saysWhatWasReached() {
        assertThatThrownBy(() -> FixedPoint.find(
                        FixedPointTest::divergent, new double[] {0.5}, new AndersonRelaxation(0, 1), 1e-12, 5))
                .isInstanceOfSatisfying(
                        NumericalFailureException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.ITERATION_LIMIT))
                .hasMessageContaining("after 5 iterations")
                .hasMessageContaining("2.0 at best");
        assertThatThrownBy(() -> FixedPoint.find(
                        x -> new double[] {Double.NaN, 1}, new double[2], new AndersonRelaxation(2, 1), 1, LIMIT))
                .isInstanceOfSatisfying(
                        NumericalFailureException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FINITE));
    }
}
