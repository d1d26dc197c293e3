package org.grainflux.physics.transport;

import java.util.Arrays;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.fem.algebra.DisjointSets;
import org.grainflux.fem.mesh.BorderFacets;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * The triangles of one electrode of a 3D cell, periodic in x and y, and its nodes. Where grains meet, a point of the
 * electrode carries one node per grain. Nodes are numbered by ascending number in the mesh, points by their first node.
 * The copies of a point are found by the interface facets that pair them, not by distance.
 */
public final class ElectrodeSurface {
    private static final double RELATIVE_TOLERANCE = 1e-9;

    private final double[] sizeM;
    private final int[] meshNodes;
    private final int[] pointOfNode;
    private final int[] triangleNodes;
    private final int[] triangleGrains;
    /** Triangle-major: x and y of the three corners, unwrapped, counter-clockwise. */
    private final double[] cornersM;

    private final double[] pointAreasM2;
    private final double[] nodeAreasM2;
    private final boolean[] onTrace;
    private final double traceEdgeM;
    private final double longestEdgeM;
    private final double shortestEdgeM;

    private ElectrodeSurface(
            double[] sizeM,
            int[] meshNodes,
            int[] pointOfNode,
            int[] triangleNodes,
            int[] triangleGrains,
            double[] cornersM) {
        this.sizeM = sizeM;
        this.meshNodes = meshNodes;
        this.pointOfNode = pointOfNode;
        this.triangleNodes = triangleNodes;
        this.triangleGrains = triangleGrains;
        this.cornersM = cornersM;
        this.nodeAreasM2 = new double[meshNodes.length];
        this.pointAreasM2 = new double[1 + Arrays.stream(pointOfNode).max().orElse(-1)];
        this.onTrace = pointsOnTraces();
        double atTraces = 0;
        double longest = 0;
        double shortest = Double.POSITIVE_INFINITY;
        for (int t = 0; t < triangleCount(); t++) {
            boolean touches = false;
            for (int c = 0; c < 3; c++) {
                nodeAreasM2[node(t, c)] += areaM2(t) / 3;
                pointAreasM2[point(t, c)] += areaM2(t) / 3;
                touches |= onTrace[point(t, c)];
                longest = Math.max(longest, edgeM(t, c));
                shortest = Math.min(shortest, edgeM(t, c));
            }
            for (int c = 0; c < 3 && touches; c++) {
                atTraces = Math.max(atTraces, edgeM(t, c));
            }
        }
        this.traceEdgeM = atTraces;
        this.longestEdgeM = longest;
        this.shortestEdgeM = shortest;
    }

    /**
     * @param mesh 3D, with border facets tagged 0 (lower electrode) and 1 (upper electrode)
     * @param sizeM edge lengths of the cell: W_x, W_y, and the distance between the electrodes
     * @throws NumericalFailureException if the facets do not cover the electrode exactly once
     */
    static ElectrodeSurface of(SimplexMesh mesh, int electrode, double[] sizeM) {
        BorderFacets borders = mesh.borders();
        int[] place = new int[mesh.nodeCount()];
        int triangles = 0;
        for (int f = 0; f < borders.count(); f++) {
            for (int c = 0; c < 3 && borders.tag(f) == electrode; c++) {
                place[borders.node(f, c)] = 1;
                triangles += c == 0 ? 1 : 0;
            }
        }
        int[] meshNodes = new int[3 * triangles];
        int nodes = 0;
        for (int i = 0; i < place.length; i++) {
            if (place[i] != 0) {
                meshNodes[nodes] = i;
                place[i] = nodes++;
            } else {
                place[i] = -1;
            }
        }
        int[] triangleNodes = new int[3 * triangles];
        double[] corners = new double[6 * triangles];
        int[] facetOf = new int[triangles];
        for (int f = 0, t = 0; f < borders.count(); f++) {
            if (borders.tag(f) == electrode) {
                facetOf[t] = f;
                load(mesh, f, place, triangleNodes, corners, t++);
            }
        }
        meshNodes = Arrays.copyOf(meshNodes, nodes);
        double[] plane = {sizeM[0], sizeM[1]};
        ElectrodeSurface surface = new ElectrodeSurface(
                plane,
                meshNodes,
                points(mesh, place, nodes, electrode * sizeM[2], RELATIVE_TOLERANCE * sizeM[2]),
                triangleNodes,
                grains(mesh, meshNodes, triangleNodes),
                corners);
        surface.checkCovers(electrode);
        return surface;
    }

