package org.grainflux.physics.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.mesh.SimplexMesh;
import org.junit.jupiter.api.Test;

/** Five columns of grains along x: density 3 on the second one (2 to 4 µm), 0.5 elsewhere; the mean is 1. */
class SurfaceCurrentTest {
    private static final double UM = 1e-6;
    private static final double WIDTH = 10 * UM;
    private static final double EXACT = 1e-10;

    private static ElectrodeSurface surface(int linesPerGrain) {
        int n = 5 * linesPerGrain;
        int[] columns = new int[n];
        Arrays.setAll(columns, k -> k / linesPerGrain);
        SimplexMesh plane =
                BlockMesh.of(BlockMesh.lines(WIDTH, n), columns, BlockMesh.lines(UM, 1), new int[1], true, p -> p);
        SimplexMesh mesh = ExtrudedMesh.of(plane, BlockMesh.lines(WIDTH, n), columns, p -> p);
        return ElectrodeSurface.of(mesh, 0, new double[] {WIDTH, WIDTH, UM});
    }

    private static SurfaceCurrent step(ElectrodeSurface surface) {
        return step(surface, 0.5, 3, 0.5, 0.5, 0.5);
    }

    private static SurfaceCurrent step(ElectrodeSurface surface, double... densityOfColumn) {
        double[] currents = new double[surface.nodeCount()];
        for (int t = 0; t < surface.triangleCount(); t++) {
            for (int c = 0; c < 3; c++) {
                double density = densityOfColumn[surface.grain(t) % 5];
                currents[surface.node(t, c)] += density * surface.areaM2(t) / 3;
            }
        }
        return ResolvedSurface.of(surface).current(currents);
    }

    /** Share of a disc of radius r that lies beyond a line at distance s from its centre. */
    private static double cap(double s, double r) {
        double u = Math.max(-1, Math.min(1, s / r));
        return (Math.acos(u) - u * Math.sqrt(1 - u * u)) / Math.PI;
    }

    @Test
    void discAveragesAreExactWhereverTheDiscLies() {
        SurfaceCurrent current = step(surface(5));
        assertThat(current.meanAPerM2()).isCloseTo(1, within(EXACT));
        RandomGenerator random = RandomStreams.stream(3, "discs", 0);
        for (int k = 0; k < 200; k++) {
            double x = WIDTH * (3 * random.nextDouble() - 1);
            double y = WIDTH * (3 * random.nextDouble() - 1);
            double diameter = (0.2 + 4.8 * random.nextDouble()) * UM;
            double own = x - WIDTH * Math.floor(x / WIDTH);
            double inside = 0;
            for (int period = -1; period <= 1; period++) {
                double start = 2 * UM + period * WIDTH - own;
                inside += cap(start, 0.5 * diameter) - cap(start + 2 * UM, 0.5 * diameter);
            }
            assertThat(current.averageAround(new double[] {x, y}, diameter))
                    .isCloseTo(0.5 + 2.5 * inside, within(EXACT));
        }
    }

    @Test
    void theLargestAverageDoesNotDependOnWhereNodesLie() {
        // A disc of 3 µm covers most of the column when its centre is on the column's middle line.
        double exact = 0.5 + 2.5 * (1 - 2 * cap(UM, 1.5 * UM));
        for (int lines : new int[] {3, 4, 5}) {
            DiscAverage average = step(surface(lines)).sliding(3 * UM);
            assertThat(average.maximum()).isCloseTo(exact, within(2e-4 * exact));
            assertThat(average.mean()).isCloseTo(1, within(EXACT));
        }
    }

    @Test
    void momentsStandForAllPositions() {
        DiscAverage average = step(surface(12)).sliding(UM);
        // Over the disc's position: 3 for 1 µm, 0.5 for 7 µm, two ramps of 1 µm between them, by a fine midpoint rule.
        double variance = (4 * 1 + 0.25 * 7) / 10;
        int n = 20000;
        double above = 1;
        for (int k = 0; k < n; k++) {
            double value = 0.5 + 2.5 * cap((k + 0.5) / n - 0.5, 0.5);
            variance += 2 * (value - 1) * (value - 1) / n / 10;
            above += value > 2 ? 2.0 / n : 0;
        }
        assertThat(average.cov()).isCloseTo(Math.sqrt(variance), within(2e-3));
        // Positions are sampled at distances of 0.1 to 0.2 µm.
        assertThat(average.fractionAbove(2)).isCloseTo(above / 10, within(0.02));
        assertThat(average.quantile(0.5)).isCloseTo(0.5, within(EXACT));
        assertThat(average.quantile(0.95)).isCloseTo(3, within(EXACT));
    }

    @Test
    void grainsKeepTheirOwnCurrents() {
        assertThat(step(surface(3)).grainAverages()).hasSize(25).allSatisfy(grain -> {
            assertThat(grain.meanAPerM2()).isCloseTo(grain.grain() % 5 == 1 ? 3 : 0.5, within(EXACT));
            assertThat(grain.contact()).isCloseTo(4 * UM * UM, within(1e-20));
            assertThat(Math.PI / 4 * grain.extentM() * grain.extentM()).isCloseTo(grain.contact(), within(1e-20));
        });
        HotSpots spots = HotSpots.of(step(surface(3)));
        assertThat(spots.grainAverageMaxOverMin()).isCloseTo(6, within(1e-9));
    }

