package org.grainflux.study.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Work units in the order in which they are to be computed, in the memory of their ranges. */
public record PlannedUnits(List<UnitRange> ranges) {
    public PlannedUnits {
        ranges = List.copyOf(ranges);
    }

    public static PlannedUnits of(List<WorkUnit> units) {
        return joined(units.stream().map(UnitRange::of));
    }

    /** Neighbours that fit into one range are put into one. */
    static PlannedUnits joined(Stream<UnitRange> ranges) {
        List<UnitRange> joined = new ArrayList<>();
        ranges.forEachOrdered(range -> {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).isFollowedBy(range)) {
                joined.set(last, new UnitRange(joined.get(last).highest(), range.lowest(), range.designs()));
            } else {
                joined.add(range);
            }
        });
        return new PlannedUnits(joined);
    }

    public int size() {
        return ranges.stream().mapToInt(UnitRange::size).reduce(0, Math::addExact);
    }

    public Stream<WorkUnit> units() {
        return ranges.stream().flatMap(UnitRange::units);
    }

    /** Cuts the units, in order, into pieces of the given sizes, whose sum is {@link #size()}. */
    public List<PlannedUnits> cut(List<Integer> sizes) {
        List<PlannedUnits> pieces = new ArrayList<>(sizes.size());
        int range = 0;
        int used = 0;
        for (int size : sizes) {
            List<UnitRange> piece = new ArrayList<>();
            for (int missing = size; missing > 0; ) {
                UnitRange part = ranges.get(range).part(used, missing);
                piece.add(part);
                missing -= part.size();
                used += part.size();
                if (used == ranges.get(range).size()) {
                    range++;
                    used = 0;
                }
            }
            pieces.add(new PlannedUnits(piece));
        }
        return pieces;
    }
}
