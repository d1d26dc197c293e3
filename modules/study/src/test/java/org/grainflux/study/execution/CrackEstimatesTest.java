package org.grainflux.study.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.grainflux.study.results.StrengthRow;
import org.grainflux.study.results.UnitResult;
import org.junit.jupiter.api.Test;

class CrackEstimatesTest {
    private static final String BOUNDARY = "electrolyte.grain_boundary_fracture_toughness_MPa_sqrt_m=";
    private static final UnitResult EQUAL = SmallStudy.run(SmallStudy.with(), 0, "bare");
    private static final UnitResult WEAK = SmallStudy.run(SmallStudy.with(BOUNDARY + "0.44"), 0, "bare");

    private static List<StrengthRow> nominal(UnitResult result) {
        List<StrengthRow> rows = SmallStudy.strengths(result, "bare", 0);
        assertThat(rows).hasSize(4);
        return rows.stream()
                .filter(row -> Double.isFinite(row.penetrationAPerM2()))
                .toList();
    }

    /** Nothing draws a crack to boundaries as tough as the grains: it runs straight across at the current it begins with. */
    @Test
    void boundariesAsToughAsGrainsDoNotTurnACrack() {
        assertThat(nominal(EQUAL)).isNotEmpty().allSatisfy(row -> {
            assertThat(row.crackTortuosity()).isCloseTo(1, within(1e-12));
            assertThat(row.penetrationAPerM2()).isCloseTo(row.selfConsistentAPerM2(), within(1e-9));
        });
    }

    /** Toughness 0.44 against 1.0 is an energy of a fifth, which outweighs the longer and less driven way. */
    @Test
    void weakBoundariesLeadTheCrackAndLetItBeginEarlier() {
        assertThat(nominal(WEAK)).isNotEmpty().allSatisfy(row -> {
            assertThat(row.crackIntergranularFraction()).isGreaterThan(0.6);
            assertThat(row.crackTortuosity()).isBetween(1.02, 1.6);
            assertThat(row.penetrationAPerM2()).isGreaterThanOrEqualTo(row.selfConsistentAPerM2());
        });
        assertThat(nominal(WEAK).get(0).selfConsistentAPerM2())
                .isLessThan(nominal(EQUAL).get(0).selfConsistentAPerM2());
    }

    @Test
    void priorDrawsHaveNone() {
        assertThat(SmallStudy.strengths(EQUAL, "bare", 1))
                .isNotEmpty()
                .extracting(StrengthRow::penetrationAPerM2)
                .containsOnly(Double.NaN);
    }
}
