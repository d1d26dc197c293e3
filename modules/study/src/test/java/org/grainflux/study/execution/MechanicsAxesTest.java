package org.grainflux.study.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.results.StrengthRow;
import org.grainflux.study.results.UnitResult;
import org.junit.jupiter.api.Test;

/** Designs that differ in mechanics only, on the same structure with the same random numbers. */
class MechanicsAxesTest {
    private static List<StrengthRow> nominal(String key, String values, int design) {
        StudyConfig study = SmallStudy.with("designs.bare.mechanics." + key + "=" + values);
        List<String> names =
                study.designs().stream().map(DesignConfig::name).limit(2).toList();
        UnitResult result = SmallStudy.run(study, 0, names.get(0), names.get(1));
        return SmallStudy.strengths(result, names.get(design), 0);
    }

    private static void assertRatio(String key, String values, double ratio) {
        List<StrengthRow> first = nominal(key, values, 0);
        List<StrengthRow> second = nominal(key, values, 1);
        assertThat(first)
                .anySatisfy(row -> assertThat(row.selfConsistentAPerM2()).isFinite());
        for (int k = 0; k < first.size(); k++) {
            if (Double.isFinite(first.get(k).selfConsistentAPerM2())
                    && Double.isFinite(second.get(k).selfConsistentAPerM2())) {
                assertThat(second.get(k).selfConsistentAPerM2() / first.get(k).selfConsistentAPerM2())
                        .isCloseTo(ratio, within(1e-9));
            }
        }
    }

    /** i_c is proportional to K_IC; flaws are drawn at boundaries only. */
    @Test
    void currentsFollowTheToughnessOfBoundaries() {
        assertRatio("grain_boundary_fracture_toughness_MPa_sqrt_m", "[0.5, 0.6]", 1.2);
    }

    /** Compression adds to what lithium has to overcome, so it only raises currents. */
    @Test
    void compressionRaisesCurrents() {
        List<StrengthRow> free = nominal("in_plane_compression_MPa", "[0, 50]", 0);
        List<StrengthRow> pressed = nominal("in_plane_compression_MPa", "[0, 50]", 1);
        for (int k = 0; k < free.size(); k++) {
            assertThat(pressed.get(k).selfConsistentAPerM2())
                    .isGreaterThanOrEqualTo(free.get(k).selfConsistentAPerM2());
            assertThat(pressed.get(k).paperQuotedAPerM2())
                    .isGreaterThan(free.get(k).paperQuotedAPerM2());
        }
    }

    /** The same quantiles of another distribution of sizes: every flaw is twice as deep, none moves. */
    @Test
    void flawsOfDesignsArePaired() {
        List<StrengthRow> small = nominal("flaw_size_um", "[1, 2]", 0);
        List<StrengthRow> large = nominal("flaw_size_um", "[1, 2]", 1);
        for (int k = 0; k < small.size(); k++) {
            assertThat(large.get(k).flawCount()).isEqualTo(small.get(k).flawCount());
        }
        assertThat(large).anySatisfy(row -> assertThat(row.criticalFlawDepthM()).isEqualTo(2e-6));
    }

    /** The calibrated flaw of F1 stays that of the study: a tougher design gets a larger current, not a longer flaw. */
    @Test
    void theCalibratedFlawIsThatOfTheStudy() {
        String key = "grain_boundary_fracture_toughness_MPa_sqrt_m";
        double weak = nominal(key, "[0.5, 0.6]", 0).get(0).paperQuotedAPerM2();
        double tough = nominal(key, "[0.5, 0.6]", 1).get(0).paperQuotedAPerM2();
        assertThat(tough / weak).isCloseTo(1.2, within(1e-9));
    }

    /** Contact spots of all pressures lie on one mesh, so that designs stay comparable. */
    @Test
    void roughContactFollowsThePressureOfTheDesign() {
        StudyConfig study = SmallStudy.with(
                "contact.model=rough",
                "designs.bare.mechanics.stack_pressure_MPa=[0.5, 1]",
                "statistics.prior_draws=0");
        List<String> names =
                study.designs().stream().map(DesignConfig::name).limit(2).toList();
        UnitResult result = SmallStudy.run(study, 0, names.get(0), names.get(1));
        double low = SmallStudy.cell(result, names.get(0), 0).contactFraction();
        double high = SmallStudy.cell(result, names.get(1), 0).contactFraction();
        assertThat(high / low).isCloseTo(2, within(1e-9));
        assertThat(result.ledger().get(0).unknowns())
                .isEqualTo(result.ledger().get(1).unknowns());
    }
}
