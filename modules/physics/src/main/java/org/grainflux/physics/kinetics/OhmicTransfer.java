package org.grainflux.physics.kinetics;

import org.grainflux.core.Require;

/**
 * j = Δφ/R, the transfer of charge near equilibrium.
 *
 * @param resistanceOhmM2 R &gt; 0
 */
public record OhmicTransfer(double resistanceOhmM2) implements ChargeTransfer {
    public OhmicTransfer {
        Require.positive("charge-transfer resistance", resistanceOhmM2, "ohm m2");
    }

    @Override
    public double currentDensityAPerM2(double potentialDropV) {
        return potentialDropV / resistanceOhmM2;
    }

    @Override
    public double slopeSPerM2(double potentialDropV) {
        return 1 / resistanceOhmM2;
    }

    @Override
    public double potentialDropV(double currentDensityAPerM2) {
        return currentDensityAPerM2 * resistanceOhmM2;
    }
}
