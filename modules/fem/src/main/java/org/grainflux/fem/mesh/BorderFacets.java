package org.grainflux.fem.mesh;

/** Facets on the outer border of a mesh, tagged by the side they lie on. */
public final class BorderFacets {
    private final int cornersPerFacet;
    private final int[] tags;
    private final int[] nodes;

    /**
     * @param cornersPerFacet dimension of the mesh
     * @param tags one per facet
     * @param nodes facet-major, {@code tags.length * cornersPerFacet}
     */
    public BorderFacets(int cornersPerFacet, int[] tags, int[] nodes) {
        if (nodes.length != tags.length * cornersPerFacet) {
            throw new IllegalArgumentException("facet arrays disagree: " + tags.length + " tags, " + nodes.length
                    + " nodes, " + cornersPerFacet + " corners per facet");
        }
        this.cornersPerFacet = cornersPerFacet;
        this.tags = tags.clone();
        this.nodes = nodes.clone();
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

    public int node(int facet, int corner) {
        return nodes[facet * cornersPerFacet + corner];
    }
}
