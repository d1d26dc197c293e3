package org.grainflux.study.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.results.HotSpotRow;
import org.grainflux.study.results.LedgerRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Populations whose answers are known. */
class StudySummaryTest {
    private static final StudyConfig STUDY = SyntheticRows.study();
    private static final List<String> HYPOTHESES =
            List.of("competing", "paper_quoted", "paper_predicted", "self_consistent");
    private static final double NEVER = Double.POSITIVE_INFINITY;

    /** Structures k = 1 … 101 with the strength k/100 under every reading, times a factor of its own; both electrodes. */
    private static StudySummary hundredAndOne() {
        StudySummary summary = new StudySummary(STUDY);
        for (int k = 1; k <= 101; k++) {
            for (String design : List.of("bare", "au", "hl")) {
                double factor = design.equals("bare") ? 1 : design.equals("au") ? 4 : 20;
                summary.add(SyntheticRows.ledger(k, design, LedgerRow.COMPLETED, ""));
                for (int electrode = 0; electrode < 2; electrode++) {
                    double value = factor * k / 100.0;
                    summary.add(SyntheticRows.strength(
                            k, design, electrode, 0, 0, value, 2 * value, 3 * value, 5 * value, "griffith"));
                    // From the priors: twice and half the nominal value.
                    summary.add(SyntheticRows.strength(
                            k, design, electrode, 1, 0, 2 * value, value, value, value, "stripping"));
                    summary.add(SyntheticRows.strength(
                            k, design, electrode, 2, 0, 0.5 * value, value, value, value, "stripping"));
                }
            }
        }
        return summary;
    }

    private static JsonNode design(JsonNode summary, String name) {
        for (JsonNode design : summary.get("designs")) {
            if (design.get("name").asText().equals(name)) {
                return design;
            }
        }
        throw new AssertionError("no design " + name);
    }

    private static JsonNode ccd(StudySummary summary, String design, String hypothesis) {
        return design(summary.toJson(), design).get("ccd_mA_per_cm2").get(hypothesis);
    }

    @Test
    void cracksOfTheNominalDraw() {
        JsonNode crack = design(hundredAndOne().toJson(), "bare").get("crack_path");
        assertThat(crack.get("label").asText()).isEqualTo("predicted");
        // Twice the self-consistent value, whose median is 5 · 0.51.
        assertThat(crack.get("penetration_mA_per_cm2").get("median").asDouble()).isCloseTo(5.1, within(1e-12));
        assertThat(crack.get("tortuosity").get("median").asDouble()).isEqualTo(1.25);
        assertThat(crack.get("intergranular_fraction").get("p97_5").asDouble()).isEqualTo(0.8);
        assertThat(crack.get("runs_through_share").asDouble()).isZero();
    }

    @Test
    void mediansAndPercentilesOfTheNominalDraw() {
        StudySummary summary = hundredAndOne();
        double[] factors = {1, 2, 3, 5};
        for (int h = 0; h < HYPOTHESES.size(); h++) {
            JsonNode bare = ccd(summary, "bare", HYPOTHESES.get(h));

            // 202 values, each k/100 twice. Quantiles of different definitions differ by one step of 0.01.
            assertThat(bare.get("median").asDouble()).isCloseTo(0.51 * factors[h], within(1e-12));
            assertThat(bare.get("p2_5").asDouble()).isCloseTo(0.035 * factors[h], within(0.01 * factors[h]));
            assertThat(bare.get("p97_5").asDouble()).isCloseTo(0.985 * factors[h], within(0.01 * factors[h]));
            // ± 1.96·√(0.25/101)/f with f = 1 per unit: ± 0.098; both electrodes of a structure are one cluster.
            assertThat(bare.get("lo95").asDouble()).isCloseTo(0.41 * factors[h], within(0.03 * factors[h]));
            assertThat(bare.get("hi95").asDouble()).isCloseTo(0.61 * factors[h], within(0.03 * factors[h]));
        }
        assertThat(ccd(summary, "hl", "competing").get("median").asDouble()).isCloseTo(10.2, within(1e-12));
    }

    @Test
    void thePriorIntervalComesFromThePriorDrawsAlone() {
        JsonNode bare = ccd(hundredAndOne(), "bare", "competing");

        // Half of the values are 2 k/100, half 0.5 k/100: 2.5 % lies at 0.5·0.04, 97.5 % at 2·0.96.
        assertThat(bare.get("prior_lo95").asDouble()).isCloseTo(0.02, within(0.01));
        assertThat(bare.get("prior_hi95").asDouble()).isCloseTo(1.92, within(0.02));
    }

    @Test
    void ratiosArePairedByStructure() {
        JsonNode ratio = design(hundredAndOne().toJson(), "hl").get("ratio_to_baseline");

        for (String hypothesis : HYPOTHESES) {
            // The population spreads over two decades, yet on each structure the ratio is 20: no interval remains.
            for (String bound : List.of("median", "lo95", "hi95")) {
                assertThat(ratio.get(hypothesis).get(bound).asDouble()).isCloseTo(20, within(1e-9));
            }
        }
    }

