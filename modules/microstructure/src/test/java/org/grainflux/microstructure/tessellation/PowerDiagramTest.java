package org.grainflux.microstructure.tessellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.grainflux.core.RandomStreams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerDiagramTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyPointLiesInTheCellOfTheNearestSeedByPower(boolean periodicY) {
        RandomGenerator random = RandomStreams.stream(3, "power-test", periodicY ? 1 : 0);
        int count = 60;
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            weights[i] = 0.01 * random.nextDouble();
        }
        Seeds seeds = new SeedPlacement(new double[] {1.0, 0.8}, periodicY)
                .poisson(count, random)
                .withWeights(weights);
        PowerDiagram diagram = new PowerDiagram(seeds);
        int checked = 0;
        for (int trial = 0; trial < 3_000; trial++) {
            double x = random.nextDouble();
            double y = 0.8 * random.nextDouble();
            int owner = nearest(seeds, x, y);
            assertThat(contains(diagram.cell(owner), seeds, owner, x, y)).isTrue();
            checked++;
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += diagram.cell(i).isEmpty() ? 0 : diagram.cell(i).area();
        }
        assertThat(checked).isEqualTo(3_000);
        assertThat(sum).isCloseTo(0.8, within(1e-13));
    }

    private static int nearest(Seeds seeds, double x, double y) {
        int best = -1;
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < seeds.count(); i++) {
            double dx = x - seeds.positionM(i, 0);
            double dy = y - seeds.positionM(i, 1);
            dx -= seeds.sizeM(0) * Math.rint(dx / seeds.sizeM(0));
            dy -= seeds.isPeriodic(1) ? seeds.sizeM(1) * Math.rint(dy / seeds.sizeM(1)) : 0;
            double power = dx * dx + dy * dy - seeds.weightM2(i);
            if (power < smallest) {
                smallest = power;
                best = i;
            }
        }
        return best;
    }

    private static boolean contains(ClippedPolygon cell, Seeds seeds, int seed, double x, double y) {
        for (int ix = -1; ix <= 1; ix++) {
            for (int iy = -1; iy <= 1; iy++) {
                double px = x + ix * seeds.sizeM(0) - seeds.positionM(seed, 0);
                double py = y + iy * seeds.sizeM(1) - seeds.positionM(seed, 1);
                boolean inside = !cell.isEmpty();
                for (int k = 0; k < cell.count(); k++) {
                    int l = (k + 1) % cell.count();
                    double cross =
                            (cell.x(l) - cell.x(k)) * (py - cell.y(k)) - (cell.y(l) - cell.y(k)) * (px - cell.x(k));
                    inside &= cross >= -1e-14;
                }
                if (inside) {
                    return true;
                }
            }
        }
        return false;
    }
}
