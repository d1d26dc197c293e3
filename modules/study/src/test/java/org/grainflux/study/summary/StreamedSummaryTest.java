package org.grainflux.study.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.results.LedgerRow;
import org.junit.jupiter.api.Test;

/** A population that passes by gives the answer of one that is held, of whose intervals the same formulas are asked. */
class StreamedSummaryTest {
    private static final int STRUCTURES = StudySummary.MOST_HELD + 100;
    private static final StudyConfig STUDY = SyntheticRows.study("realizations=" + STRUCTURES);

    private static JsonNode summary(boolean streamed) {
        StudySummary summary = new StudySummary(STUDY, streamed);
        for (int pass = 0; pass < summary.passes(); pass++) {
            for (int structure = 0; structure < STRUCTURES; structure++) {
                SummaryContractTest.add(summary, structure, structure % 41 != 13);
            }
            summary.endPass();
        }
        return summary.toJson();
    }

    @Test
    void whatPassesByIsAnsweredLikeWhatIsHeld() {
        JsonNode held = summary(false);
        assertThat(held.at("/designs/0/completed").asInt()).isGreaterThan(StudySummary.MOST_HELD);
        assertSame("", held, summary(true));
    }

    /** Sums are integers in one case and doubles in the other, so ends of intervals may differ in the last digits. */
    private static void assertSame(String path, JsonNode held, JsonNode streamed) {
        if (held.isDouble() && streamed.isDouble()) {
            assertThat(streamed.asDouble())
                    .as(path)
                    .isCloseTo(held.asDouble(), within(1e-9 * Math.abs(held.asDouble())));
        } else if (held.isContainerNode()) {
            assertThat(streamed.size()).as(path).isEqualTo(held.size());
            for (Map.Entry<String, JsonNode> field : held.properties()) {
                assertSame(path + "/" + field.getKey(), field.getValue(), streamed.path(field.getKey()));
            }
            for (int k = 0; held.isArray() && k < held.size(); k++) {
                assertSame(path + "/" + k, held.get(k), streamed.get(k));
            }
        } else {
            assertThat(streamed).as(path).isEqualTo(held);
        }
    }

    @Test
    void manyStructuresAreStreamedAndFewAreNot() {
        assertThat(new StudySummary(STUDY).passes()).isEqualTo(2);
        assertThat(new StudySummary(SyntheticRows.study("realizations=" + StudySummary.MOST_HELD)).passes())
                .isEqualTo(1);
    }

    /** Nothing but failures: counts, and no figure. */
    @Test
    void aPopulationWithoutResultsHasNoFigures() {
        StudySummary summary = new StudySummary(STUDY);
        for (int pass = 0; pass < summary.passes(); pass++) {
            summary.add(SyntheticRows.ledger(0, "bare", LedgerRow.FAILED, "MESH_QUALITY"));
            summary.endPass();
        }
        JsonNode bare = summary.toJson().at("/designs/0");
        assertThat(bare.get("failed").asInt()).isEqualTo(1);
        assertThat(bare.at("/ccd_mA_per_cm2/competing/median").isNull()).isTrue();
        assertThat(bare.at("/hot_spots/li_interface/cov_w200/median").isNull()).isTrue();
    }

    @Test
    void structuresOutOfOrderAreRefused() {
        StudySummary summary = new StudySummary(STUDY);
        SummaryContractTest.add(summary, 3, true);
        assertThatThrownBy(() -> SummaryContractTest.add(summary, 2, true)).hasMessageContaining("got 2 after 3");
    }
}
