package org.grainflux.microstructure.tessellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.core.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedPlacementTest {
    private static RandomGenerator random(int index) {
        return RandomStreams.stream(5, "seed-test", index);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void hardCoreSeedsKeepTheirDistanceAcrossThePeriod(int index) {
        int count = 200;
        double distance = 0.6 / Math.sqrt(count);
        Seeds seeds = new SeedPlacement(new double[] {1, 1}, false).hardCore(count, distance, random(index));
        double smallest = Double.POSITIVE_INFINITY;
        double smallestInside = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                double dx = seeds.positionM(i, 0) - seeds.positionM(j, 0);
                double dy = seeds.positionM(i, 1) - seeds.positionM(j, 1);
                smallestInside = Math.min(smallestInside, Math.hypot(dx, dy));
                smallest = Math.min(smallest, Math.hypot(dx - Math.rint(dx), dy));
            }
        }
        assertThat(smallest).isBetween(distance, 1.05 * distance);
        assertThat(smallestInside).isGreaterThanOrEqualTo(smallest);
    }

    @Test
    void jammedSeedsAreAFailureWithItsReason() {
        // Random sequential discs jam at a coverage of 0.547; a ratio of 0.95 would need 0.709.
        assertThatThrownBy(() -> new SeedPlacement(new double[] {1, 1}, false).hardCore(100, 0.095, random(0)))
                .isInstanceOfSatisfying(
                        NumericalFailureException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.SEEDING_EXHAUSTED))
                .hasMessageContaining("hard-core ratio");
    }

    @Test
    void lloydStepsEvenOutTheAreas() {
        assertThat(areaVariation(0)).isGreaterThan(0.4);
        assertThat(areaVariation(5)).isBetween(0.1, 0.3);
        assertThat(areaVariation(50)).isLessThan(0.15);
    }

    private static double areaVariation(int steps) {
        int count = 400;
        PowerDiagram diagram =
                new PowerDiagram(new SeedPlacement(new double[] {1, 1}, true).centroidal(count, steps, random(9)));
        double squares = 0;
        for (int i = 0; i < count; i++) {
            squares += Math.pow(diagram.cell(i).area() * count - 1, 2);
        }
        return Math.sqrt(squares / count);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.35, 0.6})
    void laguerreCellsHaveTheAreasAskedFor(double sigmaLn) {
        int count = 100;
        double[] areas = PrescribedMeasures.logNormal(2, count, 1, sigmaLn, random(1));
        Seeds start = new SeedPlacement(new double[] {1, 1}, false).hardCore(count, 0.06, random(2));
        PowerCells diagram = PrescribedMeasures.cells(start, areas);
        double sumOfSquares = 0;
        double sum = 0;
        for (int i = 0; i < count; i++) {
            assertThat(diagram.measure(i)).isCloseTo(areas[i], within(2e-9 * areas[i]));
            double logDiameter = 0.5 * Math.log(areas[i]);
            sum += logDiameter;
            sumOfSquares += logDiameter * logDiameter;
        }
        double sampleSigma = Math.sqrt((sumOfSquares - sum * sum / count) / (count - 1));
        // The relative error of a standard deviation from 100 draws is 7 %: three of them.
        assertThat(sampleSigma).isCloseTo(sigmaLn, within(0.21 * sigmaLn));
    }
}
