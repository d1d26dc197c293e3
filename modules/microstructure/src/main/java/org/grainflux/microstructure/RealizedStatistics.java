package org.grainflux.microstructure;

/**
 * What the structure turned out to be, beside what was asked for.
 *
 * @param grainCount number of grains
 * @param meanGrainMeasure mean area (2D, m²) or volume (3D, m³)
 * @param grainMeasureCov standard deviation over mean of the grain areas or volumes
 * @param meanNeighbours mean number of boundaries of a grain
 * @param neighboursVariance variance of that number
 * @param boundaryMeasurePerVolume boundary length per area (2D, 1/m) or area per volume (3D, 1/m)
 * @param meanMisorientationRad mean over boundaries, weighted by measure
 */
public record RealizedStatistics(
        int grainCount,
        double meanGrainMeasure,
        double grainMeasureCov,
        double meanNeighbours,
        double neighboursVariance,
        double boundaryMeasurePerVolume,
        double meanMisorientationRad) {}
