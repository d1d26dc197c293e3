package org.grainflux.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.grainflux.study.plan.PlannedUnits;
import org.grainflux.study.plan.UnitRange;
import org.grainflux.study.plan.WorkUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchTest {
    private static final List<String> DESIGNS = List.of("bare", "hl");

    private static PlannedUnits units(int count) {
        return new PlannedUnits(List.of(new UnitRange(count - 1, 0, DESIGNS)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 2", "127, 2", "128, 2", "500, 2", "10007, 2", "100000, 3", "99999, 64"})
    void everyUnitIsInOneBatchInOrder(int count, int cores) {
        assertThat(Batch.of(units(count), cores).stream().flatMap(Batch::units).mapToInt(WorkUnit::structureIndex))
                .hasSize(count)
                .isSortedAccordingTo((a, b) -> b - a)
                .doesNotHaveDuplicates();
    }

    /** On few cores 64 batches each and a falling tail; on many 16,384 and a tail; and never one that could keep a core late. */
    @ParameterizedTest
    @CsvSource({"100000, 2, 150", "1000000, 2, 150", "100000000, 4000, 60000"})
    void thereAreFewBatchesAndTheLastAreSmall(int count, int cores, int most) {
        List<Integer> sizes = Batch.of(units(count), cores).stream()
                .map(batch -> Math.toIntExact(batch.units().count()))
                .toList();
        assertThat(sizes.size()).isLessThan(most);
        int left = count;
        for (int size : sizes) {
            assertThat((long) size * cores).isLessThanOrEqualTo(Math.max(left / 2, count / 64));
            left -= size;
        }
        assertThat(sizes.get(sizes.size() - 1) * (long) cores).isLessThan(count / 64);
    }

    /** What is left of a run that was interrupted has gaps, and units that lack some of the designs. */
    @Test
    void gapsAndOtherDesignsMakeRangesOfTheirOwn() {
        PlannedUnits units = PlannedUnits.of(List.of(
                new WorkUnit(9, DESIGNS),
                new WorkUnit(8, DESIGNS),
                new WorkUnit(6, DESIGNS),
                new WorkUnit(5, List.of("hl")),
                new WorkUnit(4, List.of("hl"))));
        assertThat(units.ranges())
                .containsExactly(
                        new UnitRange(9, 8, DESIGNS), new UnitRange(6, 6, DESIGNS), new UnitRange(5, 4, List.of("hl")));
        assertThat(units.cut(List.of(1, 3, 1)))
                .containsExactly(
                        new PlannedUnits(List.of(new UnitRange(9, 9, DESIGNS))),
                        new PlannedUnits(List.of(
                                new UnitRange(8, 8, DESIGNS),
                                new UnitRange(6, 6, DESIGNS),
                                new UnitRange(5, 5, List.of("hl")))),
                        new PlannedUnits(List.of(new UnitRange(4, 4, List.of("hl")))));
    }
}
