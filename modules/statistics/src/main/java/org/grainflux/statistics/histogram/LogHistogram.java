package org.grainflux.statistics.histogram;

import java.io.Serializable;
import java.util.Arrays;
import org.grainflux.statistics.IntervalEstimate;
import org.grainflux.statistics.resampling.OrderStatisticInterval;

/**
 * Histogram of a positive quantity over fixed logarithmic bins of 0.1 %. Adding and merging commute and are exact.
 * Memory: 8 bytes per bin, 2,304 bins per decade. Not for use by several threads at once.
 */
public final class LogHistogram implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Ratio of two neighbouring bin edges. */
    public static final double BIN_RATIO = 1.001;

    // StrictMath: the intrinsic logarithm may differ in the last bit between machines and move a value to another bin.
    private static final double LN_BIN_RATIO = StrictMath.log(BIN_RATIO);

    private final double lower;
    private final long[] bins;
    private long underflow;
    private long overflow;
    private long infinite;
    private long nan;

    private LogHistogram(double lower, int binCount) {
        this.lower = lower;
        this.bins = new long[binCount];
    }

    /**
     * @param lower first edge, finite and &gt; 0
     * @param upper covered at least up to here
     */
    public static LogHistogram covering(double lower, double upper) {
        if (!(lower > 0 && lower < upper && Double.isFinite(upper))) {
            throw new IllegalArgumentException(
                    "a logarithmic histogram needs 0 < lower < upper, both finite, got " + lower + " and " + upper);
        }
        return new LogHistogram(lower, (int) Math.ceil(StrictMath.log(upper / lower) / LN_BIN_RATIO));
    }

    /** NaN and +∞ are counted apart; values below the range (zero and negative too) and above it as well. */
    public void add(double x) {
        if (Double.isNaN(x)) {
            nan++;
        } else if (x == Double.POSITIVE_INFINITY) {
            infinite++;
        } else if (x < lower) {
            underflow++;
        } else {
            double bin = StrictMath.log(x / lower) / LN_BIN_RATIO;
            if (bin < bins.length) {
                bins[(int) bin]++;
            } else {
                overflow++;
            }
        }
    }

    /** Adds the counts of {@code other}, which must have the same bins. */
    public void merge(LogHistogram other) {
        if (other.lower != lower || other.bins.length != bins.length) {
            throw new IllegalArgumentException("histograms merge only with equal bins, got " + bins.length + " from "
                    + lower + " and " + other.bins.length + " from " + other.lower);
        }
        for (int k = 0; k < bins.length; k++) {
            bins[k] = Math.addExact(bins[k], other.bins[k]);
        }
        underflow = Math.addExact(underflow, other.underflow);
        overflow = Math.addExact(overflow, other.overflow);
        infinite = Math.addExact(infinite, other.infinite);
        nan = Math.addExact(nan, other.nan);
    }

    /** Values with a rank: all but NaN. */
    public long count() {
        long sum = Math.addExact(Math.addExact(underflow, overflow), infinite);
        for (long c : bins) {
            sum = Math.addExact(sum, c);
        }
        return sum;
    }

    /**
     * Value of the given rank among {@link #count()} ascending values, to 0.05 %. Below the range 0 is returned, above
     * it (overflow and infinite) +∞: the truth lies beyond the edge and the histogram cannot say where.
     *
     * @param rank 1..count
     */
    public double valueAtRank(long rank) {
        if (rank < 1 || rank > count()) {
            throw new IllegalArgumentException("rank must lie in 1.." + count() + ", got " + rank);
        }
        long seen = underflow;
        if (rank <= seen) {
            return 0;
        }
        for (int k = 0; k < bins.length; k++) {
            seen += bins[k];
            if (rank <= seen) {
                return centre(k);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Smallest value with at least this share of the population at or below it (Hyndman–Fan type 1); NaN if empty. */
    public double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("a quantile's probability must lie in (0, 1), got " + probability);
        }
        long n = count();
        return n == 0 ? Double.NaN : valueAtRank(Math.min(n, Math.max(1, (long) Math.ceil(probability * n))));
    }

    /** A quantile with its order-statistic interval, for independent values. */
    public IntervalEstimate quantileWithInterval(double probability) {
        long n = count();
        if (n == 0) {
            return IntervalEstimate.UNKNOWN;
        }
        OrderStatisticInterval ranks = OrderStatisticInterval.ranks(n, probability);
        return new IntervalEstimate(
                quantile(probability),
                ranks.lowerRank() < 1 ? 0 : valueAtRank(ranks.lowerRank()),
                ranks.upperRank() > n ? Double.POSITIVE_INFINITY : valueAtRank(ranks.upperRank()));
    }

    /** Geometric centre of bin k. */
    public double centre(int bin) {
        return lower * StrictMath.exp((bin + 0.5) * LN_BIN_RATIO);
    }

    public int binCount() {
        return bins.length;
    }

    public long countInBin(int bin) {
        return bins[bin];
    }

    public long underflowCount() {
        return underflow;
    }

    public long overflowCount() {
        return overflow;
    }

    public long infiniteCount() {
        return infinite;
    }

    public long nanCount() {
        return nan;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof LogHistogram other
                && lower == other.lower
                && underflow == other.underflow
                && overflow == other.overflow
                && infinite == other.infinite
                && nan == other.nan
                && Arrays.equals(bins, other.bins);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bins) * 31 + Long.hashCode(underflow + 7 * overflow + 49 * infinite + 343 * nan);
    }
}
