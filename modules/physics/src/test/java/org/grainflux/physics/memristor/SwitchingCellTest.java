package org.grainflux.physics.memristor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.grainflux.core.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchingCellTest {
    private static final double STRAND_OHM = 3.7e6;

    private static SwitchingCell cell(double complianceA) {
        return new SwitchingCell(FrontKineticsTest.LITHIUM, FilamentMetalTest.LITHIUM, 0.12, 0, complianceA);
    }

    private static List<Ramp> loop(double setV, double resetV, double rateVPerS) {
        CyclingProtocol protocol = CyclingProtocol.sweep(setV, resetV, rateVPerS, 0.02);
        return Stream.concat(protocol.setting().stream(), protocol.resetting().stream())
                .toList();
    }

    /** SET of an open path: cosh(F|V|/2RT) = 1 + ℓ·rate/(2 v₀ φ), so 118 mV per decade of the rate at 25 °C. */
    @ParameterizedTest
    @CsvSource({"0.01", "0.1", "1", "10"})
    void setBiasFollowsTheSweepRate(double rateVPerS) {
        double lengthM = 20e-9;
        WorkingGap gap = WorkingGap.empty(lengthM, 3e-9, lengthM);
        FrontKinetics k = FrontKineticsTest.LITHIUM;
        double x = 1 + lengthM * rateVPerS / (2 * k.exchangeSpeedMPerS() * k.scaleV());
        double expectedV = -k.scaleV() * Math.log(x + Math.sqrt(x * x - 1));
        SwitchingCell.Events events = cell(1).apply(new Ramp(0, -2, 2 / rateVPerS), gap, STRAND_OHM);
        assertThat(events.touchBiasV()).isCloseTo(expectedV, within(1e-12));
    }

    @Test
    void aFreshPathOpensAtTheThresholdOnlyAndStaysOpen() {
        WorkingGap gap = WorkingGap.empty(80e-9, 3e-9, 0);
        SwitchingCell cell = cell(1e-7);
        cell.apply(new Ramp(-0.119, -0.119, 1e4), gap, STRAND_OHM);
        assertThat(gap.filledM()).isZero();
        cell.apply(new Ramp(-0.13, -0.13, 1), gap, STRAND_OHM);
        double openedM = gap.openedM();
        assertThat(openedM).isEqualTo(gap.filledM()).isPositive();
        cell.apply(new Ramp(0.1, 0.1, 10), gap, STRAND_OHM);
        assertThat(gap.isEmpty()).isTrue();
        assertThat(gap.openedM()).isEqualTo(openedM);
        assertThat(gap.platedM3()).isCloseTo(0, within(1e-12 * Math.PI * 9e-18 * openedM));
    }

    /**
     * Random devices under random loops against the same equations integrated in time. The integrator holds 1e-12 per step and
     * its events the same; 1e-7 of the states leaves room for their sums, and is far below what a missed event would make.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void agreesWithIntegrationInTime(long seed) {
        RandomGenerator random = RandomStreams.stream(seed, "switching-cell", 0);
        double complianceA = Math.pow(10, -8 + 5 * random.nextDouble());
        double lengthM = Math.pow(10, -8.3 + 1.3 * random.nextDouble());
        double contactM = 2e-9 + 3e-9 * random.nextDouble();
        double neckM = Math.pow(10, -8.5 + 1.5 * random.nextDouble());
        // From a strand that decides the current to a neck that does: long in the latter case.
        boolean longNeck = seed % 2 == 0;
        double neckLengthM = longNeck ? 300e-6 : lengthM;
        double strandOhm = longNeck ? 0 : Math.pow(10, 3 + 4 * random.nextDouble());
        SwitchingCell cell = cell(complianceA);
        WorkingGap gap = WorkingGap.connected(neckLengthM, contactM, neckM, longNeck ? 0 : 0.3 * neckLengthM);
        TimeIntegration reference = new TimeIntegration(cell, gap, strandOhm);
        double rate = Math.pow(10, -2 + 2 * random.nextDouble());
        double mostM3 = gap.lithiumM3();
        for (int cycle = 0; cycle < 3; cycle++) {
            for (Ramp ramp : loop(-0.25, 0.25 + 0.2 * random.nextDouble(), rate)) {
                SwitchingCell.Events events = cell.apply(ramp, gap, strandOhm);
                double referenceTouchV = reference.touchV;
                double referenceCutV = reference.cutV;
                reference.touchV = Double.NaN;
                reference.cutV = Double.NaN;
                reference.apply(ramp);
                assertThat(gap.isConnected()).isEqualTo(reference.connected);
                double stateM = gap.isConnected() ? gap.neckRadiusM() : gap.filledM();
                assertThat(stateM).isCloseTo(reference.stateM, within(1e-7 * Math.max(stateM, 1e-9)));
                double volumeM3 = gap.lithiumM3();
                mostM3 = Math.max(mostM3, volumeM3);
                // Charge integrated in time is what the volume holds, to 1e-6 of the largest there was.
                assertThat(reference.platedM3).isCloseTo(volumeM3, within(1e-6 * mostM3));
                assertThat(gap.platedM3()).isCloseTo(volumeM3, within(1e-11 * mostM3));
                assertSameBias(events.touchBiasV(), reference.touchV);
                assertSameBias(events.cutBiasV(), reference.cutV);
            }
        }
    }

    private static void assertSameBias(double biasV, double referenceV) {
        if (Double.isNaN(referenceV)) {
            assertThat(biasV).isNaN();
        } else {
            assertThat(biasV).isCloseTo(referenceV, within(1e-8));
        }
    }

    /** One ramp or a thousand pieces of it: the closed forms carry the state exactly. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 1e-6, 1e-4, 1e-2})
    void piecesOfARampAddUp(double complianceA) {
        SwitchingCell cell = cell(complianceA);
        WorkingGap whole = WorkingGap.empty(80e-9, 3e-9, 80e-9);
        WorkingGap pieces = WorkingGap.empty(80e-9, 3e-9, 80e-9);
        for (Ramp ramp : loop(-0.3, 0.3, 0.05)) {
            cell.apply(ramp, whole, 2e4);
            for (int i = 0; i < 1000; i++) {
                double s = ramp.durationS();
                cell.apply(new Ramp(ramp.biasV(s * i / 1000), ramp.biasV(s * (i + 1) / 1000), s / 1000), pieces, 2e4);
            }
            assertThat(pieces.isConnected()).isEqualTo(whole.isConnected());
            // A thousand sums of rounding, in an equation whose errors grow no faster than its solution.
            assertThat(pieces.neckRadiusM()).isCloseTo(whole.neckRadiusM(), within(1e-10 * whole.neckRadiusM()));
        }
    }

    @Test
    void aNeckAtTheComplianceIsDissolvedByWhatTheComplianceDrops() {
        // 1.7 µm: 1 mA drops 3 mV, so 0.25 V takes off no more than 3 mV would.
        double r = 1.7e-6;
        double ohm = FilamentMetalTest.LITHIUM.resistanceOhm(300e-6, r);
        WorkingGap gap = WorkingGap.connected(80e-9, 3e-9, r, 0);
        cell(1e-3).apply(new Ramp(0.25, 0.25, 5), gap, ohm);
        assertThat(r - gap.neckRadiusM())
                .isCloseTo(FrontKineticsTest.LITHIUM.speedMPerS(1e-3 * ohm) * 5, within(1e-11));
        assertThat(gap.isConnected()).isTrue();
    }
}
