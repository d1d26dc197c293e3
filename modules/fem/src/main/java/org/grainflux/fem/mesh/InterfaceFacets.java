package org.grainflux.fem.mesh;

/**
 * Facets of zero thickness between two regions: the potential may jump across them. Corner {@code k} of the minus side
 * lies on corner {@code k} of the plus side (up to a period of the cell), but they are two nodes.
 */
public final class InterfaceFacets {
    private final int cornersPerFacet;
    private final int[] tags;
    private final int[] minusNodes;
    private final int[] plusNodes;

    /**
     * @param cornersPerFacet dimension of the mesh
     * @param tags one per facet, e.g. the index of the grain boundary
     * @param minusNodes facet-major, {@code tags.length * cornersPerFacet}
     * @param plusNodes as minusNodes
     */
    public InterfaceFacets(int cornersPerFacet, int[] tags, int[] minusNodes, int[] plusNodes) {
        if (minusNodes.length != tags.length * cornersPerFacet || plusNodes.length != minusNodes.length) {
            throw new IllegalArgumentException("facet arrays disagree: " + tags.length + " tags, " + minusNodes.length
                    + " minus and " + plusNodes.length + " plus nodes, " + cornersPerFacet + " corners per facet");
        }
        this.cornersPerFacet = cornersPerFacet;
        this.tags = tags.clone();
        this.minusNodes = minusNodes.clone();
        this.plusNodes = plusNodes.clone();
    }

    public int count() {
        return tags.length;
    }

    public int cornersPerFacet() {
        return cornersPerFacet;
    }

    public int tag(int facet) {
        return tags[facet];
    }

    public int minusNode(int facet, int corner) {
        return minusNodes[facet * cornersPerFacet + corner];
    }

    public int plusNode(int facet, int corner) {
        return plusNodes[facet * cornersPerFacet + corner];
    }
}
