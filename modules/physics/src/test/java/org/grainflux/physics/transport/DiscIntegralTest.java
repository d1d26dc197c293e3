package org.grainflux.physics.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.mesh.SimplexMesh;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Disc averages of random densities on random surfaces against the direct sum: every triangle of every image, third by
 * third, fan by fan. Lengths in units of the width.
 */
class DiscIntegralTest {
    /** Both sides add some 10³ terms of the size of the result. */
    private static final double ROUNDING = 1e-11;

    private static final double[] DIAMETERS = {0.01, 0.06, 0.2, 0.5};

    /** Grains in 3 × 3 columns; lines crowd at random, so triangles are of very unlike size and shape. */
    private static ElectrodeSurface surface(int cells, RandomGenerator random) {
        int[] grains = new int[cells];
        Arrays.setAll(grains, k -> 3 * k / cells);
        SimplexMesh plane = BlockMesh.of(lines(cells, random), grains, BlockMesh.lines(1, 1), new int[1], true, p -> p);
        // Shear and wave: triangles lie askew to the bins and some corners outside the cell.
        SimplexMesh mesh = ExtrudedMesh.of(plane, lines(cells, random), grains, p -> new double[] {
            p[0] + 0.05 * Math.sin(2 * Math.PI * p[1]), p[1] + 0.05 * Math.sin(2 * Math.PI * p[0]), p[2]
        });
        return ElectrodeSurface.of(mesh, 0, new double[] {1, 1, 1});
    }

    private static double[] lines(int cells, RandomGenerator random) {
        double[] lines = new double[cells + 1];
        for (int k = 0; k < cells; k++) {
            lines[k + 1] = lines[k] + 0.2 + random.nextDouble();
        }
        double length = lines[cells];
        Arrays.setAll(lines, k -> lines[k] / length);
        return lines;
    }

    /** Lognormal by grain, scattered by node, and now and then negative. */
    private static SurfaceCurrent current(ElectrodeSurface surface, RandomGenerator random) {
        double[] ofGrain = new double[9];
        Arrays.setAll(ofGrain, g -> Math.exp(0.5 * random.nextGaussian()));
        double[] currents = new double[surface.nodeCount()];
        for (int t = 0; t < surface.triangleCount(); t++) {
            for (int c = 0; c < 3; c++) {
                int node = surface.node(t, c);
                currents[node] =
                        surface.nodeAreaM2(node) * ofGrain[surface.grain(t)] * (1 + 0.4 * random.nextGaussian());
            }
        }
        return ResolvedSurface.of(surface).current(currents);
    }

