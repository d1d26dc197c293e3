package org.grainflux.statistics.resampling;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.grainflux.statistics.IntervalEstimate;

/**
 * Distribution-free interval of a quantile of <i>independent</i> values: between the order statistics
 * \(x_{(l)}\) and \(x_{(u)}\), whose ranks come from the binomial law of the number of values below the quantile.
 * Coverage is at least 95 %. Clustered values need {@link WoodruffInterval}.
 *
 * @param lowerRank l in 1..n, or 0: n values cannot bound the quantile from below (median: n &lt; 6)
 * @param upperRank u in 1..n, or n + 1: not bounded from above
 */
public record OrderStatisticInterval(long lowerRank, long upperRank) {
    /** Beyond this the normal approximation of the binomial moves a rank by less than 1 in 1,000 of the half-width. */
    private static final long EXACT_LIMIT = 1_000_000;

    /** Ranks for {@code n} independent values. */
    public static OrderStatisticInterval ranks(long n, double probability) {
        Quantiles.requireProbability(probability);
        if (n < 0) {
            throw new IllegalArgumentException("a sample cannot have " + n + " values");
        }
        if (n > EXACT_LIMIT) {
            double halfWidth = 1.959963984540054 * Math.sqrt(n * probability * (1 - probability));
            return new OrderStatisticInterval(
                    (long) Math.floor(n * probability - halfWidth), (long) Math.ceil(n * probability + halfWidth) + 1);
        }
        // N = number of values below the quantile; x_(l) ≤ q unless N ≤ l − 1, q ≤ x_(u) unless N ≥ u.
        BinomialDistribution below = new BinomialDistribution(null, (int) n, probability);
        int lower = below.inverseCumulativeProbability(0.025); // smallest k with P(N ≤ k) ≥ 0.025
        if (below.cumulativeProbability(lower) <= 0.025) {
            lower++;
        }
        int upper = below.inverseCumulativeProbability(0.975) + 1; // P(N ≥ upper) ≤ 0.025
        return new OrderStatisticInterval(lower, upper);
    }

    /**
     * @param values independent, without NaN; +∞ allowed
     * @return bounds −∞ or +∞ where too few values cannot give one
     */
    public static IntervalEstimate of(double[] values, double probability) {
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        int n = ascending.length;
        if (n > 0 && Double.isNaN(ascending[n - 1])) {
            throw new IllegalArgumentException("order statistics are not defined with NaN among the values");
        }
        OrderStatisticInterval r = ranks(n, probability);
        return new IntervalEstimate(
                Quantiles.ofSorted(ascending, probability),
                r.lowerRank < 1 ? Double.NEGATIVE_INFINITY : ascending[(int) r.lowerRank - 1],
                r.upperRank > n ? Double.POSITIVE_INFINITY : ascending[(int) r.upperRank - 1]);
    }
}