    private static void load(
            SimplexMesh mesh, int facet, int[] place, int[] triangleNodes, double[] corners, int triangle) {
        int[] nodes = new int[3];
        double[] x = new double[3];
        double[] y = new double[3];
        for (int c = 0; c < 3; c++) {
            nodes[c] = mesh.borders().node(facet, c);
            x[c] = mesh.coordinateM(nodes[c], 0);
            y[c] = mesh.coordinateM(nodes[c], 1);
        }
        boolean turned = (x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0]) < 0;
        for (int c = 0; c < 3; c++) {
            int from = turned ? (3 - c) % 3 : c;
            triangleNodes[3 * triangle + c] = place[nodes[from]];
            corners[6 * triangle + 2 * c] = x[from];
            corners[6 * triangle + 2 * c + 1] = y[from];
        }
    }

    /** Joins the copies of each point along the interface facets that reach the electrode's plane. */
    private static int[] points(SimplexMesh mesh, int[] place, int nodes, double planeM, double toleranceM) {
        DisjointSets sets = new DisjointSets(mesh.nodeCount());
        InterfaceFacets facets = mesh.interfaces();
        for (int f = 0; f < facets.count(); f++) {
            for (int c = 0; c < 3; c++) {
                int minus = facets.minusNode(f, c);
                // A grain may reach the electrode in one point only: it has no node there but joins its neighbours.
                if (Math.abs(mesh.coordinateM(minus, 2) - planeM) <= toleranceM) {
                    sets.join(minus, facets.plusNode(f, c));
                }
            }
        }
        int[] pointOfRoot = new int[mesh.nodeCount()];
        int[] pointOfNode = new int[nodes];
        int points = 0;
        for (int i = 0; i < place.length; i++) {
            if (place[i] >= 0) {
                int root = sets.smallest(i);
                if (pointOfRoot[root] == 0) {
                    pointOfRoot[root] = ++points;
                }
                pointOfNode[place[i]] = pointOfRoot[root] - 1;
            }
        }
        return pointOfNode;
    }

    private static int[] grains(SimplexMesh mesh, int[] meshNodes, int[] triangleNodes) {
        int[] regionOfNode = AssembledPolycrystal.nodeRegions(mesh);
        int[] grains = new int[triangleNodes.length / 3];
        Arrays.setAll(grains, t -> regionOfNode[meshNodes[triangleNodes[3 * t]]]);
        return grains;
    }

    private void checkCovers(int electrode) {
        double area = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int t = 0; t < triangleCount(); t++) {
            area += areaM2(t);
            smallest = Math.min(smallest, areaM2(t));
        }
        if (!(smallest > 0) || !(Math.abs(area / (sizeM[0] * sizeM[1]) - 1) <= RELATIVE_TOLERANCE)) {
            throw new NumericalFailureException(
                    NumericalFailureException.Reason.MESH_QUALITY,
                    "the border facets of electrode " + electrode + " cover " + area + " m2 instead of "
                            + sizeM[0] * sizeM[1] + " m2, the smallest one " + smallest + " m2");
        }
    }

    private boolean[] pointsOnTraces() {
        boolean[] seen = new boolean[pointAreasM2.length];
        boolean[] shared = new boolean[pointAreasM2.length];
        for (int point : pointOfNode) {
            shared[point] |= seen[point];
            seen[point] = true;
        }
        return shared;
    }

    /** Periods along x and y, m. */
    double[] sizeM() {
        return sizeM.clone();
    }

    double areaM2() {
        return sizeM[0] * sizeM[1];
    }

    public int nodeCount() {
        return meshNodes.length;
    }

    /** Node of the polycrystal's mesh. */
    public int meshNode(int node) {
        return meshNodes[node];
    }

    public int pointCount() {
        return pointAreasM2.length;
    }

    public int pointOfNode(int node) {
        return pointOfNode[node];
    }

    public int triangleCount() {
        return triangleGrains.length;
    }

    /** Grain that owns a triangle: region of the mesh. */
    int grain(int triangle) {
        return triangleGrains[triangle];
    }

    int node(int triangle, int corner) {
        return triangleNodes[3 * triangle + corner];
    }

    int point(int triangle, int corner) {
        return pointOfNode[triangleNodes[3 * triangle + corner]];
    }

    /** Coordinate of a corner, in one piece for each triangle: may lie outside the cell. */
    double cornerM(int triangle, int corner, int axis) {
        return cornersM[6 * triangle + 2 * corner + axis];
    }

    double areaM2(int triangle) {
        double abX = cornerM(triangle, 1, 0) - cornerM(triangle, 0, 0);
        double abY = cornerM(triangle, 1, 1) - cornerM(triangle, 0, 1);
        double acX = cornerM(triangle, 2, 0) - cornerM(triangle, 0, 0);
        double acY = cornerM(triangle, 2, 1) - cornerM(triangle, 0, 1);
        return 0.5 * (abX * acY - acX * abY);
    }

    /** Length of the edge from a corner to the next. */
    private double edgeM(int triangle, int corner) {
        int next = (corner + 1) % 3;
        return Math.hypot(
                cornerM(triangle, next, 0) - cornerM(triangle, corner, 0),
                cornerM(triangle, next, 1) - cornerM(triangle, corner, 1));
    }

    /** A third of the triangles at a point, all grains together. */
    double pointAreaM2(int point) {
        return pointAreasM2[point];
    }

    /** A third of the triangles at a node, those of its own grain. */
    double nodeAreaM2(int node) {
        return nodeAreasM2[node];
    }

    /** Longest edge of the triangles that touch a boundary trace; 0 without traces. */
    double traceEdgeM() {
        return traceEdgeM;
    }

    /** As above of the triangles that reach a disc; bounded by their corners' circle, so a few more may count. */
    double traceEdgeM(double xM, double yM, double radiusM) {
        double longest = 0;
        for (int t = 0; t < triangleCount(); t++) {
            double edge = 0;
            boolean touches = false;
            for (int c = 0; c < 3; c++) {
                edge = Math.max(edge, edgeM(t, c));
                touches |= onTrace[point(t, c)];
            }
            if (touches && edge > longest && cornerDistanceM(t, xM, yM) < radiusM + edge) {
                longest = edge;
            }
        }
        return longest;
    }

    /** From a place to the nearest corner of a triangle, whatever the period. */
    private double cornerDistanceM(int triangle, double xM, double yM) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int c = 0; c < 3; c++) {
            double dx = Math.IEEEremainder(cornerM(triangle, c, 0) - xM, sizeM[0]);
            double dy = Math.IEEEremainder(cornerM(triangle, c, 1) - yM, sizeM[1]);
            nearest = Math.min(nearest, Math.hypot(dx, dy));
        }
        return nearest;
    }

    double longestEdgeM() {
        return longestEdgeM;
    }

    double shortestEdgeM() {
        return shortestEdgeM;
    }
}
