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
        double tiny = 1e-12;
        double lower = Math.min(Math.max(probability - halfWidth, tiny), 1 - tiny);
        double upper = Math.min(Math.max(probability + halfWidth, tiny), 1 - tiny);
        return new IntervalEstimate(estimate, sample.quantile(lower), sample.quantile(upper));
    }
}
