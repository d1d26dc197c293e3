package org.grainflux.physics.transport;

/** What one contact adds to a 3D cell that is solved on its whole mesh. */
interface SurfaceContact {

    /**
     * Enters for every electrode node the node of the polycrystal's mesh whose potential it shares: itself by default, or
     * {@link CellSystem#FIXED} for the potential of lithium. Nodes are led by one of a lower number.
     */
    void lead(int[] leaderOfMeshNode);

    /** Number of unknowns that are not nodes of the polycrystal. */
    int ownUnknowns();

    /**
     * @param unknownOfMeshNode numbering of the polycrystal's nodes
     * @param firstOwn number of the first unknown of this contact's own
     */
    void addTo(CellSystem system, int[] unknownOfMeshNode, int firstOwn, double lithiumPotentialV);

    /**
     * @param surface what every contact knows: potentials and currents at the electrolyte
     * @param solutionV all unknowns, numbered as in the last call of addTo
     */
    CellSolution.Electrode electrode(Surface surface, double[] solutionV);

    /**
     * The electrolyte's side of an electrode.
     *
     * @param potentialsV one per electrode node
     * @param upwardCurrentsA current through each electrode node, lower to upper, A
     * @param resistanceFraction see {@link CellSolution.Electrode}
     */
    record Surface(
            double[] potentialsV, double[] upwardCurrentsA, double lithiumPotentialV, double resistanceFraction) {}
}
