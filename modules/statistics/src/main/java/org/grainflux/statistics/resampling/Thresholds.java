package org.grainflux.statistics.resampling;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** Two integer sums that take what belongs to a value as soon as a limit, known later, is not below it. */
final class Thresholds implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Map<Double, long[]> weights = new HashMap<>();

    void add(double value, long first, long second) {
        long[] sums = weights.computeIfAbsent(value == 0 ? 0.0 : value, x -> new long[2]);
        sums[0] = Math.addExact(sums[0], first);
        sums[1] = Math.addExact(sums[1], second);
    }

    void addAll(Thresholds other) {
        other.weights.forEach((value, sums) -> add(value, sums[0], sums[1]));
    }

    /** Both sums over all values up to a limit. */
    long[] upTo(double limit) {
        long[] sums = new long[2];
        weights.forEach((value, weight) -> {
            if (value <= limit) {
                sums[0] = Math.addExact(sums[0], weight[0]);
                sums[1] = Math.addExact(sums[1], weight[1]);
            }
        });
        return sums;
    }

    void clear() {
        weights.clear();
    }
}
