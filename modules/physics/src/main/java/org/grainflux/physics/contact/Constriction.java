package org.grainflux.physics.contact;

import org.grainflux.core.Require;

/** Resistance of current lines that gather in contact spots, on the ceramic's side. */
public final class Constriction {
    private Constriction() {}

    /** Disc of radius a on a half-space, R = 1/(4σa), Ω (Holm 1967). */
    public static double discOhm(double conductivitySPerM, double spotRadiusM) {
        Require.positive("conductivity", conductivitySPerM, "S/m");
        Require.positive("spot radius", spotRadiusM, "m");
        return 1 / (4 * conductivitySPerM * spotRadiusM);
    }

    /**
     * Strips of perfect contact on a half-plane, period 2b, contact fraction f: ASR = (2b/πσ) ln[1/sin(πf/2)], Ω m².
     * Exact in 2D for the resistance beyond that of uniform flow.
     */
    public static double stripsOhmM2(double conductivitySPerM, double periodM, double fraction) {
        Require.positive("conductivity", conductivitySPerM, "S/m");
        Require.positive("period of the strips", periodM, "m");
        Require.within("contact fraction", fraction, 1e-12, 1, "");
        // sin rounds to just above or below 1 at f = 1: a resistance is never negative.
        return periodM / (Math.PI * conductivitySPerM) * Math.max(0, -Math.log(Math.sin(0.5 * Math.PI * fraction)));
    }

    /**
     * Interface of disc spots of radius a, contact fraction f: ASR = R_ct/f + πa(1−√f)^1.5/(4σf), Ω m² (3D; Cooper,
     * Mikic and Yovanovich 1969, Int. J. Heat Mass Transfer 12, 279, for the exponent).
     *
     * @param chargeTransferOhmM2 R_ct of intimate contact, Ω m²
     */
    public static double discInterfaceOhmM2(
            double chargeTransferOhmM2, double conductivitySPerM, double spotRadiusM, double fraction) {
        Require.nonNegative("charge-transfer resistance", chargeTransferOhmM2, "Ω m²");
        Require.positive("conductivity", conductivitySPerM, "S/m");
        Require.positive("spot radius", spotRadiusM, "m");
        Require.within("contact fraction", fraction, 1e-12, 1, "");
        double spreading = Math.PI * spotRadiusM * Math.pow(1 - Math.sqrt(fraction), 1.5) / (4 * conductivitySPerM);
        return (chargeTransferOhmM2 + spreading) / fraction;
    }
}
