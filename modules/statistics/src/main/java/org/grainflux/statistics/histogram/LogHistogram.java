package org.grainflux.statistics.histogram;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts of values over fixed logarithmic bins of 0.1 %, for any double: zero and +∞ have bins of their own, negative
 * values mirror the positive ones. Adding and merging commute and are exact. Bins ascend with their values, so the bin of
 * a rank is that of the order statistic. Memory: one entry per bin that is not empty, 2,304 per decade at most.
 */
public final class LogHistogram implements Serializable {
    private static final long serialVersionUID = 2L;

    /** Ratio of two neighbouring bin edges. */
    public static final double BIN_RATIO = 1.001;

    // StrictMath: the intrinsic logarithm may differ in the last bit between machines and move a value to another bin.
    private static final double LN_BIN_RATIO = StrictMath.log(BIN_RATIO);

    /** Moves the bin of the smallest positive double to 1. */
    private static final int SHIFT = 1 - (int) Math.floor(StrictMath.log(Double.MIN_VALUE) / LN_BIN_RATIO);

    private static final int INFINITE = Integer.MAX_VALUE;

    private final TreeMap<Integer, Long> counts = new TreeMap<>();
    private long count;
    private long nan;

    /** Number of the bin that holds a value, ascending with it; 0 holds zero. Not for NaN. */
    public static int binOf(double x) {
        if (x == 0) {
            return 0;
        }
        double magnitude = Math.abs(x);
        int bin = magnitude == Double.POSITIVE_INFINITY
                ? INFINITE
                : SHIFT + (int) Math.floor(StrictMath.log(magnitude) / LN_BIN_RATIO);
        return x > 0 ? bin : -bin;
    }

    /** NaN is counted apart. */
    public void add(double x) {
        if (Double.isNaN(x)) {
            nan++;
        } else {
            counts.merge(binOf(x), 1L, Long::sum);
            count++;
        }
    }

    public void merge(LogHistogram other) {
        other.counts.forEach((bin, number) -> counts.merge(bin, number, Math::addExact));
        count = Math.addExact(count, other.count);
        nan = Math.addExact(nan, other.nan);
    }

    /** Values with a rank: all but NaN. */
    public long count() {
        return count;
    }

    public long nanCount() {
        return nan;
    }

    /** The bin of one of the {@link #count()} ascending values, and how many values lie in the bins below it. */
    public record Place(int bin, long below) {}

    /** @param rank 1..count */
    public Place placeOf(long rank) {
        if (rank < 1 || rank > count) {
            throw new IllegalArgumentException("rank must lie in 1.." + count + ", got " + rank);
        }
        long below = 0;
        for (Map.Entry<Integer, Long> bin : counts.entrySet()) {
            if (rank <= below + bin.getValue()) {
                return new Place(bin.getKey(), below);
            }
            below += bin.getValue();
        }
        throw new IllegalStateException("the bins hold fewer values than were counted");
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof LogHistogram other && nan == other.nan && counts.equals(other.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode() * 31 + Long.hashCode(nan);
    }
}
