package org.grainflux.study.summary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.results.HotSpotRow;
import org.grainflux.study.results.LedgerRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs that read {@code summary.json} rely on: its field names, nulls, and independence of order. */
class SummaryContractTest {
    private static final StudyConfig STUDY = SyntheticRows.study();
    private static final List<String> DESIGNS = List.of("bare", "au", "hl");

    /** One structure of every design. Not monotonic in the index, so that an order would show. */
    static void add(StudySummary summary, int structure, boolean completed) {
        double value = 0.2 + ((structure * 7) % 11) / 10.0;
        for (String design : DESIGNS) {
            if (!completed) {
                summary.add(SyntheticRows.ledger(structure, design, LedgerRow.FAILED, "MESH_QUALITY"));
                continue;
            }
            summary.add(SyntheticRows.ledger(structure, design, LedgerRow.COMPLETED, ""));
            for (int electrode = 0; electrode < 2; electrode++) {
                summary.add(SyntheticRows.cell(structure, design, electrode, 0.04 + 0.001 * value, 3e-6 * value));
                for (String face : List.of(HotSpotRow.LI_INTERFACE, HotSpotRow.ELECTROLYTE_INTERFACE)) {
                    summary.add(SyntheticRows.hotSpots(structure, design, electrode, face, value));
                    summary.add(SyntheticRows.convergence(structure, design, face, "cov_w200", 0.01 * value));
                }
                for (int prior = 0; prior <= 2; prior++) {
                    for (int flaw = 0; flaw < 2; flaw++) {
                        double i = value * (1 + 0.2 * prior) * (1 + 0.1 * ((structure + flaw) % 3)) + 0.01 * electrode;
                        summary.add(SyntheticRows.strength(
                                structure,
                                design,
                                electrode,
                                prior,
                                flaw,
                                i,
                                2 * i,
                                3 * i,
                                structure % 5 == 0 ? Double.POSITIVE_INFINITY : 4 * i,
                                structure % 2 == 0 ? "griffith" : "stripping"));
                    }
                }
            }
        }
    }

    @Test
    void everyFieldHasItsName() {
        StudySummary summary = new StudySummary(STUDY);
        for (int k = 1; k <= 4; k++) {
            add(summary, k, true);
        }
        for (JsonNode design : summary.toJson().get("designs")) {
            assertNumbers(design, "completed", "failed", "reference_area_cm2", "effective_conductivity_S_per_cm");
            for (String hypothesis : List.of("competing", "paper_quoted", "paper_predicted", "self_consistent")) {
                assertNumbers(
                        design.get("ccd_mA_per_cm2").get(hypothesis),
                        "median",
                        "lo95",
                        "hi95",
                        "p2_5",
                        "p97_5",
                        "prior_lo95",
                        "prior_hi95",
                        "censored");
            }
            for (String face : List.of("li_interface", "electrolyte_interface")) {
                for (String metric : List.of(
                        "cov_w200",
                        "w100_max_over_mean",
                        "w200_max_over_mean",
                        "w500_max_over_mean",
                        "w1000_max_over_mean",
                        "grain_average_max_over_min",
                        "grain_average_max_over_mean")) {
                    assertNumbers(design.get("hot_spots").get(face).get(metric), "median", "lo95", "hi95");
                }
            }
            assertNumbers(design.get("homogenization_depth_um"), "within5", "within10");
        }
        assertThat(summary.toJson().get("designs"))
                .extracting(design -> design.get("name").asText())
                .containsExactlyElementsOf(DESIGNS);
    }

    private static void assertNumbers(JsonNode node, String... fields) {
        for (String field : fields) {
            assertThat(node.path(field).isNumber()).as(field + " in " + node).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfStructuresDoesNotMatter(long seed) {
        List<Integer> structures = new ArrayList<>();
        StudySummary inOrder = new StudySummary(STUDY);
        for (int k = 0; k < 20; k++) {
            structures.add(k);
            add(inOrder, k, k != 13);
        }
        Collections.shuffle(structures, new Random(seed));
        StudySummary shuffled = new StudySummary(STUDY);
        structures.forEach(k -> add(shuffled, k, k != 13));

        assertThat(shuffled.toJson().toPrettyString())
                .isEqualTo(inOrder.toJson().toPrettyString());
        assertThat(shuffled.table()).isEqualTo(inOrder.table());
    }

    @Test
    void askingTwiceGivesTheSameAnswer() {
        StudySummary summary = new StudySummary(STUDY);
        for (int k = 0; k < 6; k++) {
            add(summary, k, true);
        }

        assertThat(summary.toJson().toString()).isEqualTo(summary.toJson().toString());
    }

    @Test
    void nothingCompletedGivesNullsAndCounts() {
        StudySummary summary = new StudySummary(STUDY);
        for (int k = 0; k < 3; k++) {
            add(summary, k, false);
        }
        JsonNode bare = summary.toJson().get("designs").get(0);

        assertThat(bare.get("completed").asInt()).isZero();
        assertThat(bare.get("failed").asInt()).isEqualTo(3);
        assertThat(bare.get("ccd_mA_per_cm2").get("competing").get("median").isNull())
                .isTrue();
        assertThat(bare.get("hot_spots")
                        .get("li_interface")
                        .get("cov_w200")
                        .get("median")
                        .isNull())
                .isTrue();
        assertThat(bare.get("effective_conductivity_S_per_cm").isNull()).isTrue();
        assertThat(bare.get("homogenization_depth_um").get("within5").isNull()).isTrue();
        assertThat(bare.get("ccd_mA_per_cm2").get("competing").get("censored").asInt())
                .isZero();
        assertThat(summary.table()).contains("bare").contains("–");
    }

    @Test
    void anEmptyRunHasASummary() {
        StudySummary summary = new StudySummary(STUDY);

        assertThat(summary.toJson().get("designs")).hasSize(3);
        assertThat(summary.toJson().get("structures").get("count").asInt()).isZero();
        assertThat(summary.table()).contains("hl");
    }

    @Test
    void oneStructureHasAMedianButNoInterval() {
        StudySummary summary = new StudySummary(STUDY);
        add(summary, 1, true);
        JsonNode competing =
                summary.toJson().get("designs").get(0).get("ccd_mA_per_cm2").get("competing");

        assertThat(competing.get("median").isNumber()).isTrue();
        assertThat(competing.get("lo95").isNull()).isTrue();
        assertThat(competing.get("hi95").isNull()).isTrue();
    }
}
