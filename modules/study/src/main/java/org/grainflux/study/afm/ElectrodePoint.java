package org.grainflux.study.afm;

/**
 * Predicted triggering bias of an electrode of one size; magnitudes, +∞ above the limit.
 *
 * @param medianOfDrawnV median if no groove were weaker than the weakest drawn; the others follow the Weibull law below it
 * @param boundaryLengthM mean length of boundary underneath
 */
public record ElectrodePoint(
        double sideM,
        double edgesTouched,
        double boundaryLengthM,
        double interfaceShare,
        double medianV,
        double medianOfDrawnV,
        double low95V,
        double high95V,
        double censoredFraction) {}
