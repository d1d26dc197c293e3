package org.grainflux.physics.transport;

/**
 * A cell that carries a given mean current density. Currents of an electrode are those of its own interface, without its flaws.
 *
 * @param voltageV of the lower lithium electrode against the upper one
 * @param lower where charge leaves lithium if the current is positive
 * @param upper where it is plated
 * @param faceDropsV Δφ per face of the flaws of a {@link FlawedPolycrystal}; none elsewhere
 * @param faceCurrentsAPerM out of lithium per face, A per metre of depth
 * @param iterations of Newton's method
 * @param relativeResidual largest imbalance of current at a node over the mean current through a node
 */
public record OperatingPoint(
        double voltageV,
        Electrode lower,
        Electrode upper,
        double[] faceDropsV,
        double[] faceCurrentsAPerM,
        int iterations,
        double relativeResidual) {

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
}
