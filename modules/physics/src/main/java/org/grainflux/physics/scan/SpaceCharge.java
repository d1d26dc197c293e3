package org.grainflux.physics.scan;

import java.io.Serializable;
import org.grainflux.core.PhysicalConstants;
import org.grainflux.core.Require;

/**
 * A layer along a boundary that the charge of its core depletes of lithium ions, after Mott and Schottky: the potential
 * falls to −Δφ in a parabola of half-width w, and the ions left in it carry the current.
 *
 * @param depthV Δφ, magnitude
 * @param temperatureK T
 */
public record SpaceCharge(double depthV, double temperatureK) implements Serializable {
    private static final double VACUUM_PERMITTIVITY_F_PER_M = 8.8541878128e-12;

    public SpaceCharge {
        Require.nonNegative("depth of the potential", depthV, "V");
        Require.positive("temperature", temperatureK, "K");
    }

    /** x = eΔφ/kT. */
    public double reducedDepth() {
        return PhysicalConstants.ELEMENTARY_CHARGE_C * depthV / (PhysicalConstants.BOLTZMANN_J_PER_K * temperatureK);
    }

    /** e^x: resistivity in the middle over that of the grain. */
    public double peakResistivityRatio() {
        return Math.exp(reducedDepth());
    }

    /**
     * Mean resistivity over the layer over that of the grain, ∫₀¹ e^(x s²) ds; e^x/(2x) for x ≫ 1. By its series, all of
     * whose terms are positive.
     */
    public double meanResistivityRatio() {
        double x = reducedDepth();
        double term = 1;
        double sum = 1;
        for (int k = 1; k < 10_000 && term > 1e-17 * sum; k++) {
            term *= x / k;
            sum += term / (2 * k + 1);
        }
        return sum;
    }

    /** Conductivity across the layer that this depth implies, S/m. */
    public double impliedConductivitySPerM(double grainConductivitySPerM) {
        return grainConductivitySPerM / meanResistivityRatio();
    }

    /** Depth at which the mean resistivity is so many times that of the grain, by bisection. */
    public static SpaceCharge ofContrast(double resistivityRatio, double temperatureK) {
        Require.within("resistivity of a boundary over that of the grain", resistivityRatio, 1, 1e100, "");
        double low = 0;
        double high = 250 * PhysicalConstants.BOLTZMANN_J_PER_K * temperatureK / PhysicalConstants.ELEMENTARY_CHARGE_C;
        for (double middle = 0.5 * high; middle > low && middle < high; middle = 0.5 * (low + high)) {
            if (new SpaceCharge(middle, temperatureK).meanResistivityRatio() < resistivityRatio) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new SpaceCharge(high, temperatureK);
    }

    /** w = √(2ε Δφ/(e n)), m: half-width of the layer for a density of mobile charges. @param permittivity ε_r */
    public double halfWidthM(double permittivity, double chargesPerM3) {
        return Math.sqrt(2
                * permittivity
                * VACUUM_PERMITTIVITY_F_PER_M
                * depthV
                / (PhysicalConstants.ELEMENTARY_CHARGE_C
                        * Require.positive("density of charges", chargesPerM3, "1/m³")));
    }

    /** Density of mobile charges for which the half-width is w, 1/m³. */
    public double impliedChargesPerM3(double permittivity, double halfWidthM) {
        return 2
                * permittivity
                * VACUUM_PERMITTIVITY_F_PER_M
                * depthV
                / (PhysicalConstants.ELEMENTARY_CHARGE_C * halfWidthM * halfWidthM);
    }

    /** λ_D = √(ε kT/(2e²n)), m. */
    public static double debyeLengthM(double permittivity, double chargesPerM3, double temperatureK) {
        double e = PhysicalConstants.ELEMENTARY_CHARGE_C;
        return Math.sqrt(permittivity
                * VACUUM_PERMITTIVITY_F_PER_M
                * PhysicalConstants.BOLTZMANN_J_PER_K
                * temperatureK
                / (2 * e * e * chargesPerM3));
    }
}
