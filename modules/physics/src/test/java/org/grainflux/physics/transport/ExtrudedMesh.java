package org.grainflux.physics.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.grainflux.fem.mesh.BorderFacets;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * A plane mesh (x, z) extruded along y into prisms and those into tetrahedra, cut into slabs of grains of their own. Facets
 * between slabs, and around the period if there is more than one slab, carry the tag behind those of the plane mesh. A
 * map bends the whole, so that boundaries may be oblique to all axes.
 */
final class ExtrudedMesh {
    private final SimplexMesh plane;
    private final double[] yM;
    private final int[] slabs;
    /** Copies of one place share it, so that both sides of a boundary are cut alike. */
    private final int[] place;

    private final int planeRegions;
    private final double[][] points;
    /** By slab, then layer of nodes, then node of the plane. */
    private final int[][] firstOfLayer;

    private final List<int[]> elements = new ArrayList<>();
    private final List<Integer> regions = new ArrayList<>();
    private final List<int[]> interfaces = new ArrayList<>();
    private final List<int[]> borders = new ArrayList<>();

    /**
     * @param yM lines from 0 to the width along y
     * @param slabs number of the slab of each layer between lines, ascending
     * @param map from (x, y, z) to space; must keep the electrodes and the periods
     */
    static SimplexMesh of(SimplexMesh plane, double[] yM, int[] slabs, UnaryOperator<double[]> map) {
        return new ExtrudedMesh(plane, yM, slabs, map).build();
    }

    private ExtrudedMesh(SimplexMesh plane, double[] yM, int[] slabs, UnaryOperator<double[]> map) {
        this.plane = plane;
        this.yM = yM;
        this.slabs = slabs;
        this.planeRegions = 1
                + IntStream.range(0, plane.elementCount())
                        .map(plane::elementRegion)
                        .max()
                        .orElseThrow();
        this.place = places(plane);
        int slabCount = slabs[slabs.length - 1] + 1;
        this.firstOfLayer = new int[slabCount][yM.length];
        List<double[]> all = new ArrayList<>();
        for (int s = 0; s < slabCount; s++) {
            for (int k = 0; k < yM.length; k++) {
                if (k > 0 && slabs[k - 1] == s || k < slabs.length && slabs[k] == s) {
                    firstOfLayer[s][k] = all.size();
                    for (int i = 0; i < plane.nodeCount(); i++) {
                        all.add(map.apply(new double[] {plane.coordinateM(i, 0), yM[k], plane.coordinateM(i, 1)}));
                    }
                }
            }
        }
        this.points = all.toArray(double[][]::new);
    }

