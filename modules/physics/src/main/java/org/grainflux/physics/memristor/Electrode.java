package org.grainflux.physics.memristor;

import org.grainflux.core.Require;

/**
 * What an electrode measures beside the filament.
 *
 * @param ionicOhm of the ceramic under it, with its interface
 * @param complianceA largest current of the instrument
 * @param floorA smallest current it tells from none
 */
public record Electrode(double ionicOhm, double complianceA, double floorA) {
    public Electrode {
        Require.positive("ionic resistance", ionicOhm, "ohm");
        Require.positive("compliance", complianceA, "A");
        Require.nonNegative("floor of the current", floorA, "A");
    }

    /**
     * Resistance between an electrode and a wide counter electrode, arctan(2L/a)/(2πσa) + ASR/A: 1/(4σa) for a ≪ L, L/(σA)
     * for a ≫ L. The area is taken as that of a disc of radius a.
     */
    public static double ionicOhm(
            double areaM2, double thicknessM, double conductivitySPerM, double interfaceResistanceOhmM2) {
        double radiusM = Math.sqrt(areaM2 / Math.PI);
        return Math.atan(2 * thicknessM / radiusM) / (2 * Math.PI * conductivitySPerM * radiusM)
                + interfaceResistanceOhmM2 / areaM2;
    }

    /**
     * Magnitude of the measured current.
     *
     * @param filamentOhm infinite without one
     */
    public double currentA(double biasV, double filamentOhm) {
        double magnitudeV = Math.abs(biasV);
        double current = Math.min(magnitudeV / filamentOhm + magnitudeV / ionicOhm, complianceA);
        return Math.max(current, floorA);
    }
}
