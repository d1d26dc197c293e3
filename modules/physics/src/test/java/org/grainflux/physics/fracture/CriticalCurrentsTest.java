package org.grainflux.physics.fracture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CriticalCurrentsTest {
    private static final double OHM_CM2 = 1e-4;
    private static final double MA_CM2 = 10;
    private static final double WIDTH = 100e-6;
    private static final double SIGMA = 0.05;
    private static final CriterionParameters NOMINAL = CriterionParameters.nominal();
    private static final CriterionParameters GRIFFITH_ONLY = NOMINAL.withLimits(Double.POSITIVE_INFINITY, 0.4);

    @Test
    void paperPredictedMissesGold() {
        // 26 Ω cm² and the median flux ratio 2.1 of the perfect-contact field, c = 1.8 µm.
        FilamentRisk au = evaluate(state(List.of(), 26, InterfaceKind.METALLIC, 2.1), withFlaw(1.8e-6));
        FilamentRisk hl = evaluate(state(List.of(), 26, InterfaceKind.IONIC_LAYER, 1.05), withFlaw(1.8e-6));
        assertThat(au.paperPredictedAPerM2() / MA_CM2).isCloseTo(0.93, within(0.005));
        assertThat(hl.paperPredictedAPerM2() / au.paperPredictedAPerM2()).isCloseTo(2, within(1e-12));
    }

    @Test
    void paperQuotedReproducesTheThreeDesignsByConstruction() {
        double ohm = Math.sqrt(14.0 * 50.0);
        assertThat(quoted(1000, InterfaceKind.DIRECT)).isLessThan(0.1);
        assertThat(quoted(ohm, InterfaceKind.METALLIC)).isCloseTo(0.2, within(0.015));
        assertThat(quoted(ohm, InterfaceKind.IONIC_LAYER)).isCloseTo(1.8, within(0.12));
    }

    @Test
    void limitingCurrentOfTheReferenceLayer() {
        // 4 · 0.4 · 25.69 mV / 10 Ω cm² = 4.11 mA/cm²
        assertThat(CriticalCurrents.limitingCurrentAPerM2(10 * OHM_CM2, NOMINAL) / MA_CM2)
                .isCloseTo(4.11, within(0.005));
        assertThat(CriticalCurrents.limitingCurrentAPerM2(0, NOMINAL)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    /**
     * One flaw, literature priors: c log-normal (2.1 µm, 1.0), K_IC log-normal with 95 % in 0.44–1.51 MPa √m, R_Au and
     * R_HL log-uniform 14–50 Ω cm² (the latter all bulk), i_strip log-uniform 0.1–0.28 mA/cm², t₊ uniform 0.2–0.6.
     * Reference medians and 95 % ranges are given to two digits; with 20,000 draws the standard error of a median is
     * below 1 % and of a 2.5 % point below 3 %.
     */
    @Test
    void literaturePriorsGiveTheReferenceIntervals() {
        int n = 20_000;
        double[] bare = new double[n];
        double[] au = new double[n];
        double[] hl = new double[n];
        double[] ratio = new double[n];
        RandomGenerator random = RandomStreams.stream(1, "priors", 0);
        for (int i = 0; i < n; i++) {
            double depth = 2.1e-6 * Math.exp(random.nextGaussian());
            double toughness = 1e6 * Math.exp(random.nextGaussian() * Math.log(1.51 / 0.44) / (2 * 1.96));
            List<Flaw> flaws =
                    List.of(new Flaw(ElectrodePoint.onLine(1e-6), depth, 5e-9, FlawSite.BOUNDARY_FOOT, toughness));
            double strip = MA_CM2 * 0.1 * Math.pow(2.8, random.nextDouble());
            CriterionParameters draw = NOMINAL.withLimits(strip, 0.2 + 0.4 * random.nextDouble());
            double ohmAu = 14 * Math.pow(50.0 / 14, random.nextDouble());
            double ohmHl = 14 * Math.pow(50.0 / 14, random.nextDouble());
            bare[i] =
                    evaluate(state(flaws, 1000, InterfaceKind.DIRECT, 2), draw).competingAPerM2() / MA_CM2;
            au[i] = evaluate(state(flaws, ohmAu, InterfaceKind.METALLIC, 2), draw)
                            .competingAPerM2()
                    / MA_CM2;
            hl[i] = evaluate(layer(flaws, ohmHl, ohmHl), draw).competingAPerM2() / MA_CM2;
            ratio[i] = hl[i] / au[i];
        }
        assertQuantiles(bare, 0.013, 0.048, 0.15);
        assertQuantiles(au, 0.10, 0.17, 0.27);
        assertQuantiles(hl, 0.4, 1.2, 3.2);
        assertQuantiles(ratio, 2.1, 7.3, 23);
    }

    @Test
    void tenFlawsCutTheGriffithBranch2Point2Fold() {
        // The critical current falls with depth, so its median over ten flaws is that of their median largest depth,
        // 2.1 µm · exp(z) with Φ(z)^10 = 1/2: an exact ratio, to which the sample must converge.
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(Math.pow(0.5, 0.1));
        double exact = weakest(List.of(flaw(0.5, 0))) / weakest(List.of(flaw(0.5, z)));
        assertThat(exact).isCloseTo(2.2, within(0.1));

        int n = 20_000;
        double[] one = new double[n];
        double[] ten = new double[n];
        RandomGenerator random = RandomStreams.stream(2, "ten-flaws", 0);
        for (int i = 0; i < n; i++) {
            List<Flaw> flaws = random.doubles(0, 1)
                    .limit(10)
                    .mapToObj(u -> flaw(u, random.nextGaussian()))
                    .toList();
            one[i] = weakest(flaws.subList(0, 1));
            ten[i] = weakest(flaws);
        }
        // Standard error of a median of 20,000 values with σ_ln ≤ 1: 0.9 %; two of them, four errors.
        assertThat(quantile(one, 0.5) / quantile(ten, 0.5)).isCloseTo(exact, withinPercentage(5));
    }

    private static Flaw flaw(double position, double z) {
        return new Flaw(ElectrodePoint.onLine(position * WIDTH), 2.1e-6 * Math.exp(z), 5e-9, FlawSite.GRAIN, 1e6);
    }

    private static double weakest(List<Flaw> flaws) {
        return evaluate(state(flaws, 26, InterfaceKind.METALLIC, 2), GRIFFITH_ONLY)
                .selfConsistentAPerM2();
    }

    /** P(i_c < i) ∝ i^m: m = 2γ where the interface limits, 2γ/3 where the detour does. */
    @Test
    void paretoTailBecomesAWeibullModulus() {
        double gamma = 2.5;
        double c10 = 1e-6 * Math.pow(0.10, -1 / gamma);
        double c1 = 1e-6 * Math.pow(0.01, -1 / gamma);
        double asrLimited = griffith(c1, 1e4) / griffith(c10, 1e4);
        double ohmicLimited = griffith(c1, 0) / griffith(c10, 0);
        assertThat(Math.log(0.1) / Math.log(asrLimited)).isCloseTo(2 * gamma, within(1e-3));
        assertThat(Math.log(0.1) / Math.log(ohmicLimited)).isCloseTo(2 * gamma / 3, within(1e-9));
    }

    @Test
    void noFlawThatCanExtendIsACensoredValue() {
        Flaw held = new Flaw(ElectrodePoint.onLine(1e-6), 2e-6, 0.8e-6, FlawSite.BOUNDARY_FOOT, 1e6);
        for (List<Flaw> flaws : List.of(List.<Flaw>of(), List.of(held))) {
            FilamentRisk risk = evaluate(state(flaws, 26, InterfaceKind.DIRECT, 2), GRIFFITH_ONLY);
            assertThat(risk.selfConsistentAPerM2()).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(risk.competingAPerM2()).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(risk.limitingMode()).isEqualTo(LimitingMode.NONE);
            assertThat(risk.criticalFlaw()).isNull();
            assertThat(risk.heldFlawCount()).isEqualTo(flaws.size());
            assertThat(risk.windowMinimaAPerM2()).containsOnly(Double.POSITIVE_INFINITY);
        }
    }

    @Test
    void weakestFlawIsFoundWhereTheFluxConcentrates() {
        List<Flaw> flaws = List.of(flawAt(10e-6), flawAt(40e-6), flawAt(60e-6), flawAt(99e-6));
        ToDoubleFunction<ElectrodePoint> hot = p -> (Math.abs(p.xM() - 60e-6) < 1e-6 ? 3 : 1) * 26 * OHM_CM2;
        ElectrodeState state = new ElectrodeState(
                flaws,
                WIDTH,
                hot,
                x -> 0.2 * hot.applyAsDouble(x),
                SIGMA,
                26 * OHM_CM2,
                2,
                InterfaceKind.METALLIC,
                InterfaceKind.METALLIC,
                0,
                0);
        FilamentRisk risk = evaluate(state, GRIFFITH_ONLY);
        assertThat(risk.criticalFlaw().position().xM()).isEqualTo(60e-6);
        assertThat(risk.limitingMode()).isEqualTo(LimitingMode.GRIFFITH);
        double[] minima = risk.windowMinimaAPerM2();
        assertThat(minima[2]).isEqualTo(risk.selfConsistentAPerM2());
        assertThat(minima[0]).isEqualTo(minima[1]).isEqualTo(minima[3]).isGreaterThan(minima[2]);
        assertThat(risk.selfConsistentLowerEtaAPerM2()).isGreaterThan(risk.selfConsistentAPerM2());
    }

    @Test
    void strippingLimitsWhereMetalTouchesTheCeramicOnTheStrippingSide() {
        List<Flaw> flaws = List.of(flawAt(10e-6));
        assertThat(evaluate(state(flaws, 26, InterfaceKind.METALLIC, 2), NOMINAL)
                        .limitingMode())
                .isEqualTo(LimitingMode.STRIPPING);
        assertThat(evaluate(layer(flaws, 26, 10), NOMINAL).strippingAPerM2()).isEqualTo(Double.POSITIVE_INFINITY);
        // A layer on the plating side only: bare lithium is stripped opposite, and the layer still depletes.
        ElectrodeState oneSided = sided(flaws, 26, InterfaceKind.IONIC_LAYER, InterfaceKind.DIRECT, 10, 0);
        assertThat(evaluate(oneSided, NOMINAL).limitingMode()).isEqualTo(LimitingMode.STRIPPING);
        // The other polarity: bare lithium plates, the layer opposite depletes.
        ElectrodeState reverse = sided(flaws, 26, InterfaceKind.DIRECT, InterfaceKind.IONIC_LAYER, 0, 1000);
        assertThat(evaluate(reverse, NOMINAL).limitingMode()).isEqualTo(LimitingMode.LIMITING_CURRENT);
    }

    @Test
    void cellThatCyclesBothPolaritiesFailsAtTheWeaker() {
        FilamentRisk a = evaluate(state(List.of(flawAt(10e-6)), 26, InterfaceKind.METALLIC, 2), GRIFFITH_ONLY);
        FilamentRisk b = evaluate(state(List.of(flawAt(80e-6)), 1000, InterfaceKind.DIRECT, 3), GRIFFITH_ONLY);
        FilamentRisk cell = FilamentRisk.firstToFail(a, b);
        assertThat(cell.competingAPerM2()).isEqualTo(b.competingAPerM2());
        assertThat(cell.criticalFlaw()).isEqualTo(b.criticalFlaw());
        assertThat(cell.flawCount()).isEqualTo(2);
        assertThat(cell.windowMinimaAPerM2()[0]).isEqualTo(a.selfConsistentAPerM2());
        assertThat(cell.windowMinimaAPerM2()[3]).isEqualTo(b.selfConsistentAPerM2());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void criticalCurrentsMoveTheWayTheyMust(long seed) {
        double[] feet =
                RandomStreams.stream(seed, "feet", 0).doubles(12, 0, WIDTH).toArray();
        List<Flaw> flaws = FlawPopulation.assumed()
                .sample(ElectrodeSites.onLine(WIDTH, feet, new double[0]), RandomStreams.stream(seed, "flaws", 0));
        ElectrodeState base = state(flaws, 26, InterfaceKind.METALLIC, 2);
        FilamentRisk risk = evaluate(base, NOMINAL);
        double griffith = risk.selfConsistentAPerM2();

        assertThat(evaluate(base, NOMINAL.withScales(1.2, 1)).selfConsistentAPerM2())
                .isGreaterThanOrEqualTo(griffith);
        assertThat(evaluate(base, NOMINAL.withScales(1, 1.5)).selfConsistentAPerM2())
                .isLessThanOrEqualTo(griffith);
        assertThat(evaluate(base, NOMINAL.withCompressionPa(100e6)).selfConsistentAPerM2())
                .isGreaterThanOrEqualTo(griffith);
        assertThat(evaluate(state(flaws, 50, InterfaceKind.METALLIC, 2), NOMINAL)
                        .selfConsistentAPerM2())
                .isLessThanOrEqualTo(griffith);
        List<Flaw> more = new ArrayList<>(flaws);
        more.add(flawAt(50e-6));
        assertThat(evaluate(state(more, 26, InterfaceKind.METALLIC, 2), NOMINAL).selfConsistentAPerM2())
                .isLessThanOrEqualTo(griffith);
        assertThat(risk.competingAPerM2()).isLessThanOrEqualTo(griffith);
        assertThat(risk.selfConsistentLowerEtaAPerM2()).isGreaterThanOrEqualTo(griffith);
        assertThat(Arrays.stream(risk.windowMinimaAPerM2()).min().orElseThrow()).isEqualTo(griffith);
        assertThat(risk.heldFlawCount()).isBetween(0, risk.flawCount());
    }

    @ParameterizedTest
    @EnumSource(InterfaceKind.class)
    void noNumberIsEverNaN(InterfaceKind kind) {
        FilamentRisk risk = evaluate(state(List.of(flawAt(0)), 0, kind, 1), NOMINAL);
        assertThat(new double[] {
                    risk.paperQuotedAPerM2(),
                    risk.paperPredictedAPerM2(),
                    risk.selfConsistentAPerM2(),
                    risk.selfConsistentLowerEtaAPerM2(),
                    risk.competingAPerM2()
                })
                .doesNotContain(Double.NaN);
    }

    @Test
    void overpotentialThatIsNotANumberIsANumericalFailure() {
        ElectrodeState state = new ElectrodeState(
                List.of(flawAt(0)),
                WIDTH,
                x -> Double.NaN,
                x -> 0,
                SIGMA,
                1,
                1,
                InterfaceKind.DIRECT,
                InterfaceKind.DIRECT,
                0,
                0);
        assertThatThrownBy(() -> evaluate(state, NOMINAL)).isInstanceOf(NumericalFailureException.class);
    }

    private static FilamentRisk evaluate(ElectrodeState state, CriterionParameters parameters) {
        return CriticalCurrents.evaluate(state, parameters);
    }

    private static double quoted(double ohmCm2, InterfaceKind kind) {
        return evaluate(state(List.of(), ohmCm2, kind, 1), NOMINAL).paperQuotedAPerM2() / MA_CM2;
    }

    private static double griffith(double depthM, double ohmCm2) {
        List<Flaw> flaws = List.of(new Flaw(ElectrodePoint.onLine(0), depthM, 5e-9, FlawSite.GRAIN, 1e6));
        return evaluate(state(flaws, ohmCm2, InterfaceKind.DIRECT, 1), GRIFFITH_ONLY)
                .selfConsistentAPerM2();
    }

    private static Flaw flawAt(double x) {
        return new Flaw(ElectrodePoint.onLine(x), 2e-6, 50e-9, FlawSite.BOUNDARY_FOOT, 1e6);
    }

    private static CriterionParameters withFlaw(double depthM) {
        return new CriterionParameters(
                1, 1, 0, 1.12, LithiumMetal.reference(), 1e6, depthM, Double.POSITIVE_INFINITY, 0.4, 298.15);
    }

    /** Both sides of one kind, no layer bulk, uniform flux; the lower bound of η is half the upper one. */
    private static ElectrodeState state(List<Flaw> flaws, double ohmCm2, InterfaceKind kind, double fluxRatio) {
        double asr = ohmCm2 * OHM_CM2;
        return new ElectrodeState(flaws, WIDTH, x -> asr, x -> 0.5 * asr, SIGMA, asr, fluxRatio, kind, kind, 0, 0);
    }

    private static ElectrodeState layer(List<Flaw> flaws, double ohmCm2, double bulkOhmCm2) {
        return sided(flaws, ohmCm2, InterfaceKind.IONIC_LAYER, InterfaceKind.IONIC_LAYER, bulkOhmCm2, bulkOhmCm2);
    }

    private static ElectrodeState sided(
            List<Flaw> flaws,
            double ohmCm2,
            InterfaceKind plating,
            InterfaceKind stripping,
            double platingBulkOhmCm2,
            double strippingBulkOhmCm2) {
        double asr = ohmCm2 * OHM_CM2;
        return new ElectrodeState(
                flaws,
                WIDTH,
                x -> asr,
                x -> 0.5 * asr,
                SIGMA,
                asr,
                1.05,
                plating,
                stripping,
                platingBulkOhmCm2 * OHM_CM2,
                strippingBulkOhmCm2 * OHM_CM2);
    }

    private static void assertQuantiles(double[] values, double low, double median, double high) {
        assertThat(quantile(values, 0.5)).isCloseTo(median, within(0.05 * median));
        assertThat(quantile(values, 0.025)).isCloseTo(low, within(0.18 * low));
        assertThat(quantile(values, 0.975)).isCloseTo(high, within(0.1 * high));
    }

    private static double quantile(double[] values, double p) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) (p * (sorted.length - 1))];
    }
}