    private static int[] places(SimplexMesh plane) {
        int[] place = new int[plane.nodeCount()];
        Arrays.setAll(place, i -> i);
        InterfaceFacets facets = plane.interfaces();
        // A place has few copies: a handful of sweeps reaches all of them.
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int f = 0; f < facets.count(); f++) {
                for (int c = 0; c < 2; c++) {
                    int low = Math.min(place[facets.minusNode(f, c)], place[facets.plusNode(f, c)]);
                    changed |= place[facets.minusNode(f, c)] != low || place[facets.plusNode(f, c)] != low;
                    place[facets.minusNode(f, c)] = low;
                    place[facets.plusNode(f, c)] = low;
                }
            }
        }
        return place;
    }

    private SimplexMesh build() {
        for (int k = 0; k < slabs.length; k++) {
            for (int e = 0; e < plane.elementCount(); e++) {
                addPrism(e, k);
            }
            for (int f = 0; f < plane.interfaces().count(); f++) {
                addInterface(f, k);
            }
            for (int f = 0; f < plane.borders().count(); f++) {
                int[] edge = sorted(plane.borders().node(f, 0), plane.borders().node(f, 1));
                for (int[] triangle : quad(edge, k)) {
                    borders.add(new int[] {plane.borders().tag(f), triangle[0], triangle[1], triangle[2]});
                }
            }
        }
        int last = slabs.length;
        for (int k = 1; k <= last; k++) {
            int below = slabs[k - 1];
            int above = slabs[k % last];
            if (below != above) {
                addSlabJoint(firstOfLayer[below][k], firstOfLayer[above][k % last]);
            }
        }
        return finish();
    }

    private int node(int planeNode, int layer, int strip) {
        return firstOfLayer[slabs[strip]][layer] + planeNode;
    }

    private int[] sorted(Integer... nodes) {
        Arrays.sort(nodes, (a, b) -> Integer.compare(place[a], place[b]));
        return Arrays.stream(nodes).mapToInt(n -> n).toArray();
    }

    /** Kuhn (1960): the diagonal of every side runs from the lower place below to the higher one above. */
    private void addPrism(int element, int k) {
        int[] n = sorted(plane.elementNode(element, 0), plane.elementNode(element, 1), plane.elementNode(element, 2));
        for (int turn = 0; turn < 3; turn++) {
            int[] tetrahedron = new int[4];
            for (int c = 0; c < 4; c++) {
                tetrahedron[c] = c <= turn ? node(n[c], k, k) : node(n[c - 1], k + 1, k);
            }
            if (volume(tetrahedron) < 0) {
                int swap = tetrahedron[0];
                tetrahedron[0] = tetrahedron[1];
                tetrahedron[1] = swap;
            }
            elements.add(tetrahedron);
            regions.add(slabs[k] * planeRegions + plane.elementRegion(element));
        }
    }

    private int[][] quad(int[] edge, int k) {
        return new int[][] {
            {node(edge[0], k, k), node(edge[1], k, k), node(edge[1], k + 1, k)},
            {node(edge[0], k, k), node(edge[0], k + 1, k), node(edge[1], k + 1, k)}
        };
    }

    private void addInterface(int facet, int k) {
        InterfaceFacets facets = plane.interfaces();
        int[] minus = {facets.minusNode(facet, 0), facets.minusNode(facet, 1)};
        int[] plus = {facets.plusNode(facet, 0), facets.plusNode(facet, 1)};
        if (place[minus[0]] > place[minus[1]]) {
            minus = new int[] {minus[1], minus[0]};
            plus = new int[] {plus[1], plus[0]};
        }
        int[][] minusTriangles = quad(minus, k);
        int[][] plusTriangles = quad(plus, k);
        for (int t = 0; t < 2; t++) {
            addPair(facets.tag(facet), minusTriangles[t], plusTriangles[t]);
        }
    }

    private void addSlabJoint(int below, int above) {
        int tag = 1
                + IntStream.range(0, plane.interfaces().count())
                        .map(f -> plane.interfaces().tag(f))
                        .max()
                        .orElse(-1);
        for (int e = 0; e < plane.elementCount(); e++) {
            int[] minus = new int[3];
            int[] plus = new int[3];
            for (int c = 0; c < 3; c++) {
                minus[c] = below + plane.elementNode(e, c);
                plus[c] = above + plane.elementNode(e, c);
            }
            addPair(tag, minus, plus);
        }
    }

    private void addPair(int tag, int[] minus, int[] plus) {
        interfaces.add(new int[] {tag, minus[0], minus[1], minus[2], plus[0], plus[1], plus[2]});
    }

    private double volume(int[] t) {
        double[][] edges = new double[3][3];
        for (int k = 0; k < 3; k++) {
            for (int axis = 0; axis < 3; axis++) {
                edges[k][axis] = points[t[k + 1]][axis] - points[t[0]][axis];
            }
        }
        return edges[0][0] * (edges[1][1] * edges[2][2] - edges[1][2] * edges[2][1])
                + edges[0][1] * (edges[1][2] * edges[2][0] - edges[1][0] * edges[2][2])
                + edges[0][2] * (edges[1][0] * edges[2][1] - edges[1][1] * edges[2][0]);
    }

    private SimplexMesh finish() {
        int[] tags = interfaces.stream().mapToInt(f -> f[0]).toArray();
        int[] minus = interfaces.stream()
                .flatMapToInt(f -> IntStream.of(f[1], f[2], f[3]))
                .toArray();
        int[] plus = interfaces.stream()
                .flatMapToInt(f -> IntStream.of(f[4], f[5], f[6]))
                .toArray();
        return new SimplexMesh(
                3,
                Arrays.stream(points).flatMapToDouble(Arrays::stream).toArray(),
                elements.stream().flatMapToInt(Arrays::stream).toArray(),
                regions.stream().mapToInt(r -> r).toArray(),
                new InterfaceFacets(3, tags, minus, plus),
                new BorderFacets(
                        3,
                        borders.stream().mapToInt(f -> f[0]).toArray(),
                        borders.stream()
                                .flatMapToInt(f -> IntStream.of(f[1], f[2], f[3]))
                                .toArray()));
    }
}
