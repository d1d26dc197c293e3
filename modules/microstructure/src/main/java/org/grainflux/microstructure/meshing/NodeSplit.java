package org.grainflux.microstructure.meshing;

import java.util.Arrays;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.fem.mesh.BorderFacets;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.LongestEdgeBisection;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * Turns a triangulation over shared vertices into a mesh in which every grain owns its nodes. A vertex where three
 * grains meet becomes three nodes: tying them would short-circuit the boundaries.
 */
final class NodeSplit {
    private static final int FIRST_BORDER_TAG = -2;

    private final LongestEdgeBisection source;
    private final int grainCount;
    private final int[] minusGrains;
    private final int[] order;
    private final int[] nodes;
    private double[] coordinatesM;
    private int nodeCount;

    /** Edge tag of the triangulation for a side on an electrode. */
    static int borderTag(int electrode) {
        return FIRST_BORDER_TAG - electrode;
    }

    /** @param minusGrains minus grain of each boundary */
    NodeSplit(LongestEdgeBisection source, int grainCount, int[] minusGrains) {
        this.source = source;
        this.grainCount = grainCount;
        this.minusGrains = minusGrains;
        this.order = trianglesByGrain();
        this.nodes = new int[3 * source.triangleCount()];
        numberNodes();
    }

    SimplexMesh mesh() {
        int count = source.triangleCount();
        int[] elementNodes = new int[3 * count];
        int[] regions = new int[count];
        int interfaces = 0;
        int borders = 0;
        for (int e = 0; e < count; e++) {
            int t = order[e];
            regions[e] = source.region(t);
            for (int k = 0; k < 3; k++) {
                elementNodes[3 * e + k] = nodes[3 * t + k];
                interfaces += isMinusSide(t, k) ? 1 : 0;
                borders += source.neighbour(t, k) < 0 ? 1 : 0;
            }
            requireUpright(t);
        }
        return new SimplexMesh(
                2,
                Arrays.copyOf(coordinatesM, 2 * nodeCount),
                elementNodes,
                regions,
                interfaceFacets(interfaces),
                borderFacets(borders));
    }

    private int[] trianglesByGrain() {
        int[] next = new int[grainCount + 1];
        for (int t = 0; t < source.triangleCount(); t++) {
            next[source.region(t) + 1]++;
        }
        for (int g = 0; g < grainCount; g++) {
            next[g + 1] += next[g];
        }
        int[] sorted = new int[source.triangleCount()];
        for (int t = 0; t < sorted.length; t++) {
            sorted[next[source.region(t)]++] = t;
        }
        return sorted;
    }

    private void numberNodes() {
        int[] grainOfCopy = new int[source.vertexCount()];
        int[] copy = new int[source.vertexCount()];
        Arrays.fill(grainOfCopy, -1);
        coordinatesM = new double[2 * (source.vertexCount() + source.vertexCount() / 4 + 64)];
        for (int t : order) {
            int grain = source.region(t);
            for (int k = 0; k < 3; k++) {
                int v = source.corner(t, k);
                if (grainOfCopy[v] != grain) {
                    grainOfCopy[v] = grain;
                    copy[v] = addNode(source.cornerXM(t, k), source.coordinateM(v, 1));
                }
                requireOneFrame(grain, copy[v], source.cornerXM(t, k));
                nodes[3 * t + k] = copy[v];
            }
        }
    }

    /** The cells of a grain must see a common vertex at the same image, or the grain has no place of its own. */
    private void requireOneFrame(int grain, int node, double x) {
        if (coordinatesM[2 * node] != x) {
            throw new NumericalFailureException(
                    Reason.MESH_QUALITY, "grain " + grain + " meets its own image or has cells in different images");
        }
    }

    private int addNode(double x, double y) {
        if (2 * nodeCount == coordinatesM.length) {
            coordinatesM = Arrays.copyOf(coordinatesM, 2 * coordinatesM.length);
        }
        coordinatesM[2 * nodeCount] = x;
        coordinatesM[2 * nodeCount + 1] = y;
        return nodeCount++;
    }

    private boolean isMinusSide(int t, int edge) {
        int tag = source.edgeTag(t, edge);
        return tag >= 0 && source.region(t) == minusGrains[tag];
    }

    private InterfaceFacets interfaceFacets(int count) {
        int[] tags = new int[count];
        int[] minus = new int[2 * count];
        int[] plus = new int[2 * count];
        int f = 0;
        for (int t : order) {
            for (int k = 0; k < 3; k++) {
                if (isMinusSide(t, k)) {
                    int u = source.neighbour(t, k);
                    int across = edgeFrom(u, source.corner(t, (k + 1) % 3), source.corner(t, k));
                    tags[f] = source.edgeTag(t, k);
                    minus[2 * f] = nodes[3 * t + k];
                    minus[2 * f + 1] = nodes[3 * t + (k + 1) % 3];
                    plus[2 * f] = nodes[3 * u + (across + 1) % 3];
                    plus[2 * f + 1] = nodes[3 * u + across];
                    f++;
                }
            }
        }
        return new InterfaceFacets(2, tags, minus, plus);
    }

    private int edgeFrom(int u, int from, int to) {
        for (int k = 0; k < 3; k++) {
            if (source.corner(u, k) == from && source.corner(u, (k + 1) % 3) == to) {
                return k;
            }
        }
        throw new NumericalFailureException(Reason.MESH_QUALITY, "a facet has no match on its other side");
    }

    private BorderFacets borderFacets(int count) {
        int[] tags = new int[count];
        int[] facetNodes = new int[2 * count];
        int f = 0;
        for (int t : order) {
            for (int k = 0; k < 3; k++) {
                if (source.neighbour(t, k) < 0) {
                    tags[f] = FIRST_BORDER_TAG - source.edgeTag(t, k);
                    facetNodes[2 * f] = nodes[3 * t + k];
                    facetNodes[2 * f + 1] = nodes[3 * t + (k + 1) % 3];
                    f++;
                }
            }
        }
        return new BorderFacets(2, tags, facetNodes);
    }

    private void requireUpright(int t) {
        int a = 2 * nodes[3 * t];
        int b = 2 * nodes[3 * t + 1];
        int c = 2 * nodes[3 * t + 2];
        double twice = (coordinatesM[b] - coordinatesM[a]) * (coordinatesM[c + 1] - coordinatesM[a + 1])
                - (coordinatesM[c] - coordinatesM[a]) * (coordinatesM[b + 1] - coordinatesM[a + 1]);
        if (!(twice > 0)) {
            throw new NumericalFailureException(
                    Reason.MESH_QUALITY, "an element of grain " + source.region(t) + " is inverted or flat");
        }
    }
}
