package org.grainflux.statistics.resampling;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.grainflux.statistics.IntervalEstimate;

/**
 * Ratio of the medians of two designs that were evaluated on the same clusters, with the expanded percentile interval
 * of resampling the clusters for both at once: what the clusters do to both designs cancels.
 *
 * @param ratio median(numerator)/median(denominator); NaN when both medians are censored, +∞ when only the numerator's is
 * @param pairs clusters with a usable value in both designs; only these are used
 * @param droppedClusters clusters that one design lacks
 * @param undefinedReplicates resamples in which both medians were censored; they widen both ends of the interval
 */
public record PairedRatio(IntervalEstimate ratio, int pairs, int droppedClusters, int undefinedReplicates) {
    /** Enough for a normal-like distribution of replicates when clusters are many and each resample is dear. */
    private static final int RESAMPLES_OF_MANY_CLUSTERS = 400;

    /**
     * @param numerator [cluster][value], positive
     * @param denominator [cluster][value], same cluster at the same index; rows may differ in length
     */
    public static PairedRatio ofMedians(
            double[][] numerator, double[][] denominator, ClusterBootstrap bootstrap, RandomGenerator random) {
        if (numerator.length != denominator.length) {
            throw new IllegalArgumentException(
                    "paired designs need the same clusters, got " + numerator.length + " and " + denominator.length);
        }
        int[] paired = pairedClusters(numerator, denominator);
        ClusteredSample top = ClusteredSample.of(select(numerator, paired));
        ClusteredSample bottom = ClusteredSample.of(select(denominator, paired));
        double estimate = top.median() / bottom.median();
        int pairs = paired.length;
        int dropped = numerator.length - pairs;
        if (pairs < 2) {
            return new PairedRatio(IntervalEstimate.withoutInterval(estimate), pairs, dropped, 0);
        }
        int resamples = pairs > ClusterBootstrap.MAX_RESAMPLED_CLUSTERS
                ? Math.min(RESAMPLES_OF_MANY_CLUSTERS, bootstrap.resamples())
                : bootstrap.resamples();
        double[] atLeast = new double[resamples];
        double[] atMost = new double[resamples];
        int[] multiplicity = new int[pairs];
        int undefined = 0;
        for (int b = 0; b < resamples; b++) {
            ClusterBootstrap.draw(multiplicity, random);
            double r = top.quantile(0.5, multiplicity) / bottom.quantile(0.5, multiplicity);
            boolean known = !Double.isNaN(r);
            undefined += known ? 0 : 1;
            atLeast[b] = known ? r : 0;
            atMost[b] = known ? r : Double.POSITIVE_INFINITY;
        }
        Arrays.sort(atLeast);
        Arrays.sort(atMost);
        double tail = ClusterBootstrap.expandedTail(pairs);
        IntervalEstimate ratio =
                new IntervalEstimate(estimate, Quantiles.ofSorted(atLeast, tail), Quantiles.ofSorted(atMost, 1 - tail));
        return new PairedRatio(ratio, pairs, dropped, undefined);
    }

    private static int[] pairedClusters(double[][] a, double[][] b) {
        int[] paired = new int[a.length];
        int n = 0;
        for (int c = 0; c < a.length; c++) {
            if (hasUsable(a[c]) && hasUsable(b[c])) {
                paired[n++] = c;
            }
        }
        return Arrays.copyOf(paired, n);
    }

    private static boolean hasUsable(double[] values) {
        for (double x : values) {
            if (!Double.isNaN(x)) {
                return true;
            }
        }
        return false;
    }

    private static double[][] select(double[][] rows, int[] indices) {
        double[][] selected = new double[indices.length][];
        for (int k = 0; k < indices.length; k++) {
            selected[k] = rows[indices[k]];
        }
        return selected;
    }
}
