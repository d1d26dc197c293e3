package org.grainflux.statistics.histogram;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts of values over fixed logarithmic bins of 0.1 %, for any double: zero and +∞ have bins of their own, negative
 * values mirror the positive ones. Adding and merging commute and are exact. Bins ascend with their values, so the bin of
 * a rank is that of the order statistic. Memory: half a kilobyte per 6.6 % of the range that is not empty, 18 kB per decade at most. Not for
 * use by several threads at once.
 */
public final class LogHistogram implements Serializable {
    private static final long serialVersionUID = 3L;

    /** Ratio of two neighbouring bin edges. */
    public static final double BIN_RATIO = 1.001;

    // StrictMath: the intrinsic logarithm may differ in the last bit between machines and move a value to another bin.
    private static final double LN_BIN_RATIO = StrictMath.log(BIN_RATIO);

    /** Moves the bin of the smallest positive double to 1. */
    private static final int SHIFT = 1 - (int) Math.floor(StrictMath.log(Double.MIN_VALUE) / LN_BIN_RATIO);

    private static final int INFINITE = Integer.MAX_VALUE;

    /** Neighbouring bins are counted in one array, since the values of a population lie close together. */
    private static final int PAGE_BITS = 6;

    private static final int PAGE_MASK = (1 << PAGE_BITS) - 1;

    /** Counts of 64 bins by their number without its last six bits. */
    private final TreeMap<Integer, long[]> pages = new TreeMap<>();

    private transient int recentNumber;
    private transient long[] recent;
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
            int bin = binOf(x);
            pageOf(bin)[bin & PAGE_MASK]++;
            count++;
        }
    }

    private long[] pageOf(int bin) {
        int number = bin >> PAGE_BITS;
        if (recent == null || number != recentNumber) {
            recent = pages.computeIfAbsent(number, k -> new long[PAGE_MASK + 1]);
            recentNumber = number;
        }
        return recent;
    }

    public void merge(LogHistogram other) {
        other.pages.forEach((number, theirs) -> {
            long[] ours = pages.computeIfAbsent(number, k -> new long[PAGE_MASK + 1]);
            Arrays.setAll(ours, k -> Math.addExact(ours[k], theirs[k]));
        });
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

    /** The bin of one of the {@link #count()} ascending values, how many values lie in it, and how many in the bins below it. */
    public record Place(int bin, long within, long below) {}

    /** @param rank 1..count */
    public Place placeOf(long rank) {
        return placesOf(rank, rank).get(0);
    }

    /**
     * The bins that hold the values of some neighbouring ranks, ascending; those without a value are left out.
     *
     * @param first rank, 1..last
     * @param last rank, first..count
     */
    public List<Place> placesOf(long first, long last) {
        if (first < 1 || last < first || last > count) {
            throw new IllegalArgumentException(
                    "rank must lie in 1.." + count + ", got " + first + (first == last ? "" : " to " + last));
        }
        List<Place> places = new ArrayList<>();
        long below = 0;
        for (Map.Entry<Integer, long[]> page : pages.entrySet()) {
            for (int k = 0; k <= PAGE_MASK && below < last; k++) {
                long within = page.getValue()[k];
                if (within > 0 && below + within >= first) {
                    places.add(new Place((page.getKey() << PAGE_BITS) + k, within, below));
                }
                below += within;
            }
        }
        return places;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof LogHistogram other
                && count == other.count
                && nan == other.nan
                && pages.keySet().equals(other.pages.keySet())
                && pages.entrySet().stream()
                        .allMatch(page -> Arrays.equals(page.getValue(), other.pages.get(page.getKey())));
    }

    @Override
    public int hashCode() {
        return Long.hashCode(count) * 31 + Long.hashCode(nan);
    }
}
