package org.grainflux.physics.fracture;

import java.io.Serializable;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.core.Require;

/**
 * One draw of everything in the failure criteria that needs no field solution: the criterion axes.
 *
 * @param toughnessScale multiplies every K_IC, also the nominal one
 * @param flawSizeScale multiplies the depth of every drawn flaw; the calibrated flaw of F1 is not a draw and keeps its
 *     depth
 * @param compressionPa σ_comp, in-plane compression, Pa
 * @param geometryFactor Y
 * @param lithium molar volume and yield stress
 * @param nominalToughnessPaSqrtM K_IC of hypothesis F1, Pa √m
 * @param calibratedFlawDepthM c of hypothesis F1, m, from {@link PaperCalibration}
 * @param strippingLimitAPerM2 i_strip, A/m²; calibrated (0.1–0.28 mA/cm² without stack pressure); +∞ switches it off
 * @param transferenceNumber t₊ of an ionic interlayer
 * @param temperatureK T, K
 */
public record CriterionParameters(
        double toughnessScale,
        double flawSizeScale,
        double compressionPa,
        double geometryFactor,
        LithiumMetal lithium,
        double nominalToughnessPaSqrtM,
        double calibratedFlawDepthM,
        double strippingLimitAPerM2,
        double transferenceNumber,
        double temperatureK)
        implements Serializable {
    public CriterionParameters {
        Require.positive("toughness scale", toughnessScale, "");
        Require.positive("flaw size scale", flawSizeScale, "");
        Require.positive("nominal toughness", nominalToughnessPaSqrtM, "Pa √m");
        Require.positive("calibrated flaw depth", calibratedFlawDepthM, "m");
        Require.positiveOrInfinite("stripping limit", strippingLimitAPerM2, "A/m²");
        Require.within("transference number", transferenceNumber, 1e-6, 1, "");
        Require.positive("temperature", temperatureK, "K");
    }

    /**
     * K_IC = 1.0 MPa √m, Y = 1.12, no compression, i_strip = √(0.1·0.28) = 0.167 mA/cm², t₊ = 0.4, 25 °C, c of F1
     * fitted to the paper's observations.
     */
    public static CriterionParameters nominal() {
        GriffithCriterion griffith =
                new GriffithCriterion(LithiumMetal.reference(), GriffithCriterion.SURFACE_EDGE_CRACK, 0);
        double nominalToughnessPaSqrtM = 1e6;
        return new CriterionParameters(
                1,
                1,
                0,
                griffith.geometryFactor(),
                griffith.lithium(),
                nominalToughnessPaSqrtM,
                PaperCalibration.fitPaper(griffith, nominalToughnessPaSqrtM).flawDepthM(),
                LaboratoryUnits.MA_PER_CM2_IN_A_PER_M2 * Math.sqrt(0.1 * 0.28),
                0.4,
                298.15);
    }

    /** The criterion these parameters stand for. */
    public GriffithCriterion griffith() {
        return new GriffithCriterion(lithium, geometryFactor, compressionPa);
    }

    /** A flaw as this draw sees it: depth and toughness scaled, position and opening kept. */
    public Flaw scaled(Flaw flaw) {
        return new Flaw(
                flaw.position(),
                flaw.depthM() * flawSizeScale,
                flaw.openingM(),
                flaw.site(),
                flaw.toughnessPaSqrtM() * toughnessScale);
    }

    public CriterionParameters withScales(double toughness, double flawSize) {
        return new CriterionParameters(
                toughness,
                flawSize,
                compressionPa,
                geometryFactor,
                lithium,
                nominalToughnessPaSqrtM,
                calibratedFlawDepthM,
                strippingLimitAPerM2,
                transferenceNumber,
                temperatureK);
    }

    public CriterionParameters withCompressionPa(double value) {
        return new CriterionParameters(
                toughnessScale,
                flawSizeScale,
                value,
                geometryFactor,
                lithium,
                nominalToughnessPaSqrtM,
                calibratedFlawDepthM,
                strippingLimitAPerM2,
                transferenceNumber,
                temperatureK);
    }

    /** Other limits of the competing modes. */
    public CriterionParameters withLimits(double strippingAPerM2, double transference) {
        return new CriterionParameters(
                toughnessScale,
                flawSizeScale,
                compressionPa,
                geometryFactor,
                lithium,
                nominalToughnessPaSqrtM,
                calibratedFlawDepthM,
                strippingAPerM2,
                transference,
                temperatureK);
    }
}
