package org.grainflux.fem.elasticity;

import java.util.function.IntUnaryOperator;
import org.grainflux.fem.assembly.FacetGeometry;
import org.grainflux.fem.mesh.BorderFacets;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * Which elements stand at a facet and which way is out: facets of a mesh say neither. The normal of an interface facet
 * points from its minus to its plus side, the one of a border facet out of the body.
 */
public final class FacetSides {
    private final SimplexMesh mesh;
    private final int dimension;
    /** Offsets by node into elementsOfNode. */
    private final int[] starts;

    private final int[] elementsOfNode;
    private final FacetGeometry geometry;
    private final int[] corners;

    public FacetSides(SimplexMesh mesh) {
        this.mesh = mesh;
        this.dimension = mesh.dimension();
        this.geometry = new FacetGeometry(dimension);
        this.corners = new int[dimension];
        starts = new int[mesh.nodeCount() + 1];
        for (int e = 0; e < mesh.elementCount(); e++) {
            for (int c = 0; c <= dimension; c++) {
                starts[mesh.elementNode(e, c) + 1]++;
            }
        }
        for (int v = 0; v < mesh.nodeCount(); v++) {
            starts[v + 1] += starts[v];
        }
        elementsOfNode = new int[starts[mesh.nodeCount()]];
        int[] next = starts.clone();
        for (int e = 0; e < mesh.elementCount(); e++) {
            for (int c = 0; c <= dimension; c++) {
                elementsOfNode[next[mesh.elementNode(e, c)]++] = e;
            }
        }
    }

    /** Element on the minus side of an interface facet. */
    public int minusElement(int interfaceFacet) {
        InterfaceFacets facets = mesh.interfaces();
        return elementAt(corner -> facets.minusNode(interfaceFacet, corner));
    }

    /** Element on the plus side of an interface facet. */
    public int plusElement(int interfaceFacet) {
        InterfaceFacets facets = mesh.interfaces();
        return elementAt(corner -> facets.plusNode(interfaceFacet, corner));
    }

    /** Element behind a border facet. */
    public int borderElement(int borderFacet) {
        BorderFacets facets = mesh.borders();
        return elementAt(corner -> facets.node(borderFacet, corner));
    }

    /**
     * Unit normal of an interface facet, from minus to plus.
     *
     * @param normal dimension entries, overwritten
     * @return length (2D, m) or area (3D, m²) of the facet
     */
    public double interfaceNormal(int interfaceFacet, double[] normal) {
        return outward(minusElement(interfaceFacet), normal);
    }

    /** As {@link #interfaceNormal} for a border facet, out of the body. */
    public double borderNormal(int borderFacet, double[] normal) {
        return outward(borderElement(borderFacet), normal);
    }

    /** The element that has all corners; leaves them in {@link #corners}. */
    private int elementAt(IntUnaryOperator nodeOfCorner) {
        for (int c = 0; c < dimension; c++) {
            corners[c] = nodeOfCorner.applyAsInt(c);
        }
        for (int k = starts[corners[0]]; k < starts[corners[0] + 1]; k++) {
            int element = elementsOfNode[k];
            int found = 1;
            for (int c = 1; c < dimension; c++) {
                found += isCorner(element, corners[c]) ? 1 : 0;
            }
            if (found == dimension) {
                return element;
            }
        }
        throw new IllegalArgumentException("no element has the facet with first node " + corners[0]);
    }

    private boolean isCorner(int element, int node) {
        for (int c = 0; c <= dimension; c++) {
            if (mesh.elementNode(element, c) == node) {
                return true;
            }
        }
        return false;
    }

    private double outward(int element, double[] normal) {
        geometry.load(mesh, corners);
        geometry.normal(normal);
        double inward = 0;
        for (int c = 0; c <= dimension; c++) {
            int node = mesh.elementNode(element, c);
            for (int axis = 0; axis < dimension; axis++) {
                inward += normal[axis] * (mesh.coordinateM(node, axis) - mesh.coordinateM(corners[0], axis));
            }
        }
        if (inward > 0) {
            for (int axis = 0; axis < dimension; axis++) {
                normal[axis] = -normal[axis];
            }
        }
        return geometry.measure();
    }
}
