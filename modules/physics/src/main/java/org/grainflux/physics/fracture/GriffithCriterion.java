package org.grainflux.physics.fracture;

import java.io.Serializable;
import org.grainflux.core.Require;

/**
 * When lithium plated into a flaw drives it forward: K_I = Y p √(πc) ≥ K_IC + Y σ_comp √(πc), with p = Fη/V_m and p
 * never above the extrusion cap of the flaw.
 *
 * <p>Linear elastic fracture mechanics, small-scale yielding, a flaw alone on a half-space; initiation only (the first
 * extension), not the rear-driven propagation of a long dendrite.
 *
 * @param lithium the metal in the flaw
 * @param geometryFactor Y: {@link #SURFACE_EDGE_CRACK} or {@link #PENNY_CRACK}
 * @param compressionPa σ_comp, in-plane compression across the flaw, Pa; negative for tension
 */
public record GriffithCriterion(LithiumMetal lithium, double geometryFactor, double compressionPa)
        implements Serializable {
    /** Y of an edge crack in a half-plane, 1.12 (Tada, Paris and Irwin, The Stress Analysis of Cracks: 1.1215). */
    public static final double SURFACE_EDGE_CRACK = 1.12;

    /** Y of a penny-shaped crack in an infinite solid, 2/π (Sneddon 1946, Proc. R. Soc. A 187, 229). */
    public static final double PENNY_CRACK = 2 / Math.PI;

    public GriffithCriterion {
        Require.positive("geometry factor of the flaw", geometryFactor, "");
        Require.within("in-plane compression", compressionPa, -1e12, 1e12, "Pa");
    }

    /**
     * In-plane compression that stack pressure leaves on a through-thickness crack, confinement · ν/(1−ν) · P, Pa. The
     * pressure runs along the crack, so free sides give nothing and full confinement 0.35 P at ν = 0.26.
     *
     * @param confinement 0 (free sides) to 1 (no lateral strain)
     */
    public static double stackCompressionPa(double stackPressurePa, double poissonRatio, double confinement) {
        Require.nonNegative("stack pressure", stackPressurePa, "Pa");
        Require.within("Poisson ratio", poissonRatio, 0, 0.5, "");
        Require.within("confinement", confinement, 0, 1, "");
        return confinement * poissonRatio / (1 - poissonRatio) * stackPressurePa;
    }

    /** K_I = Y p √(πc), Pa √m. */
    public double stressIntensityPaSqrtM(double pressurePa, double depthM) {
        return geometryFactor * pressurePa * Math.sqrt(Math.PI * depthM);
    }

    /** G = K²(1−ν²)/E of plane strain, J/m². */
    public static double energyReleaseRateJPerM2(
            double stressIntensityPaSqrtM, double youngsModulusPa, double poissonRatio) {
        return stressIntensityPaSqrtM
                * stressIntensityPaSqrtM
                * (1 - poissonRatio * poissonRatio)
                / Require.positive("Young's modulus", youngsModulusPa, "Pa");
    }

    /** p_c = K_IC/(Y√(πc)) + σ_comp, Pa, at least 0: under tension beyond it the flaw needs no lithium. */
    public double criticalPressurePa(double toughnessPaSqrtM, double depthM) {
        return Math.max(0, toughnessPaSqrtM / (geometryFactor * Math.sqrt(Math.PI * depthM)) + compressionPa);
    }

    /** η_c = p_c V_m/F without the extrusion cap, V. */
    public double criticalOverpotentialV(double toughnessPaSqrtM, double depthM) {
        return lithium.overpotentialV(criticalPressurePa(toughnessPaSqrtM, depthM));
    }

    /** True when lithium flows out of the flaw before it reaches the critical pressure. */
    public boolean heldByExtrusion(Flaw flaw) {
        return lithium.extrusionCapPa(flaw.depthM(), flaw.openingM())
                < criticalPressurePa(flaw.toughnessPaSqrtM(), flaw.depthM());
    }

    /** η_c of a flaw, V; +∞ when the extrusion cap holds it. */
    public double criticalOverpotentialV(Flaw flaw) {
        return heldByExtrusion(flaw)
                ? Double.POSITIVE_INFINITY
                : criticalOverpotentialV(flaw.toughnessPaSqrtM(), flaw.depthM());
    }

    /**
     * Critical mean current i_c = η_c/(u + c/σ), A/m². With u = kR this is (K_IC + Yσ_comp√(πc)) V_m/[F Y √(πc)(kR +
     * c/σ)]; it falls as c^(−1/2) R⁻¹ where the interface limits and as c^(−3/2) where the ohmic detour around the
     * flaw does.
     *
     * @param overpotentialPerCurrentOhmM2 u, interface overpotential at the flaw per unit of mean current, Ω m²
     * @param grainConductivitySPerM σ of the ceramic around the flaw, S/m
     * @return +∞ when the flaw is held by extrusion, or when nothing pressurises it (u + c/σ ≤ 0)
     */
    public double criticalCurrentAPerM2(Flaw flaw, double overpotentialPerCurrentOhmM2, double grainConductivitySPerM) {
        double etaV = criticalOverpotentialV(flaw);
        double detourOhmM2 = flaw.depthM() / grainConductivitySPerM;
        double drive = overpotentialPerCurrentOhmM2 + detourOhmM2;
        if (etaV == Double.POSITIVE_INFINITY || drive <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        return etaV / drive;
    }
}
