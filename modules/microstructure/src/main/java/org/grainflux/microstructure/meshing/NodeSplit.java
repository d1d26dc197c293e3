package org.grainflux.microstructure.meshing;

import java.util.Arrays;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.fem.mesh.BorderFacets;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SharedVertexMesh;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * Turns simplices over shared vertices into a mesh in which every grain owns its nodes. A vertex where three grains meet
 * becomes three nodes: tying them would short-circuit the boundaries. Elements are stored group by group and nodes in the order in
 * which elements meet them, so what lies side by side is stored side by side.
 */
final class NodeSplit {
    private static final int FIRST_BORDER_TAG = -2;

    private final SharedVertexMesh source;
    private final int dimension;
    private final int[] minusGrains;
    /** Simplex of the source at each place of the mesh, and the inverse. */
    private final int[] order;

    private final int[] place;
    private final int[] elementNodes;
    private double[] coordinatesM;
    private int nodeCount;

    /** Facet tag of the source for a facet on an electrode. */
    static int borderTag(int electrode) {
        return FIRST_BORDER_TAG - electrode;
    }

    /**
     * @param source its groups are ordered by region
     * @param minusGrains minus grain of each boundary
     */
    NodeSplit(SharedVertexMesh source, int[] minusGrains) {
        this.source = source;
        this.dimension = source.dimension();
        this.minusGrains = minusGrains;
        this.order = elementsByGroup();
        this.place = new int[order.length];
        for (int e = 0; e < order.length; e++) {
            place[order[e]] = e;
        }
        this.elementNodes = new int[order.length * (dimension + 1)];
        numberNodes();
    }

    SimplexMesh mesh() {
        int[] regions = new int[order.length];
        int interfaces = 0;
        int borders = 0;
        for (int e = 0; e < order.length; e++) {
            int t = order[e];
            regions[e] = source.region(t);
            for (int k = 0; k <= dimension; k++) {
                interfaces += isMinusSide(t, k) ? 1 : 0;
                borders += source.neighbour(t, k) < 0 ? 1 : 0;
            }
        }
        return SimplexMesh.owning(
                dimension,
                Arrays.copyOf(coordinatesM, dimension * nodeCount),
                elementNodes,
                regions,
                interfaceFacets(interfaces),
                borderFacets(borders));
    }

    private int[] elementsByGroup() {
        int[] next = new int[source.groupCount() + 1];
        for (int t = 0; t < source.elementCount(); t++) {
            next[source.group(t) + 1]++;
        }
        for (int g = 0; g < source.groupCount(); g++) {
            next[g + 1] += next[g];
        }
        int[] sorted = new int[source.elementCount()];
        for (int t = 0; t < sorted.length; t++) {
            sorted[next[source.group(t)]++] = t;
        }
        return sorted;
    }

    private void numberNodes() {
        int[] grainOfCopy = new int[source.vertexCount()];
        int[] copy = new int[source.vertexCount()];
        Arrays.fill(grainOfCopy, -1);
        coordinatesM = new double[dimension * (source.vertexCount() + source.vertexCount() / 4 + 64)];
        int at = 0;
        for (int t : order) {
            int grain = source.region(t);
            for (int k = 0; k <= dimension; k++) {
                int v = source.corner(t, k);
                if (grainOfCopy[v] != grain) {
                    grainOfCopy[v] = grain;
                    copy[v] = addNode(t, k);
                }
                requireOneFrame(copy[v], t, k);
                elementNodes[at++] = copy[v];
            }
        }
    }

    /** The cells of a grain must see a common vertex at the same image, or the grain has no place of its own. */
    private void requireOneFrame(int node, int t, int corner) {
        for (int axis = 0; axis < dimension; axis++) {
            if (coordinatesM[dimension * node + axis] != source.cornerM(t, corner, axis)) {
                throw new NumericalFailureException(
                        Reason.MESH_QUALITY,
                        "grain " + source.region(t) + " meets its own image or has cells in different images");
            }
        }
    }

    private int addNode(int t, int corner) {
        if (dimension * nodeCount == coordinatesM.length) {
            coordinatesM = Arrays.copyOf(coordinatesM, dimension * (nodeCount + nodeCount / 4));
        }
        for (int axis = 0; axis < dimension; axis++) {
            coordinatesM[dimension * nodeCount + axis] = source.cornerM(t, corner, axis);
        }
        return nodeCount++;
    }

    private boolean isMinusSide(int t, int facet) {
        int tag = source.facetTag(t, facet);
        return tag >= 0 && source.region(t) == minusGrains[tag];
    }

    private InterfaceFacets interfaceFacets(int count) {
        int[] tags = new int[count];
        int[] minus = new int[dimension * count];
        int[] plus = new int[dimension * count];
        int f = 0;
        for (int t : order) {
            for (int k = 0; k <= dimension; k++) {
                if (isMinusSide(t, k)) {
                    int u = source.neighbour(t, k);
                    int across = source.facetAcross(t, k);
                    tags[f] = source.facetTag(t, k);
                    for (int c = 0; c < dimension; c++) {
                        int corner = source.facetCorner(k, c);
                        minus[dimension * f + c] = node(t, corner);
                        plus[dimension * f + c] = node(u, cornerAt(u, across, source.corner(t, corner)));
                    }
                    f++;
                }
            }
        }
        return new InterfaceFacets(dimension, tags, minus, plus);
    }

    private int node(int t, int corner) {
        return elementNodes[(dimension + 1) * place[t] + corner];
    }

    private int cornerAt(int t, int facet, int vertex) {
        for (int c = 0; c < dimension; c++) {
            int corner = source.facetCorner(facet, c);
            if (source.corner(t, corner) == vertex) {
                return corner;
            }
        }
        throw new NumericalFailureException(Reason.MESH_QUALITY, "a facet has no match on its other side");
    }

    private BorderFacets borderFacets(int count) {
        int[] tags = new int[count];
        int[] facetNodes = new int[dimension * count];
        int f = 0;
        for (int t : order) {
            for (int k = 0; k <= dimension; k++) {
                if (source.neighbour(t, k) < 0) {
                    tags[f] = FIRST_BORDER_TAG - source.facetTag(t, k);
                    for (int c = 0; c < dimension; c++) {
                        facetNodes[dimension * f + c] = node(t, source.facetCorner(k, c));
                    }
                    f++;
                }
            }
        }
        return new BorderFacets(dimension, tags, facetNodes);
    }
}
