package org.grainflux.physics.crack;

/**
 * Stress intensity of cracks in simple bodies: what computed fields are held against. A uniform pressure p inside a crack
 * acts like a remote tension p across it.
 *
 * @see "Tada, Paris and Irwin, The Stress Analysis of Cracks Handbook, 3rd ed., ASME Press 2000"
 */
public final class HandbookCracks {
    /** K_I/(σ√(πa)) of an edge crack in a half-plane: 1.1215 (Koiter 1965, J. Appl. Mech. 32, 237). */
    public static final double EDGE_CRACK = 1.1215;

    private HandbookCracks() {}

    /** Straight crack of half-length a in an infinite plane, p√(πa), Pa √m (Griffith's slit). */
    public static double slitPaSqrtM(double pressurePa, double halfLengthM) {
        return pressurePa * Math.sqrt(Math.PI * halfLengthM);
    }

    /** Penny of radius a in an infinite body, (2/π) p√(πa), Pa √m (Sneddon 1946, Proc. R. Soc. A 187, 229). */
    public static double pennyPaSqrtM(double pressurePa, double radiusM) {
        return 2 / Math.PI * slitPaSqrtM(pressurePa, radiusM);
    }

    /**
     * Slit in a plane under uniaxial tension, K_I = σ√(πa)cos²β, K_II = σ√(πa)sinβcosβ.
     *
     * @param inclinationRad β, angle from the line across the tension to the crack, counted anticlockwise; both tips have
     *     the same K_II
     */
    public static StressIntensity inclinedSlit(double tensionPa, double halfLengthM, double inclinationRad) {
        double k = slitPaSqrtM(tensionPa, halfLengthM);
        double cos = Math.cos(inclinationRad);
        return new StressIntensity(k * cos * cos, k * Math.sin(inclinationRad) * cos);
    }

    /**
     * Edge crack of length a across a long strip of width W under uniform tension, free to bend, Pa √m. Within 0.5 % for
     * any a/W (Tada 1973).
     */
    public static double edgeCrackInStripPaSqrtM(double tensionPa, double lengthM, double widthM) {
        double ratio = lengthM / widthM;
        double half = 0.5 * Math.PI * ratio;
        double bending = 1 - Math.sin(half);
        double factor = Math.sqrt(Math.tan(half) / half)
                * (0.752 + 2.02 * ratio + 0.37 * bending * bending * bending)
                / Math.cos(half);
        return factor * slitPaSqrtM(tensionPa, lengthM);
    }

    /**
     * Crack of half-length a across the middle of a long strip of width 2W under uniform tension, Pa √m. Within 0.1 %
     * for any a/W (Tada 1973, after Feddersen 1966).
     */
    public static double centreCrackInStripPaSqrtM(double tensionPa, double halfLengthM, double halfWidthM) {
        double square = halfLengthM / halfWidthM * (halfLengthM / halfWidthM);
        double secant = 1 / Math.cos(0.5 * Math.PI * halfLengthM / halfWidthM);
        return (1 - 0.025 * square + 0.06 * square * square) * Math.sqrt(secant) * slitPaSqrtM(tensionPa, halfLengthM);
    }
}
