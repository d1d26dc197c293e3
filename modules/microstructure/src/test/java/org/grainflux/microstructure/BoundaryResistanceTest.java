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

class BoundaryResistanceTest {
    private static RandomGenerator random() {
        return RandomStreams.stream(2, "resistance-test", 0);
    }

    private static BoundaryNetwork network(double... misorientationsRad) {
        List<GrainBoundary> boundaries = new ArrayList<>();
        for (double angle : misorientationsRad) {
            boundaries.add(new GrainBoundary(0, 1, 1e-5, new double[] {0, 1}, angle));
        }
        return new BoundaryNetwork(boundaries, List.of(), List.of(), List.of(), new int[0]);
    }

    @Test
    void constantIsTheSameEverywhereAndDrawsNothing() {
        RandomGenerator stream = random();
        double[] resistances = new BoundaryResistance.Constant(1e-4).assign(network(0.1, 0.5, 1.0), stream);
        assertThat(resistances).containsExactly(1e-4, 1e-4, 1e-4);
        assertThat(stream.nextLong()).isEqualTo(random().nextLong());
    }

    @Test
    void logNormalHoldsItsArithmeticMean() {
        int count = 100_000;
        double sigma = 0.8;
        double[] resistances =
                new BoundaryResistance.LogNormal(1e-4, sigma).assign(network(new double[count]), random());
        double sum = 0;
        double logSum = 0;
        for (double resistance : resistances) {
            sum += resistance;
            logSum += Math.log(resistance / 1e-4);
        }
        double relativeError = Math.sqrt(Math.expm1(sigma * sigma) / count);
        assertThat(sum / count / 1e-4).isCloseTo(1, within(4 * relativeError));
        assertThat(logSum / count).isCloseTo(-0.5 * sigma * sigma, within(4 * sigma / Math.sqrt(count)));
    }

    @Test
    void misorientationRaisesResistanceUpToTheThreshold() {
        double threshold = BoundaryResistance.ByMisorientation.LOW_ANGLE_RAD;
        var law = new BoundaryResistance.ByMisorientation(1e-4, 1e-5, threshold);
        double[] resistances = law.assign(network(0, 0.25 * threshold, 0.5 * threshold, threshold, 1.0), random());
        assertThat(resistances).isSorted();
        assertThat(resistances[0]).isEqualTo(1e-5);
        assertThat(resistances[2]).isCloseTo(1e-5 + 9e-5 * 0.5 * (1 + Math.log(2)), within(1e-18));
        assertThat(resistances[3]).isEqualTo(1e-4);
        assertThat(resistances[4]).isEqualTo(1e-4);
        // Read and Shockley's shape arrives at the threshold with a horizontal tangent.
        assertThat(law.at(0.999 * threshold)).isCloseTo(1e-4, within(1e-10));
    }

    @Test
    void scalingMultipliesEveryResistanceOfTheSameStream() {
        BoundaryNetwork network = network(0.05, 0.2, 0.9);
        for (BoundaryResistance law : List.of(
                new BoundaryResistance.Constant(1e-4),
                new BoundaryResistance.LogNormal(1e-4, 0.5),
                new BoundaryResistance.ByMisorientation(1e-4, 1e-5, 0.26))) {
            double[] plain = law.assign(network, random());
            double[] scaled = law.scaled(3).assign(network, random());
            for (int b = 0; b < plain.length; b++) {
                assertThat(scaled[b]).isCloseTo(3 * plain[b], within(1e-14 * plain[b]));
            }
        }
    }

    @Test
    void refusesResistancesThatAreNotPositive() {
        assertThatThrownBy(() -> new BoundaryResistance.Constant(Double.NaN))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("ohm m2");
        assertThatThrownBy(() -> new BoundaryResistance.LogNormal(1, 0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new BoundaryResistance.ByMisorientation(1, 2, 0.2))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new BoundaryResistance.Constant(1).scaled(0))
                .isInstanceOf(InvalidInputException.class);
    }
}
