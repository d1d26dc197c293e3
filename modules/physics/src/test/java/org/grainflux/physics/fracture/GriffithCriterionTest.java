package org.grainflux.physics.fracture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.grainflux.core.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GriffithCriterionTest {
    private static final LithiumMetal LITHIUM = LithiumMetal.reference();
    private static final GriffithCriterion EDGE =
            new GriffithCriterion(LITHIUM, GriffithCriterion.SURFACE_EDGE_CRACK, 0);
    private static final double SIGMA = 0.05;
    private static final double THIN = 5e-9; // an opening that never lets lithium out

    @Test
    void oneMillivoltPressesWith7Point42Megapascal() {
        assertThat(LITHIUM.pressurePa(1e-3) / 1e6).isCloseTo(7.42, within(0.005));
        assertThat(LITHIUM.overpotentialV(LITHIUM.pressurePa(0.03))).isCloseTo(0.03, within(1e-15));
        // Compression (σ_n < 0) makes plating harder: the potential must go below zero.
        assertThat(LITHIUM.equilibriumShiftV(-7.42e6)).isCloseTo(-1e-3, within(1e-6));
        assertThat(LITHIUM.exchangeCurrentFactor(-100e6, 0.5, 298.15)).isLessThan(1);
    }

    /** Handbook values, Tada, Paris and Irwin: edge crack 1.1215 σ√(πa); penny 2σ√(a/π). */
    @Test
    void stressIntensityMeetsHandbookValues() {
        double edge = EDGE.stressIntensityPaSqrtM(100e6, 4e-6);
        assertThat(edge).isCloseTo(1.1215 * 100e6 * Math.sqrt(Math.PI * 4e-6), within(2e-3 * edge));
        double penny =
                new GriffithCriterion(LITHIUM, GriffithCriterion.PENNY_CRACK, 0).stressIntensityPaSqrtM(100e6, 4e-6);
        assertThat(penny).isCloseTo(2 * 100e6 * Math.sqrt(4e-6 / Math.PI), within(1e-12 * penny));
    }

    @Test
    void twoMicrometresNeed356Megapascal() {
        assertThat(EDGE.criticalPressurePa(1e6, 2e-6) / 1e6).isCloseTo(356, within(0.5));
    }

    @ParameterizedTest
    @CsvSource({"0.44, 1.25", "1.0, 6.4", "1.51, 14.7"})
    void toughnessAndFractureEnergyAgree(double toughnessMPa, double energy) {
        assertThat(GriffithCriterion.energyReleaseRateJPerM2(toughnessMPa * 1e6, 145e9, 0.26))
                .isCloseTo(energy, within(0.05));
    }

    @Test
    void extrusionHoldsAFlawOfTwoMicrometresOnceItOpens800Nanometres() {
        assertThat(EDGE.heldByExtrusion(flaw(2e-6, 0.75e-6))).isFalse();
        for (double opening = 0.8e-6; opening < 5e-6; opening *= 1.1) {
            assertThat(EDGE.heldByExtrusion(flaw(2e-6, opening))).isTrue();
            assertThat(EDGE.criticalOverpotentialV(flaw(2e-6, opening))).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(EDGE.criticalCurrentAPerM2(flaw(2e-6, opening), 1, SIGMA))
                    .isEqualTo(Double.POSITIVE_INFINITY);
        }
    }

    @Test
    void yieldStressFallsWithSizeDownToTheBulk() {
        assertThat(LITHIUM.yieldPa(1e-6)).isCloseTo(105e6, within(1e-6));
        assertThat(LITHIUM.yieldPa(10e-6) / 105e6).isCloseTo(Math.pow(10, -0.68), within(1e-12));
        assertThat(LITHIUM.yieldPa(0.1)).isEqualTo(0.77e6);
    }

    @Test
    void twoHundredMegapascalOfCompressionRaiseTheCurrent1Point56Fold() {
        GriffithCriterion compressed = new GriffithCriterion(LITHIUM, 1.12, 200e6);
        Flaw flaw = flaw(2e-6, THIN);
        assertThat(compressed.criticalCurrentAPerM2(flaw, 26e-4, SIGMA)
                        / EDGE.criticalCurrentAPerM2(flaw, 26e-4, SIGMA))
                .isCloseTo(1.56, within(0.005));
    }

    @Test
    void stackPressureCompressesOnlyWhatIsConfined() {
        assertThat(GriffithCriterion.stackCompressionPa(10e6, 0.26, 0)).isEqualTo(0);
        assertThat(GriffithCriterion.stackCompressionPa(10e6, 0.26, 1)).isCloseTo(3.5e6, within(0.02e6));
    }

    @Test
    void currentFallsWithInverseSquareRootWhereTheInterfaceLimits() {
        // R = 1 Ω m² ≫ c/σ: the detour changes the exponent by less than 1e-4.
        assertThat(exponent(1.0)).isCloseTo(-0.5, within(1e-4));
        double once = EDGE.criticalCurrentAPerM2(flaw(1e-6, THIN), 1.0, SIGMA);
        double twice = EDGE.criticalCurrentAPerM2(flaw(1e-6, THIN), 2.0, SIGMA);
        assertThat(once / twice).isCloseTo(2, within(1e-4));
    }

    @Test
    void currentFallsWithPowerThreeHalvesWhereTheDetourLimits() {
        assertThat(exponent(0)).isCloseTo(-1.5, within(1e-9));
    }

    @Test
    void criticalCurrentIsTheStatedFormula() {
        GriffithCriterion compressed = new GriffithCriterion(LITHIUM, 1.12, 30e6);
        double c = 3e-6;
        double root = Math.sqrt(Math.PI * c);
        double expected =
                (1e6 + 1.12 * 30e6 * root) * 13e-6 / (96485.33212331001 * 1.12 * root * (2.1 * 26e-4 + c / SIGMA));
        assertThat(compressed.criticalCurrentAPerM2(flaw(c, THIN), 2.1 * 26e-4, SIGMA))
                .isCloseTo(expected, within(1e-12 * expected));
    }

    @Test
    void nothingPressurisesAFlawThatSeesNoOverpotential() {
        assertThat(EDGE.criticalCurrentAPerM2(flaw(1e-6, THIN), -1, SIGMA)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void tensionBeyondTheToughnessNeedsNoLithium() {
        assertThat(new GriffithCriterion(LITHIUM, 1.12, -1e9).criticalPressurePa(1e6, 2e-6))
                .isEqualTo(0);
    }

    /** A note: met about tenfold, and LLZO fails all the same. */
    @Test
    void monroeNewmanIsMetAboutTenfold() {
        assertThat(MonroeNewman.margin(150e9, 0.26, 7.8e9, 0.38)).isCloseTo(10, within(1.0));
    }

    @Test
    void impossibleFlawsAreRefused() {
        assertThatThrownBy(() -> flaw(0, THIN))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("flaw depth");
        assertThatThrownBy(() -> new GriffithCriterion(LITHIUM, 1.12, Double.NaN))
                .isInstanceOf(InvalidInputException.class);
    }

    private static double exponent(double overpotentialOhmM2) {
        double small = EDGE.criticalCurrentAPerM2(flaw(1.0e-6, THIN), overpotentialOhmM2, SIGMA);
        double large = EDGE.criticalCurrentAPerM2(flaw(1.1e-6, THIN), overpotentialOhmM2, SIGMA);
        return Math.log(large / small) / Math.log(1.1);
    }

    private static Flaw flaw(double depthM, double openingM) {
        return new Flaw(ElectrodePoint.onLine(0), depthM, openingM, FlawSite.BOUNDARY_FOOT, 1e6);
    }
}
