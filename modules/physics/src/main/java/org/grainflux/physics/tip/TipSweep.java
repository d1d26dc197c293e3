package org.grainflux.physics.tip;

import org.grainflux.core.Require;

/**
 * Current of a tip while the bias goes from 0 to −V_end and back. Before the filament the contact conducts ionically through
 * R; from the triggering bias on a metallic filament shorts it and the current is V/R_fil up to the compliance; back to 0
 * it stays ohmic. What lies below the noise floor reads as the floor.
 *
 * @param ionicOhm R of the contact before
 * @param filamentOhm R_fil of the filament
 * @param complianceA largest current that the source gives
 * @param floorA smallest current that is told from 0
 */
public record TipSweep(double ionicOhm, double filamentOhm, double complianceA, double floorA) {
    public TipSweep {
        Require.positive("resistance before the filament", ionicOhm, "Ω");
        Require.positive("resistance of the filament", filamentOhm, "Ω");
        Require.positive("compliance", complianceA, "A");
        Require.nonNegative("current floor", floorA, "A");
    }

    /** A sweep's points. @param biasV and {@code currentA} signed, the way out first, then the way back */
    public record Curve(double[] biasV, double[] currentA) {}

    /** Magnitude of the current at the magnitude of a bias, A. */
    public double currentA(double biasV, boolean filament) {
        double resistanceOhm = filament ? 1 / (1 / ionicOhm + 1 / filamentOhm) : ionicOhm;
        return Math.max(floorA, Math.min(complianceA, biasV / resistanceOhm));
    }

    /**
     * @param triggerV magnitude; +∞ for a place that does not start below the limit
     * @param endV magnitude of the largest bias
     * @param points of each way, at least 2
     */
    public Curve run(double triggerV, double endV, int points) {
        Require.positive("largest bias", endV, "V");
        Require.atLeast("points of a sweep", points, 2);
        double[] bias = new double[2 * points];
        double[] current = new double[2 * points];
        boolean filament = false;
        for (int k = 0; k < bias.length; k++) {
            double magnitudeV = endV * (k < points ? k : bias.length - 1 - k) / (points - 1);
            filament |= magnitudeV >= triggerV;
            bias[k] = 0 - magnitudeV;
            current[k] = 0 - currentA(magnitudeV, filament);
        }
        return new Curve(bias, current);
    }
}
