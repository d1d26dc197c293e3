package org.grainflux.study.afm;

/**
 * The tip on one structure. Biases are magnitudes, +∞ never: limits of the instrument are applied later.
 *
 * @param design always {@link org.grainflux.study.config.AfmStudy#DESIGN}
 * @param boundaryLengthPerAreaPerM of the surface
 * @param grainsPerAreaPerM2 of the surface
 * @param grooveV critical overpotential of every boundary
 * @param boundaryBiasV by mechanics, per place on a boundary
 * @param interiorBiasV by mechanics, per place far from any boundary
 * @param interiorBreakdownV by breakdown, at the same places
 * @param interiorYoungsPa local Young's modulus at the same places
 * @param hertzAreaM2 elastic contact area at the same places
 * @param plasticAreaM2 load over hardness at the same places
 * @param approachDistanceM distance to the nearest boundary, of places that approach one
 * @param approachBiasV by mechanics, at those places
 * @param layerBiasV through the layer, at the interior places; empty without one
 */
public record TipRow(
        int structureIndex,
        String design,
        double boundaryLengthPerAreaPerM,
        double grainsPerAreaPerM2,
        double[] grooveV,
        double[] boundaryBiasV,
        double[] interiorBiasV,
        double[] interiorBreakdownV,
        double[] interiorYoungsPa,
        double[] hertzAreaM2,
        double[] plasticAreaM2,
        double[] approachDistanceM,
        double[] approachBiasV,
        double[] layerBiasV) {}
