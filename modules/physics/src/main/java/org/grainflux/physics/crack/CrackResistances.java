package org.grainflux.physics.crack;

import java.io.Serializable;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.Require;

/**
 * What resists the current of a plane cell whose crack is filled with lithium.
 *
 * @param grainConductivitySPerM σ_g of all grains, S/m
 * @param boundaryOhmM2 R_gb of each boundary, Ω m²
 * @param startElectrodeOhmM2 R of the electrode the crack starts from, Ω m² &gt; 0
 * @param farElectrodeOhmM2 R of the other one, Ω m² &gt; 0
 * @param crackFaceOhmM2 R_ct between the lithium in the crack and the grain on either side, Ω m² &gt; 0
 */
public record CrackResistances(
        double grainConductivitySPerM,
        double[] boundaryOhmM2,
        double startElectrodeOhmM2,
        double farElectrodeOhmM2,
        double crackFaceOhmM2)
        implements Serializable {
    public CrackResistances {
        Require.positive("conductivity of the grains", grainConductivitySPerM, "S/m");
        Require.positive("resistance of the cracked electrode", startElectrodeOhmM2, "ohm m2");
        Require.positive("resistance of the other electrode", farElectrodeOhmM2, "ohm m2");
        Require.positive("resistance of the faces of a crack", crackFaceOhmM2, "ohm m2");
        boundaryOhmM2 = boundaryOhmM2.clone();
        for (double resistance : boundaryOhmM2) {
            if (!(resistance > 0)) {
                throw new InvalidInputException("the resistance of a boundary must be > 0, got " + resistance
                        + " ohm m2; a boundary without resistance is not a boundary");
            }
        }
    }
}
