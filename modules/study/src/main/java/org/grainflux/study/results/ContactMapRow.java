package org.grainflux.study.results;

/**
 * The contact of the tip along one electrode of a chosen realization, place by place: equidistant places first, then the
 * feet of boundaries. The elastic values follow the orientation of the grain and soften towards boundaries; the plastic
 * area follows the local hardness.
 *
 * @param positionM along the electrode
 * @param modulusPa local indentation modulus
 */
public record ContactMapRow(
        int structureIndex,
        int electrode,
        double[] positionM,
        double[] modulusPa,
        double[] hertzAreaM2,
        double[] hertzPressurePa,
        double[] plasticAreaM2,
        double[] jkrAreaM2,
        double[] jkrPressurePa) {}