    /** Average over a disc, without bins, bounds or shortcuts. */
    private static double direct(
            ElectrodeSurface surface, SurfaceCurrent current, double x, double y, double diameter) {
        double rr = 0.25 * diameter * diameter;
        double sum = 0;
        for (int t = 0; t < surface.triangleCount(); t++) {
            for (int image = 0; image < 9; image++) {
                double[] px = new double[4];
                double[] py = new double[4];
                for (int c = 0; c < 3; c++) {
                    px[c] = surface.cornerM(t, c, 0) + image % 3 - 1 - x;
                    py[c] = surface.cornerM(t, c, 1) + image / 3 - 1 - y;
                    px[3] += px[c] / 3;
                    py[3] += py[c] / 3;
                }
                for (int c = 0; c < 3; c++) {
                    int next = (c + 1) % 3;
                    int previous = (c + 2) % 3;
                    double[] qx = {px[c], 0.5 * (px[c] + px[next]), px[3], 0.5 * (px[c] + px[previous])};
                    double[] qy = {py[c], 0.5 * (py[c] + py[next]), py[3], 0.5 * (py[c] + py[previous])};
                    double area = 0;
                    for (int k = 0; k < 4; k++) {
                        area += DiscCut.fan(qx[k], qy[k], qx[(k + 1) % 4], qy[(k + 1) % 4], rr);
                    }
                    sum += area * current.densityAPerM2(t, c);
                }
            }
        }
        return sum / (Math.PI * rr);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 12, 18})
    void discsAreWhatTheDirectSumSaysAndNeverAboveTheirBounds(int cells) {
        RandomGenerator random = RandomStreams.stream(cells, "disc integrals", 0);
        ElectrodeSurface surface = surface(cells, random);
        SurfaceCurrent current = current(surface, random);
        DiscIntegral integral = new DiscIntegral(surface, new SurfaceBins(surface), current::densityAPerM2);
        for (double diameter : DIAMETERS) {
            for (int k = 0; k < 60; k++) {
                // A third of the discs sits on corners, a third has a corner on the circle: the degenerate cases.
                int t = random.nextInt(surface.triangleCount());
                double x = k % 3 == 2 ? 3 * random.nextDouble() - 1 : surface.cornerM(t, 0, 0);
                double y = k % 3 == 2 ? 3 * random.nextDouble() - 1 : surface.cornerM(t, 0, 1);
                x += k % 3 == 1 ? 0.5 * diameter : 0;
                double own = integral.mean(x, y, diameter);
                double wrappedX = x - Math.floor(x);
                double wrappedY = y - Math.floor(y);
                assertThat(own).isCloseTo(direct(surface, current, wrappedX, wrappedY, diameter), within(ROUNDING));
                assertThat(integral.meanAtMost(x, y, diameter)).isGreaterThan(own - ROUNDING);
                assertThat(integral.meanRoughlyAtMost(x, y, diameter)).isGreaterThan(own - ROUNDING);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void centresLeftOutDoNotMatter(long seed) {
        RandomGenerator random = RandomStreams.stream(seed, "disc maxima", 0);
        ElectrodeSurface surface = surface(9, random);
        SurfaceCurrent current = current(surface, random);
        DiscCentres centres = DiscCentres.of(surface);
        for (double diameter : DIAMETERS) {
            double[] values = new double[centres.count()];
            double square = 0;
            for (int k = 0; k < values.length; k++) {
                double[] at = {centres.xM()[k], centres.yM()[k]};
                values[k] = direct(surface, current, at[0] - Math.floor(at[0]), at[1] - Math.floor(at[1]), diameter);
                square += centres.weights()[k] * Math.pow(values[k] - current.meanAPerM2(), 2);
            }
            DiscAverage average = current.sliding(diameter);
            assertThat(average.cov() * Math.abs(average.mean())).isCloseTo(Math.sqrt(square), within(ROUNDING));
            assertThat(average.maximum()).isCloseTo(climbed(current, centres, values, diameter), within(ROUNDING));
            Arrays.sort(values);
            assertThat(average.quantile(1)).isCloseTo(values[values.length - 1], within(ROUNDING));
            double median = average.quantile(0.5);
            assertThat(average.fractionAbove(median)).isLessThanOrEqualTo(0.5);
            assertThat(average.fractionAbove(median - ROUNDING)).isGreaterThanOrEqualTo(0.5);
        }
    }

    /** The search that looks at all centres. */
    private static double climbed(SurfaceCurrent current, DiscCentres centres, double[] values, double diameter) {
        Integer[] ascending = new Integer[values.length];
        Arrays.setAll(ascending, k -> k);
        Arrays.sort(ascending, (a, b) -> Double.compare(values[a], values[b]));
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = values.length - 12; k < values.length; k++) {
            double x = centres.xM()[ascending[k]];
            double y = centres.yM()[ascending[k]];
            double best = values[ascending[k]];
            for (double move = diameter / 8; move >= diameter / 128; ) {
                double before = best;
                for (double[] step : new double[][] {{move, 0}, {-move, 0}, {0, move}, {0, -move}}) {
                    double value = current.averageAround(new double[] {x + step[0], y + step[1]}, diameter);
                    if (value > best) {
                        best = value;
                        x += step[0];
                        y += step[1];
                    }
                }
                move = best > before ? move : 0.5 * move;
            }
            largest = Math.max(largest, best);
        }
        return largest;
    }
}
