package org.grainflux.study.results;

/**
 * Realized statistics of one structure beside its conductivity and its contact map.
 *
 * @param effectiveConductivitySPerM of the polycrystal between perfect contacts
 * @param thomsonBoundSPerM lower bound of it by a uniform trial current through this structure's own boundaries
 * @param tipModulusMinPa smallest local indentation modulus on the electrode surfaces
 * @param tipPressureOverHardnessShare share of the surface where the mean Hertz pressure of the tip exceeds the hardness
 */
public record StructureRow(
        int structureIndex,
        int grainCount,
        double meanGrainMeasure,
        double grainMeasureCov,
        double meanNeighbours,
        double neighboursVariance,
        double boundaryMeasurePerVolumePerM,
        double meanMisorientationRad,
        int footCount,
        double meanBoundaryResistanceOhmM2,
        double effectiveConductivitySPerM,
        double thomsonBoundSPerM,
        double tipModulusMinPa,
        double tipModulusMaxPa,
        double hertzAreaMedianM2,
        double hertzPressureMedianPa,
        double plasticAreaMedianM2,
        double jkrPullOffN,
        double tipPressureOverHardnessShare) {}
