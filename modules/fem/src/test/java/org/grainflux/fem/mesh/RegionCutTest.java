package org.grainflux.fem.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.fem.StructuredMesh;
import org.grainflux.fem.elasticity.FacetSides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionCutTest {
    private static final int TAG = 77;
    private static final RegionCut.Sizes SIZES = new RegionCut.Sizes(0.04, 10, 0.3, 0.2);

    /** Three layers of a leaning box, each one region. */
    private static SimplexMesh layers() {
        double[][] leaning = {{2, 0.3}, {0, 1.5}};
        return StructuredMesh.of(new int[] {48, 36}, leaning, cell -> cell[1] / 12);
    }

    private static double area(SimplexMesh mesh, int e) {
        double[] x = new double[3];
        double[] y = new double[3];
        for (int c = 0; c < 3; c++) {
            x[c] = mesh.coordinateM(mesh.elementNode(e, c), 0);
            y[c] = mesh.coordinateM(mesh.elementNode(e, c), 1);
        }
        return 0.5 * ((x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0]));
    }

    private static double area(SimplexMesh mesh) {
        double sum = 0;
        for (int e = 0; e < mesh.elementCount(); e++) {
            assertThat(area(mesh, e)).isPositive();
            sum += area(mesh, e);
        }
        return sum;
    }

    private static double smallestAngle(SimplexMesh mesh, int e) {
        double longest = 0;
        double product = 1;
        for (int c = 0; c < 3; c++) {
            int a = mesh.elementNode(e, c);
            int b = mesh.elementNode(e, (c + 1) % 3);
            double edge = Math.hypot(
                    mesh.coordinateM(a, 0) - mesh.coordinateM(b, 0), mesh.coordinateM(a, 1) - mesh.coordinateM(b, 1));
            longest = Math.max(longest, edge);
            product *= edge;
        }
        // The shortest edge over twice the circumradius, and the two longer edges are nearly those of the product.
        double radius = product / (4 * area(mesh, e));
        double shortest = Double.POSITIVE_INFINITY;
        for (int c = 0; c < 3; c++) {
            int a = mesh.elementNode(e, c);
            int b = mesh.elementNode(e, (c + 1) % 3);
            shortest = Math.min(
                    shortest,
                    Math.hypot(
                            mesh.coordinateM(a, 0) - mesh.coordinateM(b, 0),
                            mesh.coordinateM(a, 1) - mesh.coordinateM(b, 1)));
        }
        return Math.toDegrees(Math.asin(shortest / (2 * radius)));
    }

    /** Edges of elements are shared, or they are sides of facets: nothing hangs and every node is used. */
    private static void assertConforming(SimplexMesh mesh) {
        Set<Long> edges = new HashSet<>();
        boolean[] used = new boolean[mesh.nodeCount()];
        for (int e = 0; e < mesh.elementCount(); e++) {
            for (int c = 0; c < 3; c++) {
                used[mesh.elementNode(e, c)] = true;
                assertThat(edges.add(key(mesh.elementNode(e, c), mesh.elementNode(e, (c + 1) % 3))))
                        .isTrue();
            }
        }
        for (boolean node : used) {
            assertThat(node).isTrue();
        }
        Set<Long> free = new HashSet<>();
        for (long edge : edges) {
            if (!edges.contains(key((int) edge, (int) (edge >> 32)))) {
                free.add(edge);
            }
        }
        InterfaceFacets facets = mesh.interfaces();
        for (int f = 0; f < facets.count(); f++) {
            remove(free, facets.minusNode(f, 0), facets.minusNode(f, 1));
            remove(free, facets.plusNode(f, 0), facets.plusNode(f, 1));
            for (int c = 0; c < 2; c++) {
                for (int axis = 0; axis < 2; axis++) {
                    assertThat(mesh.coordinateM(facets.minusNode(f, c), axis))
                            .isEqualTo(mesh.coordinateM(facets.plusNode(f, c), axis));
                }
            }
        }
        for (int f = 0; f < mesh.borders().count(); f++) {
            remove(free, mesh.borders().node(f, 0), mesh.borders().node(f, 1));
        }
        assertThat(free).isEmpty();
    }

    private static long key(int a, int b) {
        return (long) a << 32 | b;
    }

    private static void remove(Set<Long> edges, int a, int b) {
        assertThat(edges.remove(key(a, b)) || edges.remove(key(b, a))).isTrue();
    }

    /** A node of the middle layer on the boundary below it, not near a corner. */
    private static int startBelow(SimplexMesh mesh, double share) {
        InterfaceFacets facets = mesh.interfaces();
        int found = -1;
        double best = Double.POSITIVE_INFINITY;
        for (int f = 0; f < facets.count(); f++) {
            for (int node : new int[] {facets.minusNode(f, 0), facets.plusNode(f, 0)}) {
                double y = mesh.coordinateM(node, 1);
                double x = mesh.coordinateM(node, 0) - 0.3 * y / 1.5;
                if (isOf(mesh, node, 1) && Math.abs(y - 0.5) < 1e-9 && Math.abs(x - 2 * share) < best) {
                    best = Math.abs(x - 2 * share);
                    found = node;
                }
            }
        }
        return found;
    }

    private static boolean isOf(SimplexMesh mesh, int node, int region) {
        for (int e = 0; e < mesh.elementCount(); e++) {
            for (int c = 0; c < 3 && mesh.elementRegion(e) == region; c++) {
                if (mesh.elementNode(e, c) == node) {
                    return true;
                }
            }
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aCutThatTurnsKeepsEverythingElse(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SimplexMesh mesh = layers();
        int start = startBelow(mesh, 0.3 + 0.4 * random.nextDouble());
        double x = mesh.coordinateM(start, 0);
        double direction = Math.toRadians(30 + 120 * random.nextDouble());
        RegionCut first = RegionCut.of(mesh, 1, start, direction, f -> false, SIZES, TAG);
        assertConforming(first.mesh());
        assertThat(area(first.mesh())).isCloseTo(3, within(1e-12));
        assertThat(first.mesh().interfaces().count())
                .isEqualTo(mesh.interfaces().count() + first.cutFacets());
        // The corner at the start, then one facet after the other in a line, plus on the right.
        FacetSides sides = new FacetSides(first.mesh());
        double[] normal = new double[2];
        double along = 0;
        for (int f = first.firstCutFacet(); f < first.mesh().interfaces().count(); f++) {
            double length = sides.interfaceNormal(f, normal);
            assertThat(length).isLessThanOrEqualTo(SIZES.cutM() * (1 + 1e-9));
            assertThat(first.mesh().interfaces().tag(f)).isEqualTo(TAG);
            assertThat(first.facetOf(f)).isEqualTo(-1);
            // The way turns by less than 3° to end at a node.
            assertThat(normal[0]).isCloseTo(Math.sin(direction), within(0.05));
            assertThat(normal[1]).isCloseTo(-Math.cos(direction), within(0.05));
            int node = first.mesh().interfaces().minusNode(f, 0);
            assertThat(Math.hypot(
                            first.mesh().coordinateM(node, 0) - x, first.mesh().coordinateM(node, 1) - 0.5))
                    .isCloseTo(along, within(1e-12));
            along += length;
        }
        assertThat(along * Math.sin(direction)).isCloseTo(0.5, within(0.05));
        double worst = 90;
        for (int e = 0; e < first.mesh().elementCount(); e++) {
            if (first.mesh().elementRegion(e) == 1) {
                worst = Math.min(worst, smallestAngle(first.mesh(), e));
            }
        }
        assertThat(worst).isGreaterThan(13);

        // Half of it stays, and from its end another one turns off.
        int half = first.firstCutFacet() + first.cutFacets() / 2;
        int turn = first.mesh().interfaces().minusNode(half, 0);
        RegionCut second = RegionCut.of(
                first.mesh(), 1, turn, direction + (random.nextBoolean() ? 0.5 : -0.5), f -> f < half, SIZES, 78);
        assertConforming(second.mesh());
        assertThat(area(second.mesh())).isCloseTo(3, within(1e-12));
        assertThat(second.firstCutFacet()).isEqualTo(half);
        for (int f = 0; f < half; f++) {
            assertThat(second.facetOf(f)).isEqualTo(f);
            for (int c = 0; c < 2; c++) {
                assertThat(second.mesh().coordinateM(second.mesh().interfaces().minusNode(f, c), 0))
                        .isEqualTo(first.mesh()
                                .coordinateM(first.mesh().interfaces().minusNode(f, c), 0));
            }
        }
        // Where it turns two nodes lie, one on each side.
        InterfaceFacets facets = second.mesh().interfaces();
        assertThat(facets.minusNode(half, 0)).isEqualTo(facets.minusNode(half - 1, 1));
        assertThat(facets.plusNode(half, 0)).isEqualTo(facets.plusNode(half - 1, 1));
        assertThat(facets.minusNode(half, 0)).isNotEqualTo(facets.plusNode(half, 0));
    }

    @Test
    void aCutMustStayInItsRegion() {
        SimplexMesh mesh = layers();
        int start = startBelow(mesh, 0.5);
        assertThatThrownBy(() -> RegionCut.of(mesh, 1, start, -0.5 * Math.PI, f -> false, SIZES, TAG))
                .isInstanceOf(NumericalFailureException.class);
        assertThatThrownBy(() -> RegionCut.of(mesh, 9, start, 0.5 * Math.PI, f -> false, SIZES, TAG))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
