package org.grainflux.physics.fracture;

import java.io.Serializable;
import org.grainflux.core.PhysicalConstants;
import org.grainflux.core.Require;

/**
 * Lithium as it presses on a ceramic: overpotential to pressure, and the yield stress that lets it escape.
 *
 * @param molarVolumeM3PerMol V_m, m³/mol
 * @param yieldAtMicrometrePa σ_y at a size of 1 µm, Pa
 * @param yieldSizeExponent n of σ_y(w) = σ_y(1 µm) (w/1 µm)^n, negative
 * @param bulkYieldPa σ_y of large pieces, Pa: the size law never falls below it
 */
public record LithiumMetal(
        double molarVolumeM3PerMol, double yieldAtMicrometrePa, double yieldSizeExponent, double bulkYieldPa)
        implements Serializable {
    private static final double MICROMETRE_M = 1e-6;

    public LithiumMetal {
        Require.positive("molar volume of lithium", molarVolumeM3PerMol, "m³/mol");
        Require.positive("yield stress of lithium at 1 µm", yieldAtMicrometrePa, "Pa");
        Require.within("size exponent of the yield stress", yieldSizeExponent, -2, 0, "");
        Require.positive("bulk yield stress of lithium", bulkYieldPa, "Pa");
    }

    /**
     * V_m = 13.0 cm³/mol; σ_y = 105 MPa (w/1 µm)^−0.68 (Xu et al. 2017, PNAS 114, 57); bulk 0.77 MPa, the middle of
     * 0.73–0.81 MPa (Masias et al. 2019, J. Mater. Sci. 54, 2585). The size law was measured on pillars of 1–10 µm;
     * at w = 5 nm it is an extrapolation over two decades.
     */
    public static LithiumMetal reference() {
        return new LithiumMetal(13.0e-6, 105e6, -0.68, 0.77e6);
    }

    /** p = Fη/V_m, Pa: 7.42 MPa per mV (Porz et al. 2017, Adv. Energy Mater. 7, 1701003). */
    public double pressurePa(double overpotentialV) {
        return PhysicalConstants.FARADAY_C_PER_MOL * overpotentialV / molarVolumeM3PerMol;
    }

    /** η = p V_m/F, V. */
    public double overpotentialV(double pressurePa) {
        return pressurePa * molarVolumeM3PerMol / PhysicalConstants.FARADAY_C_PER_MOL;
    }

    /**
     * Shift of the plating potential by the normal stress at the interface, Δφ_eq = V_m σ_n/F, V, with σ_n &gt; 0 in
     * tension. Lithium under pressure p = −σ_n plates only below Δφ_eq = −V_m p/F, that is 1 mV harder per 7.42 MPa.
     */
    public double equilibriumShiftV(double normalStressTensionPa) {
        return overpotentialV(normalStressTensionPa);
    }

    /** Factor on the exchange current, e^(α σ_n V_m/(RT)), with σ_n &gt; 0 in tension. */
    public double exchangeCurrentFactor(double normalStressTensionPa, double transferCoefficient, double temperatureK) {
        return Math.exp(transferCoefficient
                * normalStressTensionPa
                * molarVolumeM3PerMol
                / (PhysicalConstants.GAS_CONSTANT_J_PER_MOL_K * temperatureK));
    }

    /** σ_y(w), Pa. */
    public double yieldPa(double sizeM) {
        return Math.max(bulkYieldPa, yieldAtMicrometrePa * Math.pow(sizeM / MICROMETRE_M, yieldSizeExponent));
    }

    /**
     * Largest pressure a filled flaw holds before lithium flows out of its mouth, (2/√3) σ_y(w) c/w, Pa: plane-strain
     * flow between rough parallel faces.
     */
    public double extrusionCapPa(double depthM, double openingM) {
        return 2 / Math.sqrt(3) * yieldPa(openingM) * depthM / openingM;
    }

    /** Charge per area of lithium of a thickness, C/m²; per depth, C/m, of a cross-section in m². */
    public double chargeCPerM2(double thicknessM) {
        return thicknessM * PhysicalConstants.FARADAY_C_PER_MOL / molarVolumeM3PerMol;
    }

    /** Thickness of lithium plated by a charge per area, m: 4.85 µm per mAh/cm². */
    public double platedThicknessM(double capacityCPerM2) {
        return capacityCPerM2 * molarVolumeM3PerMol / PhysicalConstants.FARADAY_C_PER_MOL;
    }
}
