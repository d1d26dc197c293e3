package org.grainflux.study.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyPlanTest {
    private static List<String> designs(int count) {
        return IntStream.range(0, count).mapToObj(i -> "d" + i).toList();
    }

    @Test
    void manyStructuresKeepTheirDesignsTogether() {
        assertThat(StudyPlan.units(8, designs(5), true, 2, (structure, design) -> false)
                        .units())
                .hasSize(8)
                .allSatisfy(unit -> assertThat(unit.designs()).isEqualTo(designs(5)));
    }

    @ParameterizedTest
    @CsvSource({"1,30,2", "3,10,2", "2,4,16", "7,3,4", "5,1,8"})
    void everyPairIsPlannedOnceAndEnoughUnitsExist(int structures, int designCount, int cores) {
        List<WorkUnit> units = StudyPlan.units(
                        structures, designs(designCount), true, cores, (structure, design) -> false)
                .units()
                .toList();
        List<String> pairs = units.stream()
                .flatMap(unit -> unit.designs().stream().map(design -> unit.structureIndex() + design))
                .toList();
        assertThat(pairs).doesNotHaveDuplicates().hasSize(structures * designCount);
        assertThat(units.size()).isGreaterThanOrEqualTo(Math.min(4 * cores, structures * designCount));
    }

    /** Each block of many designs builds the structure's reduced model anew. */
    @ParameterizedTest
    @CsvSource({"39, 8", "40, 1", "1000, 1", "2500, 3"})
    void manyDesignsAreCutIntoFewLargeBlocks(int designCount, int blocks) {
        assertThat(StudyPlan.units(1, designs(designCount), true, 2, (structure, design) -> false)
                        .size())
                .isEqualTo(blocks);
    }

    @Test
    void manyDesignsThatShareNoModelKeepEveryCoreBusy() {
        assertThat(StudyPlan.units(1, designs(1000), false, 2, (structure, design) -> false)
                        .size())
                .isEqualTo(8);
    }

    @Test
    void finishedPairsAreLeftOut() {
        PlannedUnits units =
                StudyPlan.units(9, designs(2), true, 2, (structure, design) -> structure != 4 || design.equals("d0"));
        assertThat(units.units()).containsExactly(new WorkUnit(4, List.of("d1")));
    }
}
