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
    private static final long serialVersionUID = 1L;

    private final Map<Long, LogHistogram.Place> places = new HashMap<>();
    private final Map<Integer, TreeMap<Double, Long>> kept = new HashMap<>();

    /**
     * @param population of all values, complete
     * @param ranks in 1..count
     */
    public OrderStatistics(LogHistogram population, Iterable<Long> ranks) {
        for (long rank : ranks) {
            LogHistogram.Place place = population.placeOf(rank);
            places.put(rank, place);
            kept.put(place.bin(), new TreeMap<>());
        }
    }

    /** Every value of the population once more, in any order; NaN is passed over. */
    public void add(double x) {
        if (!Double.isNaN(x)) {
            TreeMap<Double, Long> values = kept.get(LogHistogram.binOf(x));
            if (values != null) {
                values.merge(x == 0 ? 0.0 : x, 1L, Long::sum);
            }
        }
    }

    /** Adds what {@code other} kept for the same ranks of the same population. */
    public void merge(OrderStatistics other) {
        other.kept.forEach(
                (bin, values) -> values.forEach((x, number) -> kept.get(bin).merge(x, number, Math::addExact)));
    }

    public double valueAt(long rank) {
        LogHistogram.Place place = places.get(rank);
        long seen = place.below();
        for (Map.Entry<Double, Long> value : kept.get(place.bin()).entrySet()) {
            seen += value.getValue();
            if (rank <= seen) {
                return value.getKey();
            }
        }
        throw new IllegalStateException(
                "the second pass gave fewer values than the first: rank " + rank + " not found");
    }

    /** Values of one of the kept bins that are not above x. */
    public long keptUpTo(int bin, double x) {
        return kept.get(bin).headMap(x, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Different values that are kept: what it costs. */
    public int keptValues() {
        return kept.values().stream().mapToInt(Map::size).sum();
    }
}
