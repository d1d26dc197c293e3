package org.grainflux.study.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.results.HotSpotRow;
import org.grainflux.study.results.UnitResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One volume of 32 grains between perfect contacts: coarse, and finer where the current is large. */
class HotSpotRefinementTest {
    private static UnitResult coarse;
    private static UnitResult refined;

    @BeforeAll
    static void run() {
        coarse = run(500, 500);
        refined = run(500, 150);
    }

    private static UnitResult run(double footNm, double hotSpotNm) {
        List<String> overrides = new ArrayList<>(List.of(
                "microstructure.dimension=3",
                "numerics.electrode_element_um=4",
                "numerics.interior_element_um=8",
                "numerics.growth=0.65",
                "numerics.convergence_samples=0",
                "numerics.fields=0",
                "statistics.compare_dimensions=false",
                "statistics.prior_draws=0",
                "designs.bare.interface.area_specific_resistance_ohm_cm2=0"));
        overrides.add("numerics.foot_element_nm=" + footNm);
        overrides.add("numerics.hot_spot_element_nm=" + hotSpotNm);
        StudyConfig study = SmallStudy.with(overrides.toArray(String[]::new));
        return SmallStudy.run(study, 0, "bare");
    }

    private static int unknowns(UnitResult result) {
        return result.timings().get(0).unknowns();
    }

    private static HotSpotRow spots(UnitResult result, int electrode) {
        return result.hotSpots().stream()
                .filter(row -> row.electrode() == electrode && row.face().equals(HotSpotRow.LI_INTERFACE))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("nightly")
    void maximaAreThoseOfAMeshFineAtAllTracesForAFractionOfItsUnknowns() {
        UnitResult fine = run(150, 150);
        assertThat(unknowns(refined)).isLessThan(unknowns(fine) / 2);
        for (int e = 0; e < 2; e++) {
            // What is left is the coarse neighbourhood.
            assertThat(spots(refined, e).w500MaxOverMean() / spots(fine, e).w500MaxOverMean())
                    .isCloseTo(1, within(0.01));
            assertThat(spots(refined, e).w1000MaxOverMean() / spots(fine, e).w1000MaxOverMean())
                    .isCloseTo(1, within(0.01));
        }
    }

    @Test
    void whatIsNotResolvedIsNullWithItsReason() {
        for (int e = 0; e < 2; e++) {
            assertThat(spots(coarse, e).w500MaxOverMean()).isNaN();
            assertThat(spots(coarse, e).unresolvedReason()).contains("is not resolved: the mesh resolves discs from");
            assertThat(spots(refined, e).w500MaxOverMean()).isBetween(1.0, 20.0);
            // Moments need every place.
            assertThat(spots(refined, e).covW200()).isNaN();
            assertThat(spots(refined, e).unresolvedReason()).contains("a disc of 100 nm is not resolved");
        }
    }
}
