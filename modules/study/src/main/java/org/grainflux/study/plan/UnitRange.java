package org.grainflux.study.plan;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Work units of consecutive structures, by falling index, with the same designs: however many they are, they take the
 * memory of one.
 *
 * @param highest structure index of the first unit
 * @param lowest structure index of the last one
 * @param designs names of the designs of each unit, in the study's order
 */
public record UnitRange(int highest, int lowest, List<String> designs) {
    public UnitRange {
        if (lowest < 0 || highest < lowest || designs.isEmpty()) {
            throw new IllegalArgumentException(
                    "a range of work units needs structures highest >= lowest >= 0 and a design, got " + highest + ", "
                            + lowest + ", " + designs);
        }
        designs = List.copyOf(designs);
    }

    public static UnitRange of(WorkUnit unit) {
        return new UnitRange(unit.structureIndex(), unit.structureIndex(), unit.designs());
    }

    public int size() {
        return highest - lowest + 1;
    }

    public Stream<WorkUnit> units() {
        return IntStream.iterate(highest, structure -> structure >= lowest, structure -> structure - 1)
                .mapToObj(structure -> new WorkUnit(structure, designs));
    }

    /** The units from the one at this position on, as many as asked for or are left. */
    UnitRange part(int first, int count) {
        return new UnitRange(highest - first, Math.max(lowest, highest - first - count + 1), designs);
    }

    /** Whether the units of {@code next} could follow in the same range. */
    boolean isFollowedBy(UnitRange next) {
        return next.highest == lowest - 1 && next.designs.equals(designs);
    }
}
