package org.grainflux.fem.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.core.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongestEdgeBisectionTest {
    private static final int COLUMNS = 8;
    private static final int ROWS = 4;

    /** A shaken grid of a 2 × 1 cylinder, two triangles per square, region 0 below and 1 above mid-height. */
    private static LongestEdgeBisection cylinder(int seed) {
        RandomGenerator random = RandomStreams.stream(seed, "bisection-test", 0);
        double[] xy = new double[2 * COLUMNS * (ROWS + 1)];
        for (int r = 0; r <= ROWS; r++) {
            for (int c = 0; c < COLUMNS; c++) {
                boolean border = r == 0 || r == ROWS;
                boolean middle = r == ROWS / 2;
                xy[2 * (r * COLUMNS + c)] = 0.25 * (c + 0.5 * random.nextDouble());
                xy[2 * (r * COLUMNS + c) + 1] = 0.25 * (r + (border || middle ? 0 : 0.5 * random.nextDouble()));
            }
        }
        int[] corners = new int[6 * COLUMNS * ROWS];
        int[] images = new int[corners.length];
        int[] tags = new int[corners.length];
        int[] regions = new int[corners.length / 3];
        java.util.Arrays.fill(tags, LongestEdgeBisection.UNTAGGED);
        int t = 0;
        for (int r = 0; r < ROWS; r++) {
            for (int c = 0; c < COLUMNS; c++) {
                int a = r * COLUMNS + c;
                int b = r * COLUMNS + (c + 1) % COLUMNS;
                int[] square = {a, b, b + COLUMNS, a, b + COLUMNS, a + COLUMNS};
                System.arraycopy(square, 0, corners, 3 * t, 6);
                int last = c == COLUMNS - 1 ? 1 : 0;
                System.arraycopy(new int[] {0, last, last, 0, last, 0}, 0, images, 3 * t, 6);
                regions[t] = regions[t + 1] = r < ROWS / 2 ? 0 : 1;
                tags[3 * t] = r == 0 ? 10 : r == ROWS / 2 ? 5 : LongestEdgeBisection.UNTAGGED;
                tags[3 * t + 4] = r == ROWS - 1 ? 11 : r == ROWS / 2 - 1 ? 5 : LongestEdgeBisection.UNTAGGED;
                t += 2;
            }
        }
        return new LongestEdgeBisection(xy, corners, images, tags, regions, 2);
    }

    private static double graded(double x, double y, double z) {
        double dx = Math.min(Math.abs(x - 0.1), 2 - Math.abs(x - 0.1));
        return 0.004 + 0.3 * Math.hypot(dx, y);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void staysConformingAndKeepsAreaTagsAndRegions(int seed) {
        LongestEdgeBisection mesh = cylinder(seed);
        mesh.refine(LongestEdgeBisectionTest::graded, 100_000);
        double area = 0;
        double[] tagged = new double[12];
        for (int t = 0; t < mesh.elementCount(); t++) {
            assertThat(twiceArea(mesh, t)).isPositive();
            area += 0.5 * twiceArea(mesh, t);
            for (int k = 0; k < 3; k++) {
                int n = mesh.neighbour(t, k);
                int tag = mesh.facetTag(t, k);
                if (tag >= 0) {
                    tagged[tag] += length(mesh, t, k);
                }
                if (n >= 0) {
                    int back = mesh.facetAcross(t, k);
                    assertThat(mesh.neighbour(n, back)).isEqualTo(t);
                    assertThat(mesh.facetTag(n, back)).isEqualTo(tag);
                    assertThat(mesh.region(n) != mesh.region(t)).isEqualTo(tag == 5);
                } else {
                    assertThat(tag).isIn(10, 11);
                }
            }
        }
        assertThat(area).isCloseTo(2, within(1e-12));
        assertThat(tagged[10]).isCloseTo(2, within(1e-12));
        assertThat(tagged[11]).isCloseTo(2, within(1e-12));
        assertThat(tagged[5]).isCloseTo(4, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void keepsHalfOfTheSmallestAngleAndReachesTheSize(int seed) {
        double before = smallestAngle(cylinder(seed));
        LongestEdgeBisection mesh = cylinder(seed);
        mesh.refine(LongestEdgeBisectionTest::graded, 100_000);
        assertThat(smallestAngle(mesh)).isGreaterThanOrEqualTo(0.5 * before);
        int atPoint = 0;
        for (int t = 0; t < mesh.elementCount(); t++) {
            double y = 0;
            double x = 0;
            double longest = 0;
            for (int k = 0; k < 3; k++) {
                x += mesh.cornerM(t, k, 0) / 3;
                y += mesh.coordinateM(mesh.corner(t, k), 1) / 3;
                longest = Math.max(longest, length(mesh, t, k));
            }
            double wanted = graded(x - 2 * Math.floor(x / 2), y, 0);
            assertThat(longest).isLessThanOrEqualTo(wanted * (1 + 1e-12));
            atPoint += longest < 0.006 ? 1 : 0;
        }
        assertThat(atPoint).isPositive();
        // A uniform mesh as fine would have some hundred thousand triangles.
        assertThat(mesh.elementCount()).isBetween(500, 5_000);
    }

    @Test
    void finerFieldsGiveDescendantsOfCoarserOnes() {
        LongestEdgeBisection coarse = cylinder(3);
        coarse.refine(LongestEdgeBisectionTest::graded, 100_000);
        LongestEdgeBisection fine = cylinder(3);
        fine.refine((x, y, z) -> 0.5 * graded(x, y, z), 100_000);
        Map<Double, Double> finePoints = new HashMap<>();
        for (int v = 0; v < fine.vertexCount(); v++) {
            finePoints.put(fine.coordinateM(v, 0) + 7 * fine.coordinateM(v, 1), fine.coordinateM(v, 1));
        }
        for (int v = 0; v < coarse.vertexCount(); v++) {
            assertThat(finePoints)
                    .containsEntry(coarse.coordinateM(v, 0) + 7 * coarse.coordinateM(v, 1), coarse.coordinateM(v, 1));
        }
    }

    @Test
    void tiesOfLengthAreBrokenTheSameFromBothSides() {
        // Two equilateral triangles: every edge has the same length.
        double h = Math.sqrt(0.75);
        double[] xy = {0, 0, 1, 0, 0.5, h, 1.5, h};
        LongestEdgeBisection mesh =
                new LongestEdgeBisection(xy, new int[] {0, 1, 2, 1, 3, 2}, new int[6], new int[6], new int[2], 0);
        mesh.refine((x, y, z) -> 0.05, 100_000);
        double area = 0;
        for (int t = 0; t < mesh.elementCount(); t++) {
            area += 0.5 * twiceArea(mesh, t);
        }
        assertThat(area).isCloseTo(h, within(1e-13));
    }

    @Test
    void stopsAtItsLimits() {
        assertThatThrownBy(() -> cylinder(0).refine((x, y, z) -> 1e-3, 2_000))
                .isInstanceOfSatisfying(
                        NumericalFailureException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.REFINEMENT_LIMIT));
        assertThatThrownBy(() -> cylinder(0).refine((x, y, z) -> Double.NaN, 2_000))
                .isInstanceOf(NumericalFailureException.class);
    }

    @Test
    void edgesLongerThanHalfAPeriodKeepTheirLength() {
        // One triangle 0.8 periods wide, across the period.
        double[] xy = {0.6, 0, 0.4, 0, 0.1, 1};
        LongestEdgeBisection mesh =
                new LongestEdgeBisection(xy, new int[] {0, 1, 2}, new int[] {0, 1, 1}, new int[3], new int[1], 1);
        mesh.refine((x, y, z) -> 0.1, 100_000);
        double area = 0;
        for (int t = 0; t < mesh.elementCount(); t++) {
            area += 0.5 * twiceArea(mesh, t);
        }
        assertThat(area).isCloseTo(0.4, within(1e-14));
        for (int v = 0; v < mesh.vertexCount(); v++) {
            assertThat(mesh.coordinateM(v, 0)).isBetween(0.0, 1.0);
        }
    }

    @Test
    void refusesOverlapsAndVerticesOutsideThePeriod() {
        assertThatThrownBy(() -> new LongestEdgeBisection(
                        new double[] {0, 0, 1, 0, 0, 1, 1, 1},
                        new int[] {0, 1, 2, 0, 1, 3},
                        new int[6],
                        new int[6],
                        new int[2],
                        0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two triangles");
        assertThatThrownBy(() -> new LongestEdgeBisection(
                        new double[] {0, 0, 1, 0, 0, 1}, new int[] {0, 1, 2}, new int[3], new int[3], new int[1], 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outside the period");
    }

    private static double dx(LongestEdgeBisection mesh, int t, int from, int to) {
        return mesh.cornerM(t, to, 0) - mesh.cornerM(t, from, 0);
    }

    private static double dy(LongestEdgeBisection mesh, int t, int from, int to) {
        return mesh.coordinateM(mesh.corner(t, to), 1) - mesh.coordinateM(mesh.corner(t, from), 1);
    }

    private static double length(LongestEdgeBisection mesh, int t, int k) {
        return Math.hypot(dx(mesh, t, k, (k + 1) % 3), dy(mesh, t, k, (k + 1) % 3));
    }

    private static double twiceArea(LongestEdgeBisection mesh, int t) {
        return dx(mesh, t, 0, 1) * dy(mesh, t, 0, 2) - dx(mesh, t, 0, 2) * dy(mesh, t, 0, 1);
    }

    private static double smallestAngle(LongestEdgeBisection mesh) {
        double smallest = Math.PI;
        for (int t = 0; t < mesh.elementCount(); t++) {
            for (int k = 0; k < 3; k++) {
                int l = (k + 1) % 3;
                int m = (k + 2) % 3;
                double dot = dx(mesh, t, k, l) * dx(mesh, t, k, m) + dy(mesh, t, k, l) * dy(mesh, t, k, m);
                smallest = Math.min(smallest, Math.atan2(twiceArea(mesh, t), dot));
            }
        }
        return smallest;
    }
}
