package org.grainflux.physics.tip;

/**
 * The bias at which a filament starts at one place; magnitudes, the tip being the negative side.
 *
 * @param mechanicalV by the weaker of grooves and ideal strength, before any limit of the instrument
 * @param mode which of them
 * @param breakdownV by electric breakdown under the contact, as if nothing mechanical happened before
 * @param contactRadiusM a
 */
public record TriggerBias(double mechanicalV, TriggerMode mode, double breakdownV, double contactRadiusM) {
    /** A bias above the limit of the instrument is only known to be above it. */
    public static double censored(double biasV, double limitV) {
        return biasV > limitV ? Double.POSITIVE_INFINITY : biasV;
    }
}
