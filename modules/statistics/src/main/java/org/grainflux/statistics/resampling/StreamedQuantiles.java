package org.grainflux.statistics.resampling;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.grainflux.statistics.IntervalEstimate;
import org.grainflux.statistics.histogram.LogHistogram;
import org.grainflux.statistics.histogram.OrderStatistics;

/**
 * Exact quantiles and the Woodruff interval of the median of a clustered population that no memory holds. The clusters
 * are streamed {@link #PASSES} times, in any order and over any number of partial instances that are merged, with {@link
 * #endPass()} between two passes; the result has the same bits for any order and any merging. Same definitions as {@link
 * ClusteredSample} and {@link WoodruffInterval}.
 *
 * <p>Passes: (1) counts per logarithmic bin, which tell the bins of the quantiles and how far the ends of the interval
 * can lie from the median at most; (2) the values of these bins, and integer sums over clusters of the number of values up to the
 * median, to which a value in the median's bin adds once the median is known. What is kept of K clusters of n values grows with n √K at most beyond the bins of the quantiles.
 */
public final class StreamedQuantiles implements Serializable {
    private static final long serialVersionUID = 2L;

    public static final int PASSES = 2;

    /** Keeps a rank at the very edge of what the interval can reach from being lost to rounding. */
    private static final double ROUNDING = 1 + 1e-9;

    private static final double[] NONE = {};

    private final double[] probabilities;
    private final LogHistogram counts = new LogHistogram();
    private int pass = 1;
    private long clusters;
    /** Σ n², n usable values of a cluster. */
    private long sumNN;

    private int medianBin;
    private OrderStatistics kept;
    /** What values in the median's bin add to Σ a² and Σ a n. */
    private final Thresholds undecided = new Thresholds();

    private double median = Double.NaN;
    private double lowerProbability = Double.NaN;
    private double upperProbability = Double.NaN;
    /** Sums over clusters of a² and a n, a values up to the median of n; during the second pass up to its bin. */
    private long sumAA;

    private long sumAN;

    /** @param probabilities of the quantiles that will be asked for; the median is always known */
    public StreamedQuantiles(double... probabilities) {
        this.probabilities = probabilities.clone();
    }

    /** One cluster; NaN values are excluded, a cluster without any other takes no part. */
    public void add(double... values) {
        switch (pass) {
            case 1 -> count(values);
            case 2 -> cross(values);
            default -> throw new IllegalStateException("all passes are done");
        }
    }

    private void count(double[] values) {
        for (double x : values) {
            counts.add(x);
        }
        long n = usable(values);
        clusters += n > 0 ? 1 : 0;
        sumNN = Math.addExact(sumNN, n * n);
    }

    /** Adds a cluster in the second pass. */
    Crossing cross(double[] values) {
        if (pass != 2) {
            throw new IllegalStateException("this is pass " + pass);
        }
        int below = 0;
        int usable = 0;
        double[] within = NONE;
        for (double x : values) {
            if (!Double.isNaN(x)) {
                usable++;
                int bin = LogHistogram.binOf(x);
                kept.add(x, bin);
                if (bin < medianBin) {
                    below++;
                } else if (bin == medianBin) {
                    within = Arrays.copyOf(within, within.length + 1);
                    within[within.length - 1] = x;
                }
            }
        }
        Arrays.sort(within);
        addUpTo(below, within, usable);
        return new Crossing(below, within, usable);
    }

    /** a² is b² and, for each further value up to the median, what the next square has more: (b + j)² − (b + j − 1)². */
    private void addUpTo(long below, double[] within, int usable) {
        sumAA = Math.addExact(sumAA, below * below);
        sumAN = Math.addExact(sumAN, below * usable);
        for (int j = 1; j <= within.length; j++) {
            undecided.add(within[j - 1], 2 * (below + j) - 1, usable);
        }
    }

    static int usable(double[] values) {
        int n = 0;
        for (double x : values) {
            n += Double.isNaN(x) ? 0 : 1;
        }
        return n;
    }

    /** The median that decides what {@link Crossing#within()} means; after the last pass. */
    double decided() {
        return median;
    }

