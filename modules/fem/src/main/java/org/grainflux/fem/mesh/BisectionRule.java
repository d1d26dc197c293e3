package org.grainflux.fem.mesh;

/** Decides at which edge a tetrahedron may be bisected. Every rule gives each tetrahedron exactly one such edge. */
interface BisectionRule {
    /** Leads with the edge of a root, see {@link TetrahedronStore#lead}. */
    void arrangeRoot(TetrahedronStore store, int t);

    /**
     * Leads with the edge of a child. Its corners, and its state, are still in the places of its parent, the new vertex
     * standing in place of the end of the parent's edge that the child has not kept.
     *
     * @param kept corner of the parent's edge that the child has kept, 0 or 1
     */
    void arrangeChild(TetrahedronStore store, int t, int kept);
}
