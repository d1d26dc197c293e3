package org.grainflux.study.afm;

/**
 * Predicted triggering bias of an electrode of one size; magnitudes, +∞ above the limit.
 *
 * @param boundaryLengthM mean length of boundary underneath
 */
public record ElectrodePoint(
        double sideM,
        double edgesTouched,
        double boundaryLengthM,
        double interfaceShare,
        double medianV,
        double low95V,
        double high95V,
        double censoredFraction) {}
