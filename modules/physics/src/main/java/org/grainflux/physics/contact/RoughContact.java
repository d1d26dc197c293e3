package org.grainflux.physics.contact;

import java.io.Serializable;
import org.grainflux.core.Require;

/**
 * How much of a pressed rough Li|LLZO interface really touches. Lithium is so soft that the contact is deeply plastic:
 * f = min(1, P/H_eff), H_eff ≈ 3σ_y. Creep raises f with time, by orders of magnitude over hours; this is the value
 * before it.
 *
 * @param lithiumYieldPa σ_y of bulk lithium, Pa
 * @param hardnessFactor H_eff/σ_y, about 3 (Tabor 1951)
 * @param floorFraction f at zero pressure, where the formula alone would give no contact at all
 */
public record RoughContact(double lithiumYieldPa, double hardnessFactor, double floorFraction) implements Serializable {
    /** κ = √(8/π) (Persson 2001, J. Chem. Phys. 115, 3840). */
    public static final double PERSSON_KAPPA = Math.sqrt(8 / Math.PI);

    /** κ = √(2π) of asperity models (Bush, Gibson and Thomas 1975, Wear 35, 87). */
    public static final double GREENWOOD_WILLIAMSON_KAPPA = Math.sqrt(2 * Math.PI);

    public RoughContact {
        Require.positive("yield stress of lithium", lithiumYieldPa, "Pa");
        Require.positive("hardness factor", hardnessFactor, "");
        Require.within("contact fraction at zero pressure", floorFraction, 1e-6, 1, "");
    }

    /**
     * σ_y = 0.77 MPa (0.73–0.81, Masias et al. 2019), factor 3. Floor 10⁻³, assumed: with an intimate R_ct of about 1 Ω
     * cm² it gives the ≈ 1000 Ω cm² of lithium laid on the ceramic.
     */
    public static RoughContact lithium() {
        return new RoughContact(0.77e6, 3, 1e-3);
    }

    /** H_eff, Pa: the pressure at which contact is complete. */
    public double effectiveHardnessPa() {
        return hardnessFactor * lithiumYieldPa;
    }

    /** f at a stack pressure, in [floor, 1]. */
    public double fraction(double stackPressurePa) {
        Require.nonNegative("stack pressure", stackPressurePa, "Pa");
        return Math.min(1, Math.max(floorFraction, stackPressurePa / effectiveHardnessPa()));
    }

    /**
     * Elastic rough contact, f = min(1, κP/(E*h′)), for comparison only: it would need asperities that do not yield.
     *
     * @param kappa κ: {@link #PERSSON_KAPPA} or {@link #GREENWOOD_WILLIAMSON_KAPPA}
     * @param rmsSlope h′, root mean square slope of the surface
     */
    public static double elasticFraction(
            double stackPressurePa, double reducedModulusPa, double rmsSlope, double kappa) {
        Require.nonNegative("stack pressure", stackPressurePa, "Pa");
        Require.positive("reduced modulus", reducedModulusPa, "Pa");
        Require.positive("rms slope", rmsSlope, "");
        Require.positive("κ of elastic rough contact", kappa, "");
        return Math.min(1, kappa * stackPressurePa / (reducedModulusPa * rmsSlope));
    }
}
