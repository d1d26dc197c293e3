package org.grainflux.study.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.grainflux.core.ScalarDistribution;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.results.StrengthRow;
import org.grainflux.study.results.UnitResult;
import org.junit.jupiter.api.Test;

/** Draw 0 is nominal; the others come from the study's distributions and are shared between designs. */
class DrawsTest {
    private static final double MILLIAMPS = 10;
    private static final int PRIOR_DRAWS = 6;
    private static final StudyConfig STUDY = SmallStudy.with(
            "statistics.prior_draws=" + PRIOR_DRAWS,
            "numerics.convergence_samples=0",
            "numerics.fields=0",
            "designs=[{name: au, kind: metallic, interface: {area_specific_resistance_ohm_cm2:"
                    + " {low: 14, high: 50, distribution: log_uniform}}},"
                    + "{name: gold, kind: metallic, interface: {area_specific_resistance_ohm_cm2: 20}},"
                    + "{name: thin, kind: ionic_layer, interlayer:"
                    + " {material: materials/ppc-litfsi.yaml, thickness_um: 5, sides: both}},"
                    + "{name: thick, kind: ionic_layer, interlayer:"
                    + " {material: materials/ppc-litfsi.yaml, thickness_um: 100, sides: both}}]");
    private static final UnitResult RESULT = SmallStudy.run(STUDY, 0, "au", "gold", "thin", "thick");

    @Test
    void drawZeroIsEveryDistributionAtItsMedian() {
        // F1 as quoted: i = η_c/(10 R), so R of the draw is seen in it. √(14·50) = 26.458 Ω cm².
        double nominal = quoted("au", 0) * Math.sqrt(14 * 50.0);
        assertThat(nominal).isCloseTo(quoted("gold", 0) * 20, within(1e-12));
        // Stripping at the geometric mean of 0.1 and 0.28 mA/cm².
        List<StrengthRow> stripped = stripping("gold", 0);
        assertThat(stripped).isNotEmpty();
        assertThat(stripped)
                .allSatisfy(row ->
                        assertThat(row.competingAPerM2()).isCloseTo(MILLIAMPS * Math.sqrt(0.1 * 0.28), within(1e-12)));
    }

    @Test
    void aFixedParameterHasTheSameValueInEveryDraw() {
        for (int draw = 1; draw <= PRIOR_DRAWS; draw++) {
            assertThat(quoted("gold", draw)).isEqualTo(quoted("gold", 0));
        }
    }

    @Test
    void aDistributionIsDrawnAfreshInsideItsRange() {
        List<Double> drawnOhmCm2 = DoubleStream.iterate(1, draw -> draw <= PRIOR_DRAWS, draw -> draw + 1)
                .map(draw -> 20 * quoted("gold", 0) / quoted("au", (int) draw))
                .boxed()
                .toList();

        assertThat(drawnOhmCm2).doesNotHaveDuplicates();
        assertThat(drawnOhmCm2).allSatisfy(value -> assertThat(value).isBetween(14 * (1 - 1e-12), 50 * (1 + 1e-12)));
    }

    @Test
    void designsShareTheDrawOfAParameterTheyShare() {
        int shared = 0;
        for (int draw = 1; draw <= PRIOR_DRAWS; draw++) {
            List<StrengthRow> au = stripping("au", draw);
            List<StrengthRow> gold = stripping("gold", draw);
            if (!au.isEmpty() && !gold.isEmpty()) {
                assertThat(au.get(0).competingAPerM2())
                        .isEqualTo(gold.get(0).competingAPerM2())
                        .isBetween(0.1 * MILLIAMPS, 0.28 * MILLIAMPS);
                shared++;
            }
        }
        assertThat(shared).isPositive();
        // The thick layer of 1e-4 S/cm has 100 Ω cm², so i_lim = 4 t₊ (RT/F)/R = 1.0277 t₊ mA/cm² at 25 °C.
        double[] transference = SmallStudy.strengths(RESULT, "thick", 1).stream()
                .filter(row -> row.limitingMode().equals("limiting_current"))
                .mapToDouble(row -> row.competingAPerM2() / MILLIAMPS / 1.02770)
                .distinct()
                .toArray();
        assertThat(transference).hasSize(1);
        assertThat(transference[0]).isBetween(0.2, 0.6);
        assertThat(new ParameterDraw(STUDY.seed(), 0, 1)
                        .value(
                                "transference:"
                                        + STUDY.design("thin").interlayer().material(),
                                STUDY.design("thin").interlayer().transferenceNumber()))
                .isCloseTo(transference[0], within(1e-4));
    }

    @Test
    void aParameterDependsOnItsNameTheDrawAndTheStructureOnly() {
        ScalarDistribution prior = new ScalarDistribution.Uniform(0, 1);
        double value = new ParameterDraw(7, 3, 2).value("transference:ppc", prior);

        assertThat(new ParameterDraw(7, 3, 2).value("transference:ppc", prior)).isEqualTo(value);
        assertThat(new ParameterDraw(7, 3, 2).value("transference:peo", prior)).isNotEqualTo(value);
        assertThat(new ParameterDraw(7, 3, 1).value("transference:ppc", prior)).isNotEqualTo(value);
        assertThat(new ParameterDraw(7, 4, 2).value("transference:ppc", prior)).isNotEqualTo(value);
        assertThat(new ParameterDraw(8, 3, 2).value("transference:ppc", prior)).isNotEqualTo(value);
        assertThat(new ParameterDraw(7, 3, 0).value("transference:ppc", prior)).isEqualTo(0.5);
    }

    @Test
    void flawsAreTheSameForEveryDesign() {
        for (int draw = 0; draw <= PRIOR_DRAWS; draw++) {
            assertThat(SmallStudy.strengths(RESULT, "au", draw))
                    .extracting(StrengthRow::flawCount)
                    .containsExactlyElementsOf(SmallStudy.strengths(RESULT, "thin", 0).stream()
                            .map(StrengthRow::flawCount)
                            .toList());
        }
    }

    private static double quoted(String design, int draw) {
        double[] values = SmallStudy.strengths(RESULT, design, draw).stream()
                .mapToDouble(StrengthRow::paperQuotedAPerM2)
                .distinct()
                .toArray();
        assertThat(values).hasSize(1);
        return values[0];
    }

    private static List<StrengthRow> stripping(String design, int draw) {
        return SmallStudy.strengths(RESULT, design, draw).stream()
                .filter(row -> row.limitingMode().equals("stripping"))
                .toList();
    }
}
