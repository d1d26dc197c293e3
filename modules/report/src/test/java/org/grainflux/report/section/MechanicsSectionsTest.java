package org.grainflux.report.section;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.grainflux.report.input.FollowedCracks;
import org.grainflux.report.input.ReportInput;
import org.grainflux.report.input.RunSummary;
import org.grainflux.report.page.Figures;
import org.grainflux.study.results.CrackRow;
import org.grainflux.study.results.CrackStepRow;
import org.junit.jupiter.api.Test;

class MechanicsSectionsTest {
    private static final String SUMMARY = """
        {"designs": [
          {"name": "au", "label": "gold",
           "crack_extension": {"cracks": 2, "ends": {"penetration": 1, "no_way_on": 1},
             "initiation_mA_per_cm2": {"median": 0.5, "minimum": 0.4, "maximum": 0.6, "of": 2},
             "penetration_mA_per_cm2": {"median": 0.7, "minimum": 0.7, "maximum": 0.7, "of": 1},
             "against_weakest_path": {"extension_crosses": 1, "estimate_crosses": 2, "both_cross": 1,
               "penetration_ratio": {"median": 1.25, "minimum": 1.25, "maximum": 1.25, "of": 1},
               "initiation_ratio": {"median": null, "minimum": null, "maximum": null, "of": 0}}},
           "coupled": {"electrodes": 2, "of": 4,
             "self_consistent_mA_per_cm2": {"median": 0.5, "minimum": 0.4, "maximum": 0.6, "of": 2},
             "coupled_self_consistent_mA_per_cm2": {"median": 0.55, "minimum": 0.5, "maximum": 0.6, "of": 2}}},
          {"name": "hl", "label": "layer", "crack_extension": {"cracks": 0, "reason": "none"},
           "coupled": {"electrodes": 0, "reason": "an ionic layer is not in the coupling"}}],
         "consistency_checks": [
           {"name": "superposition", "label": "consistency check", "expected": "a factor", "found": 1.5615, "holds": true},
           {"name": "deflection", "label": "consistency check", "expected": "fewer", "cross_with": 0, "holds": false},
           {"name": "shift", "label": "consistency check", "expected": "negative", "holds": null, "reason": "no pressure"}]}
        """;

    private static ReportInput input(FollowedCracks cracks) {
        try {
            return new ReportInput(
                    new RunSummary(new ObjectMapper().readTree(SUMMARY)),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    "",
                    Optional.empty(),
                    cracks,
                    List.of());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CrackRow crack() {
        double[] x = {0, 0};
        double[] depth = {0, 1e-5};
        return new CrackRow(
                0,
                "au",
                1,
                "penetration",
                "",
                0,
                2e-6,
                2,
                5,
                7,
                7,
                1e-5,
                1e-5,
                1,
                1e-3,
                x,
                depth,
                4,
                5.6,
                1e-5,
                1,
                1,
                x,
                depth);
    }

    private static CrackStepRow step(int step, double lengthM, double currentAPerM2, double chargeCPerM) {
        return new CrackStepRow(
                0, "au", 1, step, lengthM, lengthM, 1e-3, 0, 6e5, -1e5, 2.4, 1, 1e8, currentAPerM2, 0, 3, chargeCPerM);
    }

    @Test
    void followedCracksHaveTheirCurvesEndsAndComparison() {
        FollowedCracks cracks = new FollowedCracks(
                List.of(crack()), List.of(step(0, 2e-6, 5, -1e-5), step(1, 6e-6, 7, 2e-3)), "", Optional.empty());
        Figures figures = new Figures();
        String html = FollowedCrackSection.html(input(cracks), figures);
        assertThat(figures.all()).containsOnlyKeys("crack-intensity", "crack-current", "crack-charge");
        // A crack that compression closes holds no charge: a gap, not a point outside the frame.
        assertThat(figures.all().get("crack-charge")).doesNotContain("NaN", "Infinity");
        assertThat(html)
                .contains("1 penetration, 1 no way on", "1 / 2 / 1 of 2", "1.25", "0.500 (0.400–0.600)")
                .doesNotContain("NaN", "null");
    }

    @Test
    void couplingStandsBesideTheFluxAloneAndSaysWhatItLeavesOut() {
        assertThat(CouplingSection.html(input(FollowedCracks.NONE)))
                .contains("2 of 4", "0.550 (0.500–0.600)", "layer: an ionic layer is not in the coupling");
    }

    @Test
    void checksSayWhatWasFoundOrWhyNot() {
        assertThat(CheckSection.html(input(FollowedCracks.NONE)))
                .contains("1.56", "yes", "cross with 0", "no", "cannot say: no pressure")
                .doesNotContain("null");
    }
}
