package org.grainflux.study.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.results.HotSpotRow;
import org.grainflux.study.results.LedgerRow;
import org.junit.jupiter.api.Test;

/** Plane companions whose figures are known multiples of the volumes'. */
class DimensionReportTest {
    private static final StudyConfig VOLUME =
            SyntheticRows.study("microstructure.dimension=3", "numerics.foot_element_nm=500");

    private static JsonNode compared(int planesMissing) {
        StudySummary summary = new StudySummary(VOLUME);
        for (int k = 1; k <= 41; k++) {
            summary.add(SyntheticRows.ledger(k, "bare", LedgerRow.COMPLETED, ""));
            for (int electrode = 0; electrode < 2; electrode++) {
                summary.add(hotSpots(k, electrode, k));
                summary.add(SyntheticRows.cell(k, "bare", electrode, k, Double.NaN));
                if (k > planesMissing) {
                    summary.addPlane(hotSpots(k, electrode, 2 * k + 1));
                    summary.addPlane(SyntheticRows.cell(k, "bare", electrode, 3 * k, Double.NaN));
                }
            }
        }
        return summary.toJson().get("designs").get(0).get("plane_over_volume");
    }

    /** w100 of the row is base + 1. */
    private static HotSpotRow hotSpots(int structure, int electrode, double base) {
        return SyntheticRows.hotSpots(structure, "bare", electrode, HotSpotRow.ELECTROLYTE_INTERFACE, base);
    }

    @Test
    void theRatioIsThatOfTheMedians() {
        JsonNode w100 = compared(0).get("w100_max_over_mean");

        assertThat(w100.get("volume").get("median").asDouble()).isEqualTo(22);
        assertThat(w100.get("plane").get("median").asDouble()).isEqualTo(44);
        assertThat(w100.get("ratio").get("median").asDouble()).isCloseTo(2, within(1e-12));
        assertThat(w100.get("ratio").get("lo95").asDouble()).isLessThanOrEqualTo(2);
        assertThat(w100.get("ratio").get("hi95").asDouble()).isGreaterThanOrEqualTo(2);
        assertThat(w100.get("pairs").asInt()).isEqualTo(41);
    }

    @Test
    void everyStructureOfAConstantRatioGivesAnIntervalWithoutWidth() {
        JsonNode conductivity = compared(0).get("effective_conductivity_S_per_cm");

        assertThat(conductivity.get("ratio").get("lo95").asDouble()).isCloseTo(3, within(1e-12));
        assertThat(conductivity.get("ratio").get("hi95").asDouble()).isCloseTo(3, within(1e-12));
    }

    @Test
    void aVolumeWithoutItsPlaneIsLeftOutOfTheRatio() {
        JsonNode w100 = compared(20).get("w100_max_over_mean");

        assertThat(w100.get("pairs").asInt()).isEqualTo(21);
        assertThat(w100.get("ratio").get("median").asDouble()).isCloseTo(2, within(1e-12));
    }

    @Test
    void aPlaneStudyComparesNothing() {
        assertThat(new StudySummary(SyntheticRows.study())
                        .toJson()
                        .get("designs")
                        .get(0)
                        .has("plane_over_volume"))
                .isFalse();
    }
}
