package org.grainflux.statistics.histogram;

import java.io.Serializable;
import java.util.Arrays;

/** Values with how often each occurred: ascending arrays, into which new values are merged once they are as many. */
final class ValueCounts implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int FEWEST_PENDING = 64;

    private double[] values = {};
    private long[] counts = {};
    private double[] pending = new double[FEWEST_PENDING];
    private int pendingCount;

    /** Not NaN, and not −0. */
    void add(double x) {
        if (pendingCount == pending.length) {
            settle();
        }
        pending[pendingCount++] = x;
    }

    void addAll(ValueCounts other) {
        other.settle();
        settle();
        mergeWith(other.values, other.counts);
    }

    /** How many different values there are. */
    int size() {
        settle();
        return values.length;
    }

    /** The value of a rank, 1 for the smallest; NaN when there are fewer. */
    double valueAt(long rank) {
        settle();
        long seen = 0;
        for (int k = 0; k < values.length; k++) {
            seen += counts[k];
            if (rank <= seen) {
                return values[k];
            }
        }
        return Double.NaN;
    }

    /** How many values are not above x. */
    long upTo(double x) {
        settle();
        long seen = 0;
        for (int k = 0; k < values.length && values[k] <= x; k++) {
            seen += counts[k];
        }
        return seen;
    }

    private void settle() {
        if (pendingCount == 0) {
            return;
        }
        double[] fresh = Arrays.copyOf(pending, pendingCount);
        pendingCount = 0;
        Arrays.sort(fresh);
        long[] ones = new long[fresh.length];
        Arrays.fill(ones, 1);
        mergeWith(fresh, ones);
        // As many as there are, so that merging costs each value the same however many come.
        if (values.length > pending.length) {
            pending = new double[values.length];
        }
    }

    /** @param theirs ascending, with repetitions */
    private void mergeWith(double[] theirs, long[] theirCounts) {
        double[] merged = new double[values.length + theirs.length];
        long[] mergedCounts = new long[merged.length];
        int size = 0;
        for (int i = 0, j = 0; i < values.length || j < theirs.length; ) {
            boolean ours = j == theirs.length || i < values.length && values[i] <= theirs[j];
            double x = ours ? values[i] : theirs[j];
            long count = ours ? counts[i++] : theirCounts[j++];
            if (size > 0 && merged[size - 1] == x) {
                mergedCounts[size - 1] = Math.addExact(mergedCounts[size - 1], count);
            } else {
                merged[size] = x;
                mergedCounts[size++] = count;
            }
        }
        values = Arrays.copyOf(merged, size);
        counts = Arrays.copyOf(mergedCounts, size);
    }
}
