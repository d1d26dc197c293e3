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
 * @param grainMeasures area or volume of each grain, ascending, m² or m³
 * @param grainsByNeighbours how many grains have k boundaries, for k from 0
 * @param collapse what the collapse of short boundaries changed
 * @param target what was asked for
 */
public record RealizedStatistics(
        int grainCount,
        double meanGrainMeasure,
        double grainMeasureCov,
        double meanNeighbours,
        double neighboursVariance,
        double boundaryMeasurePerVolume,
        double meanMisorientationRad,
        double[] grainMeasures,
        int[] grainsByNeighbours,
        Collapse collapse,
        Target target) {

    /**
     * Collapse of short edges, and in 3D of small faces.
     *
     * @param collapsedFacets edges whose ends were merged, in 3D also thin faces that were dropped
     * @param refusedFacets short edges kept because merging them would have spoilt a cell
     * @param measureChangeRms root mean square over cells of the relative change of area or volume
     * @param measureChangeMax largest of those changes, a modulus
     */
    public record Collapse(int collapsedFacets, int refusedFacets, double measureChangeRms, double measureChangeMax) {
        public static final Collapse NONE = new Collapse(0, 0, 0, 0);
    }

    /**
     * Expected values of the target distribution; NaN where theory gives none.
     *
     * @param meanGrainMeasure m² or m³
     * @param grainMeasureCov standard deviation over mean
     * @param meanNeighbours of a structure without border
     * @param boundaryMeasurePerVolume 1/m
     * @param meanMisorientationRad of random orientations with cubic symmetry
     */
    public record Target(
            double meanGrainMeasure,
            double grainMeasureCov,
            double meanNeighbours,
            double boundaryMeasurePerVolume,
            double meanMisorientationRad) {
        /** Mean misorientation of random cubic crystals: 40.736° (Mackenzie 1958, Biometrika 45, 229). */
        public static final double MACKENZIE_MEAN_RAD = Math.toRadians(40.736);

        /** Nothing was asked for, as for an imported map. */
        public static final Target NONE = new Target(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
}
