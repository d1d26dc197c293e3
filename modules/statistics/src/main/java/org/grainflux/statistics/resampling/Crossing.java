package org.grainflux.statistics.resampling;

/**
 * How a cluster lies to a median of which only the bin is known yet.
 *
 * @param below values in lower bins
 * @param within values in the bin of the median, ascending
 * @param usable all values but NaN
 */
record Crossing(int below, double[] within, int usable) {}