    @Test
    void discsThatTheMeshDoesNotResolveAreNotANumber() {
        ElectrodeSurface surface = surface(4);
        SurfaceCurrent current = step(surface);
        double smallest = ResolvedSurface.WINDOW_PER_EDGE * Math.sqrt(2) * 0.5 * UM;
        assertThat(surface.traceEdgeM()).isCloseTo(Math.sqrt(2) * 0.5 * UM, within(1e-18));
        assertThat(current.slidingMaximum(0.99 * smallest)).isNaN();
        assertThat(current.cov(0.99 * smallest)).isNaN();
        assertThat(current.windowMean(new double[] {3 * UM, 0}, 0.99 * smallest))
                .isNaN();
        assertThat(current.whyUnresolved(0.99 * smallest).orElseThrow())
                .contains("longest edge at the boundary traces");
        assertThat(current.windowMean(new double[] {3 * UM, 0}, 1.01 * smallest))
                .isCloseTo(3, within(1e-9));
        assertThat(current.slidingMaximum(0.51 * WIDTH)).isNaN();
        HotSpots spots = HotSpots.of(current);
        assertThat(spots.w500MaxOverMean()).isNaN();
        assertThat(spots.covW200()).isNaN();
        assertThat(spots.w200Q99OverMean()).isNaN();
    }

    /** Wherever the average reaches the share there is a peak near, and a higher one keeps lower ones away. */
    @Test
    void peaksCoverAllPlacesOfALargeAverage() {
        SurfaceCurrent current = step(surface(5), 0.5, 3, 0.5, 2, 0.5);
        double separation = 2.5 * UM;
        List<DiscPeak> peaks = current.peaks(UM, 0.6, separation);
        assertThat(peaks.get(0).averageAPerM2()).isEqualTo(current.sliding(UM).maximum());
        for (int k = 0; k < peaks.size(); k++) {
            DiscPeak peak = peaks.get(k);
            assertThat(peak.averageAPerM2()).isGreaterThanOrEqualTo(1.8);
            for (DiscPeak higher : peaks.subList(0, k)) {
                assertThat(higher.averageAPerM2()).isGreaterThanOrEqualTo(peak.averageAPerM2());
                assertThat(distance(peak, higher.xM(), higher.yM())).isGreaterThanOrEqualTo(separation);
            }
        }
        RandomGenerator random = RandomStreams.stream(3, "peaks", 0);
        int large = 0;
        for (int k = 0; k < 500; k++) {
            double x = WIDTH * random.nextDouble();
            double y = WIDTH * random.nextDouble();
            if (current.averageAround(new double[] {x, y}, UM) >= 1.8) {
                large++;
                // The nearest centre is within an element, 0.6 µm.
                assertThat(peaks.stream()
                                .mapToDouble(peak -> distance(peak, x, y))
                                .min()
                                .orElseThrow())
                        .isLessThan(separation + 0.6 * UM);
            }
        }
        assertThat(large).isGreaterThan(100);
    }

    private static double distance(DiscPeak peak, double x, double y) {
        return Math.hypot(Math.IEEEremainder(peak.xM() - x, WIDTH), Math.IEEEremainder(peak.yM() - y, WIDTH));
    }

    /** Lines lie close around the second column and far apart elsewhere. */
    @Test
    void aMaximumNeedsAFineMeshWhereItIsOnly() {
        double[] lines = {
            0, 1, 1.4, 1.7, 1.85, 2, 2.2, 2.4, 2.6, 2.8, 3, 3.2, 3.4, 3.6, 3.8, 4, 4.15, 4.3, 4.6, 5, 6, 8, 10
        };
        double[] x = Arrays.stream(lines).map(v -> v * UM).toArray();
        int[] columns = new int[x.length - 1];
        Arrays.setAll(columns, k -> (int) (lines[k] / 2));
        SimplexMesh plane = BlockMesh.of(x, columns, BlockMesh.lines(UM, 1), new int[1], true, p -> p);
        double[] y = BlockMesh.lines(WIDTH, 50);
        int[] slabs = new int[50];
        Arrays.setAll(slabs, k -> k / 10);
        ElectrodeSurface surface =
                ElectrodeSurface.of(ExtrudedMesh.of(plane, y, slabs, p -> p), 0, new double[] {WIDTH, WIDTH, UM});
        double window = 0.6 * UM;

        SurfaceCurrent fine = step(surface, 0.5, 3, 0.5, 0.5, 0.5);
        assertThat(fine.slidingMaximum(window)).isCloseTo(3, within(1e-9));
        assertThat(fine.whyMaximumUnresolved(window)).isEmpty();
        assertThat(fine.resolves(window)).isFalse();
        assertThat(fine.cov(window)).isNaN();

        SurfaceCurrent coarse = step(surface, 0.5, 0.5, 0.5, 3, 0.5);
        assertThat(coarse.slidingMaximum(window)).isNaN();
        assertThat(coarse.whyMaximumUnresolved(window).orElseThrow())
                .contains("a disc of 600 nm is not resolved")
                .contains("traces where the average is largest");
    }
}
