package org.grainflux.microstructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.RandomStreams;
import org.junit.jupiter.api.Test;

class RotationTest {
    @Test
    void randomCubicCrystalsMisorientLikeMackenzie() {
        RandomGenerator random = RandomStreams.stream(1, "rotation-test", 0);
        int pairs = 40_000;
        double sum = 0;
        double largest = 0;
        for (int i = 0; i < pairs; i++) {
            double degrees = Math.toDegrees(Rotation.random(random).cubicMisorientationRad(Rotation.random(random)));
            sum += degrees;
            largest = Math.max(largest, degrees);
        }
        // Standard deviation of the distribution is 11.3°, so the standard error is 0.057°: four of them.
        assertThat(sum / pairs).isCloseTo(40.736, within(0.23));
        assertThat(largest).isBetween(61.0, 62.80);
    }

    @Test
    void misorientationAgreesWithTheTwentyFourRotationsOfTheCube() {
        RandomGenerator random = RandomStreams.stream(1, "rotation-test", 1);
        List<Rotation> cube = cubeRotations();
        assertThat(cube).hasSize(24);
        for (int i = 0; i < 200; i++) {
            Rotation a = Rotation.random(random);
            Rotation b = Rotation.random(random);
            double smallest = cube.stream()
                    .mapToDouble(s -> a.inverse().compose(b).compose(s).angleRad())
                    .min()
                    .orElseThrow();
            assertThat(a.cubicMisorientationRad(b)).isCloseTo(smallest, within(1e-7));
        }
    }

    /** All words in two quarter turns that generate the group, as quaternions up to sign. */
    private static List<Rotation> cubeRotations() {
        List<Rotation> generators =
                List.of(Rotation.about(0, 0, 1, 0.5 * Math.PI), Rotation.about(1, 0, 0, 0.5 * Math.PI));
        List<Rotation> group = new ArrayList<>(List.of(Rotation.IDENTITY));
        for (int i = 0; i < group.size(); i++) {
            for (Rotation generator : generators) {
                Rotation next = group.get(i).compose(generator);
                if (group.stream()
                        .noneMatch(known -> known.inverse().compose(next).angleRad() < 1e-6)) {
                    group.add(next);
                }
            }
        }
        return group;
    }

    @Test
    void uniformRotationsHaveTheHaarMeanAngle() {
        RandomGenerator random = RandomStreams.stream(1, "rotation-test", 2);
        int count = 40_000;
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Rotation.random(random).angleRad();
        }
        // Density (1 − cos ω)/π on [0, π]: mean π/2 + 2/π, standard deviation 0.65.
        assertThat(sum / count).isCloseTo(0.5 * Math.PI + 2 / Math.PI, within(4 * 0.65 / Math.sqrt(count)));
    }

    @Test
    void compositionIsTheProductOfMatrices() {
        Rotation a = Rotation.about(1, 2, 3, 0.7);
        Rotation b = Rotation.about(-2, 1, 0.5, 1.9);
        double[][] ma = a.matrix();
        double[][] mb = b.matrix();
        double[][] mc = a.compose(b).matrix();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double product = ma[i][0] * mb[0][j] + ma[i][1] * mb[1][j] + ma[i][2] * mb[2][j];
                assertThat(mc[i][j]).isCloseTo(product, within(1e-14));
            }
        }
    }

    @Test
    void refusesQuaternionsThatAreNotUnit() {
        assertThatThrownBy(() -> new Rotation(1, 1, 0, 0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("norm");
        assertThatThrownBy(() -> new Rotation(Double.NaN, 0, 0, 0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Rotation.of(0, 0, 0, 0)).isInstanceOf(InvalidInputException.class);
    }
}
