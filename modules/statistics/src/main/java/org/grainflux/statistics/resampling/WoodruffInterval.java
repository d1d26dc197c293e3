package org.grainflux.statistics.resampling;

import org.grainflux.statistics.IntervalEstimate;

/**
 * Interval of a quantile from the order statistics, allowing for clusters: the probability's cluster-robust standard
 * error is mapped back through the sample (Woodruff 1952). One pass, no random numbers; for more than about 30 clusters.
 */
public final class WoodruffInterval {
    private WoodruffInterval() {}

    /**
     * @return value NaN without any usable value; bounds NaN with a single cluster
     */
    public static IntervalEstimate of(ClusteredSample sample, double probability) {
        double estimate = sample.quantile(probability);
        if (sample.clusterCount() < 2) {
            return IntervalEstimate.withoutInterval(estimate);
        }
        double halfWidth = ClusterBootstrap.studentQuantile975(sample.clusterCount())
                * sample.standardErrorOfProbability(estimate);
        return new IntervalEstimate(
                estimate,
                sample.quantile(inside(probability - halfWidth)),
                sample.quantile(inside(probability + halfWidth)));
    }

    /** The nearest probability of a quantile. */
    static double inside(double probability) {
        double tiny = 1e-12;
        return Math.min(Math.max(probability, tiny), 1 - tiny);
    }
}
