package org.grainflux.physics.transport;

/** What one contact adds to the condensed cell. Its unknowns are potentials of the electrolyte's surface. */
interface ContactTerm {
    /** Number of unknowns of this electrode. */
    int unknownCount();

    /** Unknown of each electrode node; −1 where the node has the potential of lithium. */
    int[] unknownOfNode();

    /**
     * Adds to the block that starts at {@code offset}: the matrix of the contact and the load by lithium.
     *
     * @param columns lower triangle, {@code columns[j][i]}, i ≥ j
     */
    void addTo(double[][] columns, double[] load, int offset, double lithiumPotentialV);

    /**
     * @param surfacePotentialsV one per electrode node
     * @param upwardCurrentsA current through each electrode node, A per metre of depth, lower to upper
     * @param resistanceFraction see {@link CellSolution.Electrode}
     */
    CellSolution.Electrode electrode(
            double[] surfacePotentialsV, double[] upwardCurrentsA, double lithiumPotentialV, double resistanceFraction);

    /** Potential of the layer's surface, one per point, if there is a layer; else nothing. */
    double[] layerPotentials(double[] surfacePotentialsV, double lithiumPotentialV);
}
