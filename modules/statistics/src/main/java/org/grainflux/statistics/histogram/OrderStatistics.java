package org.grainflux.statistics.histogram;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Exact values of chosen ranks in a population that is streamed twice: a histogram of it tells their bins, of the second
 * pass only what lies in these bins is kept, equal values once. Adding and merging commute and are exact. About 0.1 % of
 * a population with a spread of one e-fold is kept per rank.
 */
public final class OrderStatistics implements Serializable {
    private static final long serialVersionUID = 2L;

    private final Map<Integer, ValueCounts> kept = new HashMap<>();
    /** The kept bins by how many values of the population lie below them. */
    private final TreeMap<Long, Integer> bins = new TreeMap<>();

    /**
     * @param population of all values, complete
     * @param ranks in 1..count
     */
    public OrderStatistics(LogHistogram population, Iterable<Long> ranks) {
        for (long rank : ranks) {
            keep(population, rank, rank);
        }
    }

    /** Before the first value: keeps neighbouring ranks as well. */
    public void keep(LogHistogram population, long first, long last) {
        for (LogHistogram.Place place : population.placesOf(first, last)) {
            bins.put(place.below(), place.bin());
            kept.computeIfAbsent(place.bin(), bin -> new ValueCounts());
        }
    }

    /** Every value of the population once more, in any order; NaN is passed over. */
    public void add(double x) {
        if (!Double.isNaN(x)) {
            add(x, LogHistogram.binOf(x));
        }
    }

    /** As {@link #add(double)}, for who knows the bin of a value. */
    public void add(double x, int bin) {
        ValueCounts values = kept.get(bin);
        if (values != null) {
            values.add(x == 0 ? 0.0 : x);
        }
    }

    /** Adds what {@code other} kept for the same ranks of the same population. */
    public void merge(OrderStatistics other) {
        other.kept.forEach((bin, values) -> kept.get(bin).addAll(values));
    }

    /** @param rank one of those kept */
    public double valueAt(long rank) {
        Map.Entry<Long, Integer> bin = bins.lowerEntry(rank);
        if (bin != null) {
            double value = kept.get(bin.getValue()).valueAt(rank - bin.getKey());
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        throw new IllegalStateException("rank " + rank
                + " not found: it was not among those to keep, or the second pass gave fewer values than the first");
    }

    /** Values of one of the kept bins that are not above x. */
    public long keptUpTo(int bin, double x) {
        return kept.get(bin).upTo(x);
    }

    /** Different values that are kept: what it costs. */
    public int keptValues() {
        return kept.values().stream().mapToInt(ValueCounts::size).sum();
    }
}
