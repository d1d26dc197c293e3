package org.grainflux.study.afm;

import java.util.List;
import java.util.Optional;
import org.grainflux.statistics.tail.WeibullFit;

/**
 * What a run of the tip says.
 *
 * @param structures that were completed
 * @param failed structures that were not
 * @param boundary by mechanics
 * @param interior by mechanics
 * @param breakdown in interiors by breakdown, a calibrated mode
 * @param layer through the layer; empty without one
 * @param layerWithoutLimit the same as if the instrument had no limit
 * @param layerSpread standard deviation over mean of the bias through the layer; NaN without one
 * @param hertzAreaM2 median in interiors
 * @param plasticAreaM2 median in interiors
 * @param grooves Weibull law of the critical overpotentials; empty where they do not scatter
 * @param laws both distance laws, fitted
 * @param electrodes by size, ascending
 * @param contact of the tip on ceramic of mean modulus
 * @param boundaryBiasV of all places on boundaries, ascending
 * @param interiorBiasV of all interior places by mechanics, ascending
 * @param breakdownBiasV of all interior places by breakdown, ascending
 * @param approachDistanceM with {@code approachBiasV}: the points behind the laws
 */
public record TipFindings(
        int structures,
        int failed,
        TriggerStatistics boundary,
        TriggerStatistics interior,
        TriggerStatistics breakdown,
        Optional<TriggerStatistics> layer,
        Optional<TriggerStatistics> layerWithoutLimit,
        double layerSpread,
        double hertzAreaM2,
        double plasticAreaM2,
        Optional<WeibullFit> grooves,
        List<LawFit> laws,
        List<ElectrodePoint> electrodes,
        ContactFindings contact,
        ScanFindings scan,
        double[] boundaryBiasV,
        double[] interiorBiasV,
        double[] breakdownBiasV,
        double[] approachDistanceM,
        double[] approachBiasV) {

    /**
     * Of the tip on bare ceramic of mean modulus, by finite elements.
     *
     * @param radiusM a
     * @param crossoverRadiusM a*
     */
    public record ContactFindings(
            double radiusM,
            double resistanceOhm,
            double spreadingOhm,
            double chargeTransferOhm,
            double crossoverRadiusM,
            double meanPressurePa,
            double filamentOhm) {}

    /**
     * Across a boundary.
     *
     * @param interiorModulusPa median of places
     * @param boundaryModulusPa read at the boundary
     * @param structuralWidthReadingPa read if the core were as wide as the boundary of the flux model
     * @param impliedCoreWidthM that reads the measured modulus
     * @param surfacePotentialV read at the boundary, if space charge alone made the flux model's boundary; negative
     * @param readings of the measured potential, then what the flux model would need
     * @param modulusPositionM with {@code modulusPa}: the profile of the modulus, some contacts wide
     * @param positionM with {@code potentialV}: that of the potential, some probes wide
     */
    public record ScanFindings(
            double interiorModulusPa,
            double boundaryModulusPa,
            double structuralWidthReadingPa,
            double impliedCoreWidthM,
            double surfacePotentialV,
            double fluxBoundaryConductivitySPerM,
            List<SpaceChargeReading> readings,
            double[] modulusPositionM,
            double[] modulusPa,
            double[] positionM,
            double[] potentialV) {}
}
