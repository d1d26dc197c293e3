package org.grainflux.study.afm;

/**
 * A square of a chosen structure's surface, place by place from its lower left corner, x first.
 *
 * @param points along each side
 * @param biasV triggering bias by mechanics, magnitude
 * @param contactRadiusM of the tip there
 */
public record MapRow(
        int structureIndex, String design, int points, double sideM, double[] biasV, double[] contactRadiusM) {}
