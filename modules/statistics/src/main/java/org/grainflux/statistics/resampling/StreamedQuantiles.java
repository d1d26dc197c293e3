package org.grainflux.statistics.resampling;

import java.io.Serializable;
import java.util.Set;
import java.util.TreeSet;
import org.grainflux.statistics.IntervalEstimate;
import org.grainflux.statistics.histogram.LogHistogram;
import org.grainflux.statistics.histogram.OrderStatistics;

/**
 * Exact quantiles and the Woodruff interval of the median of a clustered population that no memory holds. The clusters
 * are streamed {@link #PASSES} times, in any order and over any number of partial instances that are merged, with {@link
 * #endPass()} between two passes; the result has the same bits for any order and any merging. Same definitions as {@link
 * ClusteredSample} and {@link WoodruffInterval}.
 *
 * <p>Passes: (1) counts per logarithmic bin; (2) the values of the bins that hold the quantiles; (3) integer sums over
 * clusters of the number of values up to the median, which give its standard error; (4) the values of the bins that hold
 * the interval's ends.
 */
public final class StreamedQuantiles implements Serializable {
    private static final long serialVersionUID = 1L;

    public static final int PASSES = 4;

    private final double[] probabilities;
    private final LogHistogram counts = new LogHistogram();
    private int pass = 1;
    private long clusters;
    private OrderStatistics quantiles;
    private OrderStatistics bounds;
    private double median = Double.NaN;
    private double lowerProbability = Double.NaN;
    private double upperProbability = Double.NaN;
    /** Sums over clusters of a², a n and n², a values up to the median of n. */
    private long sumAA;

    private long sumAN;
    private long sumNN;

    /** @param probabilities of the quantiles that will be asked for; the median is always known */
    public StreamedQuantiles(double... probabilities) {
        this.probabilities = probabilities.clone();
    }

    /** One cluster; NaN values are excluded, a cluster without any other takes no part. */
    public void add(double[] values) {
        switch (pass) {
            case 1 -> count(values);
            case 2 -> addAll(quantiles, values);
            case 3 -> spread(values);
            case 4 -> addAll(bounds, values);
            default -> throw new IllegalStateException("all passes are done");
        }
    }

    private void count(double[] values) {
        for (double x : values) {
            counts.add(x);
        }
        clusters += usable(values) > 0 ? 1 : 0;
    }

    private static void addAll(OrderStatistics selection, double[] values) {
        for (double x : values) {
            selection.add(x);
        }
    }

    private void spread(double[] values) {
        long a = upToMedian(values);
        long n = usable(values);
        sumAA = Math.addExact(sumAA, a * a);
        sumAN = Math.addExact(sumAN, a * n);
        sumNN = Math.addExact(sumNN, n * n);
    }

    static int usable(double[] values) {
        int n = 0;
        for (double x : values) {
            n += Double.isNaN(x) ? 0 : 1;
        }
        return n;
    }

    /** Values of a cluster up to the median, which is known from the third pass on. */
    int upToMedian(double[] values) {
        int a = 0;
        for (double x : values) {
            a += x <= median ? 1 : 0;
        }
        return a;
    }

    /** Adds what {@code other} has seen in the same pass. */
    public void merge(StreamedQuantiles other) {
        if (other.pass != pass) {
            throw new IllegalArgumentException("pass " + pass + " does not merge with pass " + other.pass);
        }
        switch (pass) {
            case 1 -> {
                counts.merge(other.counts);
                clusters = Math.addExact(clusters, other.clusters);
            }
            case 2 -> quantiles.merge(other.quantiles);
            case 3 -> {
                sumAA = Math.addExact(sumAA, other.sumAA);
                sumAN = Math.addExact(sumAN, other.sumAN);
                sumNN = Math.addExact(sumNN, other.sumNN);
            }
            default -> bounds.merge(other.bounds);
        }
    }

    /** An instance in the same pass that has seen nothing of it, to be filled elsewhere and merged. */
    public StreamedQuantiles partial() {
        StreamedQuantiles partial = new StreamedQuantiles(probabilities);
        if (pass > 1) {
            partial.counts.merge(counts);
            partial.clusters = clusters;
            partial.median = median;
            partial.lowerProbability = lowerProbability;
            partial.upperProbability = upperProbability;
            partial.openPass(pass);
        }
        return partial;
    }

    /** Call when every cluster has been added once more. */
    public void endPass() {
        if (pass == 2 && counts.count() > 0) {
            median = valueAt(quantiles, 0.5);
        } else if (pass == 3) {
            setBounds();
        }
        openPass(pass + 1);
    }

    private void openPass(int next) {
        pass = next;
        if (pass == 2) {
            Set<Long> ranks = new TreeSet<>();
            addRanks(ranks, 0.5);
            for (double p : probabilities) {
                addRanks(ranks, p);
            }
            quantiles = new OrderStatistics(counts, ranks);
        } else if (pass == 4) {
            Set<Long> ranks = new TreeSet<>();
            if (hasInterval()) {
                addRanks(ranks, lowerProbability);
                addRanks(ranks, upperProbability);
            }
            bounds = new OrderStatistics(counts, ranks);
        }
    }

    private void addRanks(Set<Long> ranks, double probability) {
        long n = counts.count();
        if (n > 0) {
            long rank = (long) Quantiles.position(n, probability);
            ranks.add(rank);
            ranks.add(Math.min(rank + 1, n));
        }
    }

    private void setBounds() {
        if (clusters < 2) {
            return;
        }
        double halfWidth = ClusterBootstrap.studentQuantile975((int) Math.min(clusters, Integer.MAX_VALUE))
                * Math.sqrt(clusters / (clusters - 1.0) * residualSquares())
                / counts.count();
        lowerProbability = WoodruffInterval.inside(0.5 - halfWidth);
        upperProbability = WoodruffInterval.inside(0.5 + halfWidth);
    }

    /** Σ (a − p n)², p the share of all values up to the median. */
    double residualSquares() {
        double p = share();
        return Math.max(0, sumAA - 2 * p * sumAN + p * p * sumNN);
    }

    /** Share of all values up to the median, at the end of the third pass or later. */
    double share() {
        LogHistogram.Place place = counts.placeOf((long) Quantiles.position(counts.count(), 0.5));
        return (place.below() + quantiles.keptUpTo(place.bin(), median)) / (double) counts.count();
    }

    private boolean hasInterval() {
        return !Double.isNaN(lowerProbability);
    }

    private double valueAt(OrderStatistics selection, double probability) {
        long n = counts.count();
        if (n == 0) {
            return Double.NaN;
        }
        double position = Quantiles.position(n, probability);
        long rank = (long) position;
        return Quantiles.between(selection.valueAt(rank), selection.valueAt(Math.min(rank + 1, n)), position - rank);
    }

    /** One of the quantiles asked for, or the median; NaN without any value. Known after the second pass. */
    public double quantile(double probability) {
        return valueAt(quantiles, probability);
    }

    /** The median with its interval, after the last pass; bounds NaN with a single cluster. */
    public IntervalEstimate median() {
        return hasInterval()
                ? new IntervalEstimate(median, valueAt(bounds, lowerProbability), valueAt(bounds, upperProbability))
                : IntervalEstimate.withoutInterval(median);
    }

    public long clusterCount() {
        return clusters;
    }
}
