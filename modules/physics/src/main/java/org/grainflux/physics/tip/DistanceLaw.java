package org.grainflux.physics.tip;

/** The two published laws of the triggering bias V against the distance d of the tip to a boundary. */
public enum DistanceLaw {
    /**
     * V = min{V_GI, V_GB (π/2)/asin[a/max(a, d)]}: the groove feels the surface potential of the disc, (2/π) asin(a/d) of
     * its bias.
     */
    DISC_POTENTIAL,
    /** V = V_GB + (V_GI − V_GB)(1 − e^(−d/ℓ)). */
    EXPONENTIAL;

    /**
     * @param boundaryV V_GB
     * @param interiorV V_GI
     * @param lengthM contact radius a, or decay length ℓ
     */
    public double biasV(double boundaryV, double interiorV, double lengthM, double distanceM) {
        return switch (this) {
            case DISC_POTENTIAL ->
                Math.min(interiorV, boundaryV * 0.5 * Math.PI / Math.asin(lengthM / Math.max(lengthM, distanceM)));
            case EXPONENTIAL -> interiorV + (boundaryV - interiorV) * Math.exp(-distanceM / lengthM);
        };
    }
}
