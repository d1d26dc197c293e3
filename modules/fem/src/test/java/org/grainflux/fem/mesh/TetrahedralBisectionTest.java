package org.grainflux.fem.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TetrahedralBisectionTest {
    private static final int LIMIT = 400_000;
    /** Three boxes across: an edge and its image stand almost as close as two edges. */
    private static final int[] NARROW = {3, 3, 4};

    static Stream<Arguments> meshes() {
        return IntStream.range(0, 3)
                .boxed()
                .flatMap(seed -> Stream.of(Arguments.of(seed, false), Arguments.of(seed, true)));
    }

    private static TetrahedralBisection boxes(int seed, boolean tagged) {
        ShakenBoxes boxes = new ShakenBoxes(NARROW, 0.4, seed, tagged);
        return tagged ? boxes.tagged() : boxes.longestEdge();
    }

    /** Fine along the line z = 0, x = 0.1, which crosses the period of y. */
    private static double graded(double x, double y, double z) {
        double dx = Math.min(Math.abs(x - 0.1), 1 - Math.abs(x - 0.1));
        return 0.03 + 0.5 * Math.hypot(dx, z);
    }

    @ParameterizedTest
    @MethodSource("meshes")
    void staysConformingAndKeepsVolumeTagsAndRegions(int seed, boolean tagged) {
        TetrahedralBisection mesh = boxes(seed, tagged);
        int before = mesh.elementCount();
        mesh.refine(TetrahedralBisectionTest::graded, LIMIT);
        assertThat(mesh.elementCount()).isGreaterThan(20 * before);
        double volume = 0;
        double[] areas = new double[12];
        int faults = 0;
        for (int t = 0; t < mesh.elementCount(); t++) {
            double six = TetrahedronShape.sixVolumes(points(mesh, t));
            faults += six > 0 ? 0 : 1;
            volume += six / 6;
            for (int k = 0; k < 4; k++) {
                int n = mesh.neighbour(t, k);
                int tag = mesh.facetTag(t, k);
                if (tag >= 0) {
                    areas[tag] += area(mesh, t, k);
                }
                if (n < 0) {
                    faults += tag == 10 || tag == 11 ? 0 : 1;
                    continue;
                }
                int back = mesh.facetAcross(t, k);
                boolean agree = mesh.neighbour(n, back) == t
                        && mesh.facetTag(n, back) == tag
                        && mesh.region(n) != mesh.region(t) == (tag == 5);
                faults += agree && isOnePeriodAway(mesh, t, k, n) ? 0 : 1;
            }
        }
        assertThat(faults).isZero();
        assertThat(volume).isCloseTo(1, within(1e-12));
        assertThat(areas[10]).isCloseTo(1, within(1e-12));
        assertThat(areas[11]).isCloseTo(1, within(1e-12));
        assertThat(areas[5]).isCloseTo(2, within(1e-12));
    }

    /** Whether the two sides of a face are a whole number of periods apart, the same at all its corners. */
    private static boolean isOnePeriodAway(TetrahedralBisection mesh, int t, int facet, int n) {
        boolean same = true;
        for (int axis = 0; axis < 3; axis++) {
            double first = Double.NaN;
            for (int c = 0; c < 3; c++) {
                int corner = mesh.facetCorner(facet, c);
                for (int k = 0; k < 4; k++) {
                    if (mesh.corner(n, k) == mesh.corner(t, corner)) {
                        double offset = mesh.cornerM(n, k, axis) - mesh.cornerM(t, corner, axis);
                        first = c == 0 ? Math.rint(offset) : first;
                        same &= Math.abs(offset - first) < 1e-15;
                    }
                }
            }
        }
        return same;
    }

    @ParameterizedTest
    @MethodSource("meshes")
    void reachesTheSizeAndKeepsShapes(int seed, boolean tagged) {
        double before = smallestDihedral(boxes(seed, tagged));
        TetrahedralBisection mesh = boxes(seed, tagged);
        mesh.refine(TetrahedralBisectionTest::graded, LIMIT);
        int fine = 0;
        int tooLarge = 0;
        for (int t = 0; t < mesh.elementCount(); t++) {
            double[] p = points(mesh, t);
            double longest = 0;
            for (int k = 0; k < 4; k++) {
                for (int l = 0; l < k; l++) {
                    double dx = p[3 * k] - p[3 * l];
                    double dy = p[3 * k + 1] - p[3 * l + 1];
                    longest = Math.max(longest, Math.hypot(Math.hypot(dx, dy), p[3 * k + 2] - p[3 * l + 2]));
                }
            }
            double x = (p[0] + p[3] + p[6] + p[9]) / 4;
            double z = (p[2] + p[5] + p[8] + p[11]) / 4;
            tooLarge += longest > graded(x - Math.floor(x), 0, z) * (1 + 1e-12) ? 1 : 0;
            fine += longest < 0.05 ? 1 : 0;
        }
        assertThat(tooLarge).isZero();
        assertThat(fine).isPositive();
        // Of roots with 15 to 22° the worst descendant found keeps 0.59 of the angle; a rule that degenerates passes
        // any bound.
        assertThat(smallestDihedral(mesh)).isGreaterThan(0.4 * before);
        // Uniform to 0.03 this mesh would have more than five million.
        assertThat(mesh.elementCount()).isLessThan(150_000);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void finerFieldsGiveDescendantsOfCoarserOnes(boolean tagged) {
        TetrahedralBisection coarse = boxes(3, tagged);
        coarse.refine(TetrahedralBisectionTest::graded, LIMIT);
        TetrahedralBisection fine = boxes(3, tagged);
        fine.refine((x, y, z) -> 0.6 * graded(x, y, z), LIMIT);
        assertThat(fine.elementCount()).isGreaterThan(2 * coarse.elementCount());
        assertThat(points(fine).containsAll(points(coarse))).isTrue();
    }

    @Test
    void stepwiseRefinementEndsInTheSameMesh() {
        TetrahedralBisection direct = boxes(4, false);
        direct.refine(TetrahedralBisectionTest::graded, LIMIT);
        TetrahedralBisection stepwise = boxes(4, false);
        stepwise.refine((x, y, z) -> 4 * graded(x, y, z), LIMIT);
        stepwise.refine((x, y, z) -> 2 * graded(x, y, z), LIMIT);
        stepwise.refine(TetrahedralBisectionTest::graded, LIMIT);
        assertThat(stepwise.elementCount()).isEqualTo(direct.elementCount());
        assertThat(points(stepwise)).isEqualTo(points(direct));
    }

    @Test
    void equalLengthsAreOrderedTheSameFromAllSides() {
        // Boxes that are not shaken: every length occurs hundreds of times.
        TetrahedralBisection mesh = new ShakenBoxes(NARROW, 0, 0, false).longestEdge();
        mesh.refine((x, y, z) -> 0.1, LIMIT);
        double volume = IntStream.range(0, mesh.elementCount())
                .mapToDouble(t -> TetrahedronShape.sixVolumes(points(mesh, t)) / 6)
                .sum();
        assertThat(volume).isCloseTo(1, within(1e-13));
    }

    /** Maubach's bisection of Kuhn's cubes: after three generations every tetrahedron is similar to its root. */
    @Test
    void taggedCyclesReturnToTheShapesOfTheRoots() {
        TetrahedralBisection mesh = new ShakenBoxes(new int[] {4, 4, 4}, 0, 0, true).tagged();
        mesh.refine((x, y, z) -> 0.22, LIMIT);
        // The longest edge of a root is √3/4; of a mesh halved in all directions √3/8 = 0.2165.
        assertThat(mesh.elementCount()).isEqualTo(8 * 6 * 64);
        TetrahedronShape shape = new TetrahedronShape();
        double worst = 0;
        for (int t = 0; t < mesh.elementCount(); t++) {
            shape.load(points(mesh, t));
            worst = Math.max(worst, Math.abs(shape.smallestDihedralRad() - Math.PI / 4));
            worst = Math.max(worst, Math.abs(shape.largestDihedralRad() - Math.PI / 2));
        }
        assertThat(worst).isLessThan(1e-12);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void completingCyclesRemovesMostSlivers(int seed) {
        double sliver = Math.toRadians(140);
        TetrahedralBisection mesh = boxes(seed, true);
        mesh.refine(TetrahedralBisectionTest::graded, LIMIT);
        int before = slivers(mesh, sliver);
        int elements = mesh.elementCount();
        mesh.completeCycles(sliver, 3, LIMIT);
        assertThat(before).isPositive();
        assertThat((double) slivers(mesh, sliver) / before).isLessThan(0.5);
        assertThat(mesh.elementCount()).isLessThan(2 * elements);
    }

    private static int slivers(TetrahedralBisection mesh, double angle) {
        TetrahedronShape shape = new TetrahedronShape();
        int count = 0;
        for (int t = 0; t < mesh.elementCount(); t++) {
            shape.load(points(mesh, t));
            count += shape.largestDihedralRad() > angle ? 1 : 0;
        }
        return count;
    }

    @Test
    void limitsCountTetrahedra() {
        assertThatThrownBy(() -> boxes(0, false).refine((x, y, z) -> 1e-2, 20_000))
                .isInstanceOf(NumericalFailureException.class)
                .hasMessageContaining("20000 tetrahedra")
                .extracting(e -> ((NumericalFailureException) e).reason())
                .isEqualTo(Reason.REFINEMENT_LIMIT);
        assertThatThrownBy(() -> boxes(0, false).refine((x, y, z) -> Double.NaN, 20_000))
                .isInstanceOf(NumericalFailureException.class)
                .extracting(e -> ((NumericalFailureException) e).reason())
                .isEqualTo(Reason.MESH_QUALITY);
    }

    @Test
    void refusesInvertedTetrahedraAndFacesOfThree() {
        double[] points = {0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, -1, 1, 1, 1};
        assertThatThrownBy(() -> TetrahedralBisection.longestEdge(
                        points, new int[] {0, 2, 1, 3}, new int[8], new int[4], new int[1], new double[2]))
                .isInstanceOf(NumericalFailureException.class)
                .hasMessageContaining("inverted");
        int[] three = {0, 1, 2, 3, 0, 2, 1, 4, 0, 1, 2, 5};
        assertThatThrownBy(() -> TetrahedralBisection.longestEdge(
                        points, three, new int[24], new int[12], new int[3], new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than two");
        assertThatThrownBy(() -> TetrahedralBisection.longestEdge(
                        new double[] {0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1},
                        new int[] {0, 1, 2, 3},
                        new int[8],
                        new int[4],
                        new int[1],
                        new double[] {1, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outside the periods");
    }

    private static double[] points(TetrahedralBisection mesh, int t) {
        double[] p = new double[12];
        for (int at = 0; at < 12; at++) {
            p[at] = mesh.cornerM(t, at / 3, at % 3);
        }
        return p;
    }

    private static Set<List<Double>> points(TetrahedralBisection mesh) {
        Set<List<Double>> points = new HashSet<>();
        for (int v = 0; v < mesh.vertexCount(); v++) {
            points.add(List.of(mesh.coordinateM(v, 0), mesh.coordinateM(v, 1), mesh.coordinateM(v, 2)));
        }
        return points;
    }

    private static double area(TetrahedralBisection mesh, int t, int facet) {
        double[] p = points(mesh, t);
        int a = 3 * mesh.facetCorner(facet, 0);
        int b = 3 * mesh.facetCorner(facet, 1);
        int c = 3 * mesh.facetCorner(facet, 2);
        // Tagged faces lie flat.
        return 0.5 * Math.abs((p[b] - p[a]) * (p[c + 1] - p[a + 1]) - (p[c] - p[a]) * (p[b + 1] - p[a + 1]));
    }

    private static double smallestDihedral(TetrahedralBisection mesh) {
        TetrahedronShape shape = new TetrahedronShape();
        double smallest = Math.PI;
        for (int t = 0; t < mesh.elementCount(); t++) {
            shape.load(points(mesh, t));
            smallest = Math.min(smallest, shape.smallestDihedralRad());
        }
        return smallest;
    }
}