    @Test
    void aStructureThatTheBaselineLacksIsLeftOutOfTheRatio() {
        StudySummary summary = hundredAndOne();
        for (int k = 102; k < 300; k++) {
            summary.add(SyntheticRows.ledger(k, "bare", LedgerRow.FAILED, "MESH_QUALITY"));
            summary.add(SyntheticRows.ledger(k, "hl", LedgerRow.COMPLETED, ""));
            for (int electrode = 0; electrode < 2; electrode++) {
                summary.add(SyntheticRows.strength(k, "hl", electrode, 0, 0, 1e3, 1e3, 1e3, 1e3, "griffith"));
            }
        }
        JsonNode hl = design(summary.toJson(), "hl");

        assertThat(hl.get("ratio_to_baseline").get("competing").get("median").asDouble())
                .isCloseTo(20, within(1e-9));
        assertThat(hl.get("completed").asInt()).isEqualTo(299);
        assertThat(design(summary.toJson(), "bare").get("failed").asInt()).isEqualTo(198);
        assertThat(design(summary.toJson(), "bare")
                        .get("failures_by_reason")
                        .get("MESH_QUALITY")
                        .asInt())
                .isEqualTo(198);
    }

    @Test
    void valuesOutsideTheRampCountAsCensored() {
        // The ramp of the study runs from 0.1 to 10 mA/cm²: k/100 lies below for k < 10, 20 k/100 above for k > 50.
        StudySummary summary = hundredAndOne();

        assertThat(ccd(summary, "bare", "competing").get("censored").asInt()).isEqualTo(9);
        assertThat(ccd(summary, "hl", "competing").get("censored").asInt()).isEqualTo(51);
    }

    @Test
    void whatNeverFailsIsNull() {
        StudySummary summary = new StudySummary(STUDY);
        for (int k = 0; k < 5; k++) {
            summary.add(SyntheticRows.ledger(k, "bare", LedgerRow.COMPLETED, ""));
            // Two of five never extend under F2, all of them under F1.
            double f2 = k < 3 ? 0.5 + k : NEVER;
            summary.add(SyntheticRows.strength(k, "bare", 0, 0, 0, Math.min(f2, 0.2), NEVER, NEVER, f2, "stripping"));
        }
        JsonNode quoted = ccd(summary, "bare", "paper_quoted");
        JsonNode selfConsistent = ccd(summary, "bare", "self_consistent");

        for (String field : List.of("median", "lo95", "hi95", "p2_5", "p97_5", "prior_lo95", "prior_hi95")) {
            assertThat(quoted.get(field).isNull()).as(field).isTrue();
        }
        assertThat(quoted.get("censored").asInt()).isEqualTo(5);
        assertThat(selfConsistent.get("median").asDouble()).isCloseTo(2.5, within(1e-12));
        assertThat(selfConsistent.get("p97_5").isNull()).isTrue();
        assertThat(selfConsistent.get("censored").asInt()).isEqualTo(2);
        assertThat(summary.toJson().toString()).doesNotContain("Infinity").doesNotContain("NaN");
    }

    @Test
    void sharesOfTheLimitingModesAreThoseOfTheNominalDraw() {
        StudySummary summary = new StudySummary(STUDY);
        String[] modes = {"griffith", "stripping", "stripping", "limiting_current"};
        for (int k = 0; k < 4; k++) {
            summary.add(SyntheticRows.strength(k, "au", 0, 0, 0, 1, 1, 1, 1, modes[k]));
            summary.add(SyntheticRows.strength(k, "au", 0, 1, 0, 1, 1, 1, 1, "griffith"));
        }
        JsonNode shares = design(summary.toJson(), "au").get("limiting_mode_share");

        assertThat(shares.get("griffith").asDouble()).isEqualTo(0.25);
        assertThat(shares.get("stripping").asDouble()).isEqualTo(0.5);
        assertThat(shares.get("limiting_current").asDouble()).isEqualTo(0.25);
        assertThat(shares).hasSize(3);
    }

