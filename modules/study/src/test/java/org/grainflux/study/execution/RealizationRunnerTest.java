package org.grainflux.study.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.plan.WorkUnit;
import org.grainflux.study.results.CellRow;
import org.grainflux.study.results.ConvergenceRow;
import org.grainflux.study.results.HotSpotRow;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.ProfileRow;
import org.grainflux.study.results.StrengthRow;
import org.grainflux.study.results.UnitResult;
import org.junit.jupiter.api.Test;

class RealizationRunnerTest {
    private static final StudyConfig STUDY = SmallStudy.with();
    private static final UnitResult ALL = SmallStudy.run(STUDY, 0, "bare", "au", "hl");

    /** Everything but the clock. */
    private static final List<Function<UnitResult, List<? extends Record>>> TABLES = List.of(
            UnitResult::ledger,
            UnitResult::structures,
            UnitResult::cells,
            UnitResult::hotSpots,
            UnitResult::strengths,
            UnitResult::profiles,
            UnitResult::convergence);

    @Test
    void everyDesignLeavesACompleteSetOfRows() {
        assertThat(ALL.ledger()).extracting(LedgerRow::design).containsExactly("bare", "au", "hl");
        assertThat(ALL.ledger()).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo(LedgerRow.COMPLETED);
            assertThat(row.unknowns()).isGreaterThan(1000);
            assertThat(row.elements()).isGreaterThan(row.unknowns());
            assertThat(row.relativeResidual()).isBetween(0.0, 1e-11);
        });
        assertThat(ALL.structures()).hasSize(1);
        // Two electrodes; two faces each.
        assertThat(ALL.cells()).hasSize(3 * 2);
        assertThat(ALL.hotSpots()).hasSize(3 * 2 * 2);
        // The nominal draw and two from the priors, two flaw draws.
        assertThat(ALL.strengths()).hasSize(3 * 2 * 3 * 2);
        // Two curves of the current per electrode; the layer adds one against depth.
        assertThat(ALL.profiles()).hasSize(3 * 2 * 2 + 2);
        assertThat(ALL.timings()).hasSize(1);
        assertThat(ALL.timings().get(0).designCount()).isEqualTo(3);
    }

    @Test
    void theSameUnitTwiceIsIdenticalToTheLastBit() {
        UnitResult again = SmallStudy.run(STUDY, 0, "bare", "au", "hl");

        TABLES.forEach(table -> assertSameRows(table.apply(again), table.apply(ALL)));
    }

    @Test
    void aDesignDoesNotFeelTheBlockItIsComputedIn() {
        for (String design : List.of("bare", "au", "hl")) {
            UnitResult alone = SmallStudy.run(STUDY, 0, design);

            assertSameRows(alone.ledger(), ofDesign(ALL.ledger(), LedgerRow::design, design));
            assertSameRows(alone.structures(), ALL.structures());
            assertSameRows(alone.cells(), ofDesign(ALL.cells(), CellRow::design, design));
            assertSameRows(alone.hotSpots(), ofDesign(ALL.hotSpots(), HotSpotRow::design, design));
            assertSameRows(alone.strengths(), ofDesign(ALL.strengths(), StrengthRow::design, design));
            assertSameRows(alone.profiles(), ofDesign(ALL.profiles(), ProfileRow::design, design));
            assertSameRows(alone.convergence(), ofDesign(ALL.convergence(), ConvergenceRow::design, design));
        }
    }

    @Test
    void anotherStructureIsAnother() {
        UnitResult other = SmallStudy.run(STUDY, 1, "bare");

        assertThat(other.structures().get(0).effectiveConductivitySPerM())
                .isNotEqualTo(ALL.structures().get(0).effectiveConductivitySPerM());
    }

    @Test
    void onlyChosenRealizationsGetProfilesConvergenceAndAField() {
        StudyConfig chosen = SmallStudy.with("numerics.convergence_samples=2", "numerics.fields=1");
        List<String> fields = new ArrayList<>();
        for (int structure = 0; structure < 3; structure++) {
            UnitResult result = new RealizationRunner(
                            chosen, 1, field -> fields.add(field.structureIndex() + " " + field.design()))
                    .run(new WorkUnit(structure, List.of("bare", "hl")));

            assertThat(result.profiles().isEmpty()).isEqualTo(structure >= 1);
            assertThat(result.convergence().isEmpty()).isEqualTo(structure >= 2);
        }
        assertThat(fields).containsExactly("0 bare", "0 hl");
    }

    @Test
    void theFinestMeshOfTheConvergenceStudyIsTheStudysOwn() {
        for (ConvergenceRow row : ALL.convergence()) {
            HotSpotRow reported = ALL.hotSpots().stream()
                    .filter(spot -> spot.design().equals(row.design())
                            && spot.electrode() == row.electrode()
                            && spot.face().equals(row.face()))
                    .findFirst()
                    .orElseThrow();
            if (row.metric().equals("w1000_max_over_mean")) {
                assertThat(row.fine()).isEqualTo(reported.w1000MaxOverMean());
            }
            if (row.metric().equals("grain_average_max_over_mean")) {
                assertThat(row.fine()).isEqualTo(reported.grainAverageMaxOverMean());
            }
            assertThat(row.coarse()).isNotEqualTo(row.fine());
        }
        assertThat(ALL.convergence())
                .extracting(ConvergenceRow::metric)
                .contains("cov_w200", "w100_max_over_mean", "w1000_max_over_mean", "grain_average_max_over_mean");
    }

    @Test
    void bothFacesCarryTheSameCurrentWithoutALayerAndASmootherOneBehindIt() {
        for (int electrode = 0; electrode < 2; electrode++) {
            HotSpotRow lithium = face("bare", electrode, HotSpotRow.LI_INTERFACE);
            HotSpotRow ceramic = face("bare", electrode, HotSpotRow.ELECTROLYTE_INTERFACE);
            assertThat(ceramic.w1000MaxOverMean()).isEqualTo(lithium.w1000MaxOverMean());
            assertThat(face("hl", electrode, HotSpotRow.LI_INTERFACE).w1000MaxOverMean())
                    .isBetween(
                            1.0,
                            face("hl", electrode, HotSpotRow.ELECTROLYTE_INTERFACE)
                                    .w1000MaxOverMean());
        }
    }

    private static HotSpotRow face(String design, int electrode, String face) {
        return ALL.hotSpots().stream()
                .filter(row -> row.design().equals(design)
                        && row.electrode() == electrode
                        && row.face().equals(face))
                .findFirst()
                .orElseThrow();
    }

    private static <T> List<T> ofDesign(List<T> rows, Function<T, String> designOf, String design) {
        return rows.stream().filter(row -> designOf.apply(row).equals(design)).toList();
    }

    private static void assertSameRows(List<? extends Record> actual, List<? extends Record> expected) {
        assertThat(actual).isNotEmpty();
        assertThat(SmallStudy.exactTexts(actual)).isEqualTo(SmallStudy.exactTexts(expected));
    }
}
