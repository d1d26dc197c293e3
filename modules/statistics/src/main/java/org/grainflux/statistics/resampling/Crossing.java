package org.grainflux.statistics.resampling;

import java.util.List;

/**
 * How a cluster lies to a median of which only the bin is known yet. Clusters that lie alike are equal.
 *
 * @param below values in lower bins
 * @param within values in the bin of the median, ascending
 * @param usable all values but NaN
 */
record Crossing(int below, List<Double> within, int usable) implements java.io.Serializable {
    /** Values up to the median, once it is known. */
    long upTo(double median) {
        long up = below;
        for (double x : within) {
            up += x <= median ? 1 : 0;
        }
        return up;
    }
}
