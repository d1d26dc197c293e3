package org.grainflux.physics.gridflux;

/**
 * Largest average over a sliding window.
 *
 * @param maximumAPerM2 NaN when the grid cannot give it
 * @param reason why there is none; empty when there is
 */
public record WindowAverage(double maximumAPerM2, String reason) {}
