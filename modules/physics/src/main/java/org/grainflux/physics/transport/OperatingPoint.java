package org.grainflux.physics.transport;

/**
 * A cell that carries a given mean current density. Currents of an electrode are those of its own interface, without its flaws.
 *
 * @param voltageV of the lower lithium electrode against the upper one
 * @param lower where charge leaves lithium if the current is positive
 * @param upper where it is plated
 * @param faces of the flaws of a {@link FlawedPolycrystal}
 * @param iterations of Newton's method
 * @param relativeResidual largest imbalance of current at a node over the mean current through a node
 */
public record OperatingPoint(
        double voltageV, Electrode lower, Electrode upper, Faces faces, int iterations, double relativeResidual) {

    /**
     * One electrode, in the order of its {@link ElectrodeTrace}.
     *
     * @param current upward through the interface, A/m² over windows
     * @param potentialDropsV Δφ = φ_Li − φ per node
     * @param currentDensitiesAPerM2 out of lithium per node: what the law of that node carries
     */
    public record Electrode(TraceCurrent current, double[] potentialDropsV, double[] currentDensitiesAPerM2) {}

    public Electrode electrode(int electrode) {
        return electrode == 0 ? lower : upper;
    }

    /**
     * Lithium in flaws.
     *
     * @param shiftsV per flaw, how far its lithium is above that of its electrode for the ceramic; 0 where it is joined to it
     * @param potentialDropsV Δφ per face, from the lithium of its flaw as shifted
     * @param currentsAPerM out of lithium per face, A per metre of depth
     */
    public record Faces(double[] shiftsV, double[] potentialDropsV, double[] currentsAPerM) {}
}
