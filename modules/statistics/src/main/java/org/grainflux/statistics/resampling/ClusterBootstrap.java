package org.grainflux.statistics.resampling;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.grainflux.statistics.IntervalEstimate;

/**
 * Quantiles of a clustered population with the expanded percentile interval of the cluster bootstrap (see the package
 * description). Deterministic for a given random stream. Cost: resamples × values.
 *
 * @param resamples bootstrap replicates; at 2,000 the bounds themselves scatter by about 3 % of the half-width
 */
public record ClusterBootstrap(int resamples) {
    /** Above this many clusters resampling teaches nothing that the order statistics do not. */
    public static final int MAX_RESAMPLED_CLUSTERS = 2_000;

    /** Far beyond the extreme replicate; 2 clusters ask for 1e-72, whose complement rounds to 1. */
    private static final double LEAST_TAIL = 1e-9;

    public ClusterBootstrap {
        if (resamples < 100) {
            throw new IllegalArgumentException("a 95 % interval needs at least 100 resamples, got " + resamples);
        }
    }

    /** 2,000 resamples. */
    public static ClusterBootstrap standard() {
        return new ClusterBootstrap(2000);
    }

    public IntervalEstimate median(ClusteredSample sample, RandomGenerator random) {
        return quantile(sample, 0.5, random);
    }

    /**
     * @return value NaN without any usable value; bounds NaN with a single cluster
     */
    public IntervalEstimate quantile(ClusteredSample sample, double probability, RandomGenerator random) {
        int clusters = sample.clusterCount();
        if (clusters > MAX_RESAMPLED_CLUSTERS) {
            return WoodruffInterval.of(sample, probability);
        }
        double estimate = sample.quantile(probability);
        if (clusters < 2) {
            return IntervalEstimate.withoutInterval(estimate);
        }
        double[] replicates = new double[resamples];
        int[] multiplicity = new int[clusters];
        for (int b = 0; b < resamples; b++) {
            draw(multiplicity, random);
            replicates[b] = sample.quantile(probability, multiplicity);
        }
        Arrays.sort(replicates);
        double tail = expandedTail(clusters);
        return new IntervalEstimate(
                estimate, Quantiles.ofSorted(replicates, tail), Quantiles.ofSorted(replicates, 1 - tail));
    }

    /** Sampling with replacement, written as how often each cluster was drawn. */
    static void draw(int[] multiplicity, RandomGenerator random) {
        Arrays.fill(multiplicity, 0);
        for (int k = 0; k < multiplicity.length; k++) {
            multiplicity[random.nextInt(multiplicity.length)]++;
        }
    }

    /** Tail probability of the expanded percentile interval (Hesterberg 2015, §4.5). */
    static double expandedTail(int clusters) {
        double z = Math.sqrt(clusters / (clusters - 1.0)) * studentQuantile975(clusters);
        double tail = new NormalDistribution(null, 0, 1).cumulativeProbability(-z);
        return Math.max(tail, LEAST_TAIL);
    }

    /** 97.5 % quantile of Student's t with clusters − 1 degrees of freedom. */
    static double studentQuantile975(int clusters) {
        return new TDistribution(null, clusters - 1.0).inverseCumulativeProbability(0.975);
    }
}