    /** ln i = a(structure) + b(prior) + c(flaw) with one factor switched on at a time. */
    @ParameterizedTest
    @ValueSource(strings = {"structure", "priors", "flaws"})
    void theVarianceIsAssignedToWhatVaries(String source) {
        StudySummary summary = new StudySummary(STUDY);
        for (int k = 0; k < 12; k++) {
            for (int electrode = 0; electrode < 2; electrode++) {
                for (int prior = 1; prior <= 3; prior++) {
                    for (int flaw = 0; flaw < 3; flaw++) {
                        double exponent = switch (source) {
                            case "structure" -> 0.3 * (k % 4);
                            case "priors" -> 0.3 * prior + 0.1 * ((k + electrode) % 3) * (prior - 2);
                            default -> 0.3 * flaw + 0.1 * ((k + electrode) % 3) * (flaw - 1);
                        };
                        summary.add(SyntheticRows.strength(
                                k, "bare", electrode, prior, flaw, Math.exp(exponent), 1, 1, 1, "griffith"));
                    }
                }
            }
        }
        JsonNode shares = design(summary.toJson(), "bare").get("variance_share");

        for (String other : List.of("structure", "priors", "flaws")) {
            assertThat(shares.get(other).asDouble())
                    .as(other)
                    .isBetween(other.equals(source) ? 0.95 : 0.0, other.equals(source) ? 1.0 : 0.05);
        }
        assertThat(shares.get("structure").asDouble()
                        + shares.get("priors").asDouble()
                        + shares.get("flaws").asDouble()
                        + shares.get("interaction").asDouble())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void hotSpotsKeepTheirColumnsAndFaces() {
        StudySummary summary = new StudySummary(STUDY);
        for (int k = 0; k < 3; k++) {
            for (int electrode = 0; electrode < 2; electrode++) {
                summary.add(SyntheticRows.hotSpots(k, "hl", electrode, HotSpotRow.LI_INTERFACE, 10 + k));
                summary.add(SyntheticRows.hotSpots(k, "hl", electrode, HotSpotRow.ELECTROLYTE_INTERFACE, 100 + k));
            }
        }
        summary.add(SyntheticRows.convergence(0, "hl", HotSpotRow.LI_INTERFACE, "cov_w200", 0.01));
        summary.add(SyntheticRows.convergence(1, "hl", HotSpotRow.LI_INTERFACE, "cov_w200", 0.03));
        JsonNode spots = design(summary.toJson(), "hl").get("hot_spots");
        List<String> metrics = List.of(
                "w100_max_over_mean",
                "w200_max_over_mean",
                "w500_max_over_mean",
                "w1000_max_over_mean",
                "cov_w200",
                "grain_average_max_over_min",
                "grain_average_max_over_mean",
                "fraction_above_twice_mean");

        for (int m = 0; m < metrics.size(); m++) {
            // The middle structure of three has base 11 or 101.
            assertThat(spots.get("li_interface")
                            .get(metrics.get(m))
                            .get("median")
                            .asDouble())
                    .isEqualTo(12 + m);
            assertThat(spots.get("electrolyte_interface")
                            .get(metrics.get(m))
                            .get("median")
                            .asDouble())
                    .isEqualTo(102 + m);
        }
        assertThat(spots.get("li_interface").get("cov_w200").get("mesh_error").asDouble())
                .isEqualTo(0.03);
        assertThat(spots.get("electrolyte_interface")
                        .get("cov_w200")
                        .get("mesh_error")
                        .isNull())
                .isTrue();
    }

    @Test
    void theCellIsReportedInLaboratoryUnits() {
        StudySummary summary = new StudySummary(STUDY);
        for (int k = 0; k < 3; k++) {
            summary.add(SyntheticRows.cell(k, "hl", 0, 0.03 + 0.01 * k, (2 + k) * SyntheticRows.MICROMETRE));
            summary.add(SyntheticRows.cell(k, "hl", 1, 0.03 + 0.01 * k, Double.NaN));
        }
        JsonNode hl = design(summary.toJson(), "hl");

        assertThat(hl.get("effective_conductivity_S_per_cm").asDouble()).isCloseTo(4e-4, within(1e-16));
        assertThat(hl.get("area_specific_resistance_ohm_cm2").asDouble()).isCloseTo(30, within(1e-10));
        // A depth that is never reached says nothing about where it is reached elsewhere.
        assertThat(hl.get("homogenization_depth_um").get("within5").asDouble()).isCloseTo(3, within(1e-10));
        assertThat(hl.get("homogenization_depth_um").get("within10").asDouble()).isCloseTo(1.5, within(1e-10));
        // 40 µm wide and counted as one grain of 10 µm deep.
        assertThat(hl.get("reference_area_cm2").asDouble()).isCloseTo(4e-6, within(1e-18));
        assertThat(hl.get("thickness_um").asDouble()).isCloseTo(10, within(1e-12));
        assertThat(design(summary.toJson(), "bare")
                        .get("effective_conductivity_S_per_cm")
                        .isNull())
                .isTrue();
    }

    @Test
    void publishedValuesStandBesideTheirDesign() {
        JsonNode summary = new StudySummary(STUDY).toJson();

        assertThat(design(summary, "bare").get("observed").get(0).get("bound").asText())
                .isEqualTo("upper");
        assertThat(design(summary, "bare")
                        .get("observed")
                        .get(0)
                        .get("mA_per_cm2")
                        .asDouble())
                .isCloseTo(0.1, within(1e-12));
        assertThat(design(summary, "hl")
                        .get("observed")
                        .get(0)
                        .get("mA_per_cm2")
                        .asDouble())
                .isCloseTo(1.8, within(1e-12));
    }

    @Test
    void aRowOfAnUnknownDesignIsAnError() {
        assertThatThrownBy(
                        () -> new StudySummary(STUDY).add(SyntheticRows.ledger(0, "silver", LedgerRow.COMPLETED, "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("silver");
    }
}
