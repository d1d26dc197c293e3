package org.grainflux.physics.tip;

import java.io.Serializable;
import org.grainflux.core.Require;
import org.grainflux.physics.fracture.LithiumMetal;

/**
 * What starts a filament in the interior of a grain, where there is no flaw: lithium must overcome the ideal strength of
 * the crystal and the pressure under the tip. An upper bound of what mechanics asks for; it stays far below the measured
 * bias, which is why breakdown is kept as a mode of its own.
 *
 * @param lithium converts pressure into overpotential
 * @param strengthRatio ideal strength over Young's modulus; 1/10 is the textbook upper estimate (Kelly and Macmillan
 *     1986, Strong Solids: between 1/20 and 1/6)
 * @param breakdownFieldVPerM field at the middle of the contact at which the crystal breaks down; calibrated
 */
public record InteriorStrength(LithiumMetal lithium, double strengthRatio, double breakdownFieldVPerM)
        implements Serializable {
    public InteriorStrength {
        Require.within("ideal strength over Young's modulus", strengthRatio, 0, 1, "");
        Require.positive("breakdown field", breakdownFieldVPerM, "V/m");
    }

    /** (E s + p) V_m/F, V. */
    public double overpotentialV(double youngsModulusPa, double contactPressurePa) {
        return lithium.overpotentialV(strengthRatio * youngsModulusPa + contactPressurePa);
    }

    /** Bias at which the field in the middle of an isopotential disc, 2V/(πa), reaches the breakdown field, V. */
    public double breakdownBiasV(double contactRadiusM) {
        return 0.5 * Math.PI * Require.positive("radius of the contact", contactRadiusM, "m") * breakdownFieldVPerM;
    }
}
