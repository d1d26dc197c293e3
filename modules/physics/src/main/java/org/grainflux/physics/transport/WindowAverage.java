package org.grainflux.physics.transport;

/** Window averages of an {@link InterfaceCurrent} as a function of the window's position; densities in A/m². */
public interface WindowAverage {

    double maximum();

    /** Mean over all positions: the mean of the current itself. */
    double mean();

    /** Standard deviation over mean. */
    double cov();

    /** Value that the average stays below on this fraction of positions. */
    double quantile(double fraction);

    /** Fraction of positions whose average lies above a threshold (A/m²). */
    double fractionAbove(double thresholdAPerM2);
}
