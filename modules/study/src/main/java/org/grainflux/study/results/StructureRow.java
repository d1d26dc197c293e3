package org.grainflux.study.results;

/**
 * Realized statistics of one structure beside its conductivity and its contact map.
 *
 * @param grainMeasures area (2D, m²) or volume (3D, m³) of every grain, ascending
 * @param grainsByNeighbours how many grains have k boundaries, for k from 0
 * @param collapsedEdges short edges whose ends were merged before meshing
 * @param grainMeasureChangeMax largest relative change of a grain's area or volume by that
 * @param effectiveConductivitySPerM of the polycrystal between perfect contacts
 * @param thomsonBoundSPerM lower bound of it by a uniform trial current through this structure's own boundaries
 * @param tipModulusMinPa smallest local indentation modulus on the electrode surfaces
 * @param hertzAreaInteriorM2 median elastic contact area of the tip inside grains; at boundary feet: …BoundaryM2
 * @param plasticAreaInteriorM2 median load over local hardness inside grains
 * @param jkrAreaInteriorM2 median elastic contact area with adhesion inside grains
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
        double[] grainMeasures,
        double[] grainsByNeighbours,
        int collapsedEdges,
        double grainMeasureChangeMax,
        int footCount,
        double meanBoundaryResistanceOhmM2,
        double effectiveConductivitySPerM,
        double thomsonBoundSPerM,
        double tipModulusMinPa,
        double tipModulusMaxPa,
        double hertzAreaInteriorM2,
        double hertzAreaBoundaryM2,
        double hertzPressureInteriorPa,
        double hertzPressureBoundaryPa,
        double plasticAreaInteriorM2,
        double plasticAreaBoundaryM2,
        double jkrAreaInteriorM2,
        double jkrAreaBoundaryM2,
        double jkrPullOffN,
        double tipPressureOverHardnessShare) {}
