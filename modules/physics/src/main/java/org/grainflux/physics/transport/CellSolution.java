package org.grainflux.physics.transport;

import java.util.Optional;

/**
 * One design of one structure with 1 V between the lithium electrodes; everything scales with the voltage. Current is
 * positive from the lower to the upper electrode at both of them.
 */
public record CellSolution(double meanCurrentDensityAPerM2PerVolt, Electrode lower, Electrode upper) {

    /** Voltage over mean current density between the two lithium electrodes, Ω m². */
    public double areaSpecificResistanceOhmM2() {
        return 1 / meanCurrentDensityAPerM2PerVolt;
    }

    public Electrode electrode(int electrode) {
        return electrode == 0 ? lower : upper;
    }

    /**
     * One electrode.
     *
     * @param resistanceFraction share of the cell's power that is lost between lithium and the electrolyte's surface,
     *     which is the share of its resistance: contact resistances and layer, without the constriction they cause
     *     inside the electrolyte
     * @param lithiumInterface current at Li|HL, or at the only interface when there is no layer
     * @param electrolyteInterface current at HL|electrolyte; the same object without a layer
     * @param depth the way through the layer; empty without one
     * @param surfacePotentialsV potential of each electrode node of the electrolyte, in the order of the electrode:
     *     {@link ElectrodeTrace} in 2D
     */
    public record Electrode(
            double resistanceFraction,
            InterfaceCurrent lithiumInterface,
            InterfaceCurrent electrolyteInterface,
            Optional<DepthProfile> depth,
            double[] surfacePotentialsV) {}
}
