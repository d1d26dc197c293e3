package org.grainflux.statistics.tail;

import org.apache.commons.math3.distribution.TDistribution;
import org.grainflux.statistics.IntervalEstimate;

/**
 * Delete-a-group jackknife of one statistic: estimate with the first-order bias removed, its standard error and
 * intervals by Student's t with G − 1 degrees of freedom.
 */
record Jackknife(double estimate, double standardError, int groups) {
    /**
     * @param full statistic of all groups
     * @param leftOut [g] the statistic without group g
     */
    static Jackknife of(double full, double[] leftOut) {
        int groups = leftOut.length;
        double mean = 0;
        for (double x : leftOut) {
            mean += x / groups;
        }
        double sum = 0;
        for (double x : leftOut) {
            sum += (x - mean) * (x - mean);
        }
        return new Jackknife(groups * full - (groups - 1) * mean, Math.sqrt((groups - 1.0) / groups * sum), groups);
    }

    /** Two-sided probability of a deviation from zero at least this large, if the truth is zero. */
    double probabilityIfZero() {
        if (standardError == 0) {
            return estimate == 0 ? 1 : 0;
        }
        return 2 * student().cumulativeProbability(-Math.abs(estimate) / standardError);
    }

    IntervalEstimate interval95() {
        double half = student().inverseCumulativeProbability(0.975) * standardError;
        return new IntervalEstimate(estimate, estimate - half, estimate + half);
    }

    private TDistribution student() {
        return new TDistribution(null, groups - 1.0);
    }
}
