package org.grainflux.statistics.resampling;

import java.util.Arrays;

/**
 * A population sampled in clusters. NaN values are excluded and counted, +∞ values are kept as censored; a cluster
 * without any usable value is empty and takes no part in resampling.
 */
public final class ClusteredSample {
    private final double[] values; // ascending
    private final int[] cluster; // of values[k], 0 ≤ cluster < clusterCount
    private final int[] clusterSize;
    private final int emptyClusters;
    private final long excluded;
    private final long censored;

    private ClusteredSample(double[][] valuesByCluster) {
        int n = 0;
        int used = 0;
        long nan = 0;
        int[] sizes = new int[valuesByCluster.length];
        for (double[] one : valuesByCluster) {
            int usable = 0;
            for (double x : one) {
                if (Double.isNaN(x)) {
                    nan++;
                } else if (x == Double.NEGATIVE_INFINITY) {
                    throw new IllegalArgumentException("a value is −∞; only +∞ (censored) and NaN (failed) are known");
                } else {
                    usable++;
                }
            }
            if (usable > 0) {
                sizes[used++] = usable;
                n = Math.addExact(n, usable);
            }
        }
        clusterSize = Arrays.copyOf(sizes, used);
        emptyClusters = valuesByCluster.length - used;
        excluded = nan;
        values = new double[n];
        cluster = new int[n];
        censored = sortInto(valuesByCluster);
    }

    /**
     * @param valuesByCluster [cluster][value], rows of any length; the array is not kept
     */
    public static ClusteredSample of(double[][] valuesByCluster) {
        return new ClusteredSample(valuesByCluster);
    }

    /** Each value is its own cluster: an ordinary independent sample. */
    public static ClusteredSample ofIndependent(double[] values) {
        double[][] rows = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            rows[i] = new double[] {values[i]};
        }
        return of(rows);
    }

    private long sortInto(double[][] valuesByCluster) {
        int n = 0;
        for (double[] one : valuesByCluster) {
            for (double x : one) {
                if (!Double.isNaN(x)) {
                    values[n++] = x;
                }
            }
        }
        Arrays.sort(values);
        // The primitive sort forgets owners: put each owner at the first free place of its value.
        int[] taken = new int[n];
        int index = 0;
        for (double[] one : valuesByCluster) {
            boolean usable = false;
            for (double x : one) {
                if (!Double.isNaN(x)) {
                    int first = firstNotBelow(values, x);
                    cluster[first + taken[first]++] = index;
                    usable = true;
                }
            }
            index += usable ? 1 : 0;
        }
        return n - firstNotBelow(values, Double.POSITIVE_INFINITY);
    }

    private static int firstNotBelow(double[] ascending, double x) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Double.compare(ascending[middle], x) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Clusters with at least one usable value. */
    public int clusterCount() {
        return clusterSize.length;
    }

    /** Clusters in which every value was NaN, or that had none. */
    public int emptyClusterCount() {
        return emptyClusters;
    }

    /** Usable values, censored ones included. */
    public int valueCount() {
        return values.length;
    }

    /** Values that are +∞. */
    public long censoredCount() {
        return censored;
    }

    /** Values that were NaN. */
    public long excludedCount() {
        return excluded;
    }

    /** Quantile of the pooled values; NaN if there is none. */
    public double quantile(double probability) {
        return Quantiles.ofSorted(values, probability);
    }

    public double median() {
        return quantile(0.5);
    }

    /** Quantile of the sample in which cluster c appears {@code multiplicity[c]} times. One pass, no copy. */
    double quantile(double probability, int[] multiplicity) {
        long total = 0;
        for (int c = 0; c < multiplicity.length; c++) {
            total += (long) multiplicity[c] * clusterSize[c];
        }
        double position = Quantiles.position(total, probability);
        long rank = (long) position;
        double fraction = position - rank;
        long next = fraction == 0 ? rank : rank + 1;
        long seen = 0;
        double atRank = Double.NaN;
        for (int k = 0; k < values.length; k++) {
            long before = seen;
            seen += multiplicity[cluster[k]];
            if (before < rank && seen >= rank) {
                atRank = values[k];
            }
            if (seen >= next) {
                return Quantiles.between(atRank, values[k], fraction);
            }
        }
        throw new IllegalStateException("multiplicities do not reach rank " + next + " of " + total);
    }

    /**
     * Standard error of the empirical distribution function at {@code x}, clusters independent: the delta-method
     * variance K/(K−1) Σ_c (Σ_j 1[x_cj ≤ x] − p n_c)² / n² of a ratio of cluster totals.
     */
    double standardErrorOfProbability(double x) {
        int below = 0;
        double[] residual = new double[clusterSize.length];
        for (int k = 0; k < values.length && values[k] <= x; k++) {
            residual[cluster[k]]++;
            below++;
        }
        double p = below / (double) values.length;
        double sum = 0;
        for (int c = 0; c < residual.length; c++) {
            double r = residual[c] - p * clusterSize[c];
            sum += r * r;
        }
        double clusters = clusterSize.length;
        return Math.sqrt(clusters / (clusters - 1) * sum) / values.length;
    }
}
