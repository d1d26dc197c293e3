package org.grainflux.study.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.results.StrengthRow;
import org.grainflux.study.results.UnitResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Critical currents of whole realizations against what can be worked out by hand. */
class CriticalCurrentsOfAStudyTest {
    private static final double MILLIAMPS = 10;
    private static final StudyConfig STUDY = SmallStudy.with("numerics.convergence_samples=0", "numerics.fields=0");
    private static final UnitResult RESULT = SmallStudy.run(STUDY, 0, "bare", "au", "hl");

    /**
     * F1 as quoted, i = η_c/(kR), η_c the geometric mean of what the two exact observations imply:
     * η_c = √(0.2·10 · 1.8·1) mA/cm² · √(14·50) Ω cm² = 50.20 mV. k = 10 on metal, 1 behind a layer. The layer of 10 µm
     * at 1e-4 S/cm has 10 + 2 + 2 = 14 Ω cm².
     */
    @ParameterizedTest
    @CsvSource({"bare, 10, 1000, 0.00502", "au, 10, 26.4575131, 0.1897", "hl, 1, 14, 3.586"})
    void thePaperHypothesisAsQuoted(String design, double k, double ohmCm2, double rounded) {
        double overpotentialMv = Math.sqrt(0.2 * 10 * 1.8) * Math.sqrt(14 * 50.0);
        double expected = overpotentialMv / (k * ohmCm2);
        assertThat(expected).isCloseTo(rounded, within(rounded * 1e-3));

        assertThat(SmallStudy.strengths(RESULT, design, 0))
                .hasSize(4)
                .allSatisfy(row ->
                        // The resistance above is given to nine digits.
                        assertThat(row.paperQuotedAPerM2() / MILLIAMPS).isCloseTo(expected, within(expected * 1e-8)));
    }

    @Test
    void thePaperHypothesisAsPredictedUsesTheOneMicrometreConcentration() {
        // Perfect contact of the same geometry: what the paper set computes.
        StudyConfig perfect = SmallStudy.with(
                "numerics.convergence_samples=0",
                "numerics.fields=0",
                "designs=[{name: bare, interface: {area_specific_resistance_ohm_cm2: 0}}]");
        UnitResult contact = SmallStudy.run(perfect, 0, "bare");
        for (int e = 0; e < 2; e++) {
            int electrode = e;
            double concentration = contact.hotSpots().stream()
                    .filter(row -> row.electrode() == electrode)
                    .findFirst()
                    .orElseThrow()
                    .w1000MaxOverMean();
            assertThat(SmallStudy.strengths(RESULT, "bare", 0))
                    .filteredOn(row -> row.electrode() == electrode)
                    .allSatisfy(row -> assertThat(row.paperQuotedAPerM2() / row.paperPredictedAPerM2())
                            .isCloseTo(concentration / 10, within(1e-9)));
        }
    }

    @Test
    void theCompetingModesTakeTheSmallest() {
        for (StrengthRow row : RESULT.strengths()) {
            switch (row.limitingMode()) {
                case "griffith" -> assertThat(row.competingAPerM2()).isEqualTo(row.selfConsistentAPerM2());
                case "stripping", "limiting_current" ->
                    assertThat(row.competingAPerM2()).isLessThan(row.selfConsistentAPerM2());
                default -> assertThat(row.competingAPerM2()).isInfinite();
            }
            // Less overpotential pressurises a flaw less, so more current is needed.
            assertThat(row.selfConsistentLowerEtaAPerM2()).isGreaterThanOrEqualTo(row.selfConsistentAPerM2());
            assertThat(smallest(row.blockMinimaAPerM2())).isEqualTo(row.selfConsistentAPerM2());
        }
    }

    @Test
    void withoutFlawsNothingFracturesAndNothingIsUndefined() {
        StudyConfig flawless = SmallStudy.with(
                "numerics.convergence_samples=0", "numerics.fields=0", "electrolyte.flaws.count_per_foot=0");
        List<StrengthRow> rows = SmallStudy.run(flawless, 0, "bare", "hl").strengths();

        assertThat(rows).allSatisfy(row -> {
            assertThat(row.flawCount()).isZero();
            assertThat(row.selfConsistentAPerM2()).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(row.limitingMode()).isEqualTo(row.design().equals("bare") ? "stripping" : "limiting_current");
            assertDefined(row);
        });
    }

    @Test
    void perfectContactGivesTheHypothesisOfThePaperNothingToSay() {
        StudyConfig perfect = SmallStudy.with(
                "numerics.convergence_samples=0",
                "numerics.fields=0",
                "designs=[{name: bare, interface: {area_specific_resistance_ohm_cm2: 0}}]");

        assertThat(SmallStudy.run(perfect, 0, "bare").strengths()).allSatisfy(row -> {
            assertThat(row.paperQuotedAPerM2()).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(row.paperPredictedAPerM2()).isEqualTo(Double.POSITIVE_INFINITY);
            // What remains is the ohmic way round a flaw, if there is one.
            assertThat(Double.isFinite(row.selfConsistentAPerM2())).isEqualTo(row.flawCount() > 0);
            assertDefined(row);
        });
    }

    private static void assertDefined(StrengthRow row) {
        assertThat(List.of(
                        row.paperQuotedAPerM2(),
                        row.paperPredictedAPerM2(),
                        row.selfConsistentAPerM2(),
                        row.selfConsistentLowerEtaAPerM2(),
                        row.competingAPerM2(),
                        smallest(row.blockMinimaAPerM2())))
                .allSatisfy(value -> assertThat(value).isPositive().isNotNaN());
    }

    private static double smallest(double[] values) {
        double smallest = Double.POSITIVE_INFINITY;
        for (double value : values) {
            smallest = Math.min(smallest, value);
        }
        return smallest;
    }
}
