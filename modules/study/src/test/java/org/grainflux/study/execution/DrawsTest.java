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
            // Without flaws what remains are stripping on metal and the limiting current of a layer.
            "electrolyte.flaws.count_per_foot=0",
            "electrolyte.grain_boundary_fracture_toughness_MPa_sqrt_m=1",
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
        assertThat(competing("gold", 0, "stripping")).isCloseTo(MILLIAMPS * Math.sqrt(0.1 * 0.28), within(1e-12));
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
        double[] stripping = new double[PRIOR_DRAWS];
        for (int draw = 1; draw <= PRIOR_DRAWS; draw++) {
            stripping[draw - 1] = competing("gold", draw, "stripping");
            assertThat(competing("au", draw, "stripping")).isEqualTo(stripping[draw - 1]);
            assertThat(stripping[draw - 1]).isBetween(0.1 * MILLIAMPS, 0.28 * MILLIAMPS);
            // i_lim = 4 t₊ (RT/F)/R: 5 Ω cm² against 100 Ω cm² at the same t₊; RT/F = 25.693 mV at 25 °C.
            double thick = competing("thick", draw, "limiting_current");
            assertThat(competing("thin", draw, "limiting_current") / thick).isCloseTo(20, within(1e-9));
            assertThat(thick / MILLIAMPS / (4 * 0.25693)).isBetween(0.2, 0.6);
        }
        assertThat(stripping).doesNotHaveDuplicates();
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
    void flawsAreTheSameForEveryDesignAndPriorDraw() {
        UnitResult withFlaws = SmallStudy.run(SmallStudy.with(), 0, "bare", "hl");
        List<Integer> nominal = flawCounts(withFlaws, "bare", 0);

        assertThat(nominal).anySatisfy(count -> assertThat(count).isPositive());
        assertThat(flawCounts(withFlaws, "hl", 0)).isEqualTo(nominal);
        assertThat(flawCounts(withFlaws, "hl", 2)).isEqualTo(nominal);
    }

    private static List<Integer> flawCounts(UnitResult result, String design, int draw) {
        return SmallStudy.strengths(result, design, draw).stream()
                .map(StrengthRow::flawCount)
                .toList();
    }

    private static double competing(String design, int draw, String mode) {
        List<StrengthRow> rows = SmallStudy.strengths(RESULT, design, draw);
        assertThat(rows).extracting(StrengthRow::limitingMode).containsOnly(mode);
        assertThat(rows)
                .extracting(StrengthRow::competingAPerM2)
                .containsOnly(rows.get(0).competingAPerM2());
        return rows.get(0).competingAPerM2();
    }

    private static double quoted(String design, int draw) {
        double[] values = SmallStudy.strengths(RESULT, design, draw).stream()
                .mapToDouble(StrengthRow::paperQuotedAPerM2)
                .distinct()
                .toArray();
        assertThat(values).hasSize(1);
        return values[0];
    }
}