    /** Adds what {@code other} has seen in the same pass. */
    public void merge(StreamedQuantiles other) {
        if (other.pass != pass) {
            throw new IllegalArgumentException("pass " + pass + " does not merge with pass " + other.pass);
        }
        if (pass == 1) {
            counts.merge(other.counts);
            clusters = Math.addExact(clusters, other.clusters);
            sumNN = Math.addExact(sumNN, other.sumNN);
        } else {
            kept.merge(other.kept);
            undecided.addAll(other.undecided);
            sumAA = Math.addExact(sumAA, other.sumAA);
            sumAN = Math.addExact(sumAN, other.sumAN);
        }
    }

    /** An instance in the same pass that has seen nothing of it, to be filled elsewhere and merged. */
    public StreamedQuantiles partial() {
        StreamedQuantiles partial = new StreamedQuantiles(probabilities);
        if (pass > 1) {
            partial.counts.merge(counts);
            partial.clusters = clusters;
            partial.sumNN = sumNN;
            partial.endPass();
        }
        return partial;
    }

    /** Call when every cluster has been added once more. */
    public void endPass() {
        if (pass == 1) {
            openSecond();
        } else if (counts.count() > 0) {
            closeSecond();
        }
        pass++;
    }

    private void openSecond() {
        kept = new OrderStatistics(counts, List.of());
        if (counts.count() == 0) {
            return;
        }
        keep(0.5, 0.5);
        for (double p : probabilities) {
            keep(p, p);
        }
        LogHistogram.Place place = medianPlace();
        medianBin = place.bin();
        if (clusters > 1) {
            // |a − p n| ≤ n max(p, 1 − p), and p, the share up to the median, lies between the edges of its bin.
            double n = counts.count();
            double most = Math.max((place.below() + place.within()) / n, 1 - place.below() / n);
            double halfWidth = ROUNDING * halfWidth(most * most * sumNN);
            keep(WoodruffInterval.inside(0.5 - halfWidth), WoodruffInterval.inside(0.5 + halfWidth));
        }
    }

    /** All ranks that take part in quantiles between two probabilities. */
    private void keep(double lower, double upper) {
        long n = counts.count();
        long last = (long) Quantiles.position(n, upper) + 1;
        kept.keep(counts, (long) Quantiles.position(n, lower), Math.min(last, n));
    }

    private LogHistogram.Place medianPlace() {
        return counts.placeOf((long) Quantiles.position(counts.count(), 0.5));
    }

    private void closeSecond() {
        median = quantile(0.5);
        long[] sums = undecided.upTo(median);
        sumAA = Math.addExact(sumAA, sums[0]);
        sumAN = Math.addExact(sumAN, sums[1]);
        undecided.clear();
        if (clusters > 1) {
            double halfWidth = halfWidth(residualSquares());
            lowerProbability = WoodruffInterval.inside(0.5 - halfWidth);
            upperProbability = WoodruffInterval.inside(0.5 + halfWidth);
        }
    }

    /** Of the median's probability, from Σ (a − p n)². */
    private double halfWidth(double squares) {
        return ClusterBootstrap.studentQuantile975((int) Math.min(clusters, Integer.MAX_VALUE))
                * Math.sqrt(clusters / (clusters - 1.0) * squares)
                / counts.count();
    }

    /** Σ (a − p n)², p the share of all values up to the median. */
    double residualSquares() {
        double p = share();
        return Math.max(0, sumAA - 2 * p * sumAN + p * p * sumNN);
    }

    /** Share of all values up to the median, after the last pass. */
    double share() {
        return (medianPlace().below() + kept.keptUpTo(medianBin, median)) / (double) counts.count();
    }

    private boolean hasInterval() {
        return !Double.isNaN(lowerProbability);
    }

    /** One of the quantiles asked for, or the median, after the last pass; NaN without any value. */
    public double quantile(double probability) {
        long n = counts.count();
        if (n == 0) {
            return Double.NaN;
        }
        double position = Quantiles.position(n, probability);
        long rank = (long) position;
        return Quantiles.between(kept.valueAt(rank), kept.valueAt(Math.min(rank + 1, n)), position - rank);
    }

    /** The median with its interval, after the last pass; bounds NaN with a single cluster. */
    public IntervalEstimate median() {
        return hasInterval()
                ? new IntervalEstimate(median, quantile(lowerProbability), quantile(upperProbability))
                : IntervalEstimate.withoutInterval(median);
    }

    public long clusterCount() {
        return clusters;
    }
}
