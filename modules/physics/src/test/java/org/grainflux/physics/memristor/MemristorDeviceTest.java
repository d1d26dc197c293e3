package org.grainflux.physics.memristor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grainflux.core.RandomStreams;
import org.junit.jupiter.api.Test;

class MemristorDeviceTest {
    private static final double PELLET_M = 300e-6;
    private static final CyclingProtocol WINDOW = CyclingProtocol.sweep(-0.25, 0.25, 0.1, 0.2);
    private static final CyclingProtocol ASYMMETRIC = CyclingProtocol.sweep(-0.2, 1, 0.02, 0.2);

    private static SwitchingCell cell(double complianceA) {
        return new SwitchingCell(FrontKineticsTest.LITHIUM, FilamentMetalTest.LITHIUM, 0.12, 0, complianceA);
    }

    private static MemristorDevice tip(double sigmaLn) {
        Electrode electrode = new Electrode(Electrode.ionicOhm(30e-18, PELLET_M, 0.05, 30e-4), 1e-7, 1e-12);
        DeviceGeometry geometry = new DeviceGeometry(PELLET_M, 80e-9, 3e-9, 0, sigmaLn, sigmaLn);
        return new MemristorDevice(
                cell(1e-7), electrode, geometry, new Forming(-0.25, 0), i -> RandomStreams.stream(7, "cycles", i));
    }

    private static MemristorDevice pad() {
        Electrode electrode = new Electrode(Electrode.ionicOhm(2.5e-7, PELLET_M, 0.05, 30e-4), 1e-3, 1e-9);
        DeviceGeometry geometry = new DeviceGeometry(PELLET_M, 80e-9, 3e-9, 0, 0.1, 0.1);
        return new MemristorDevice(
                cell(1e-3), electrode, geometry, new Forming(-0.25, 7200), i -> RandomStreams.stream(7, "cycles", i));
    }

    private static List<CycleOutcome> cycles(MemristorDevice device, CyclingProtocol protocol, int count) {
        device.resetAfterForming(protocol);
        List<CycleOutcome> outcomes = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            outcomes.add(device.cycle(i, protocol));
        }
        return outcomes;
    }

    private static double median(double... values) {
        double[] sorted =
                Arrays.stream(values).filter(x -> !Double.isNaN(x)).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** The window of ±0.25 V: no SET at first, then near −0.25 V. */
    @Test
    void setSettlesAfterSeveralCycles() {
        List<CycleOutcome> outcomes = cycles(tip(0), WINDOW, 60);
        int first = 1
                + (int) outcomes.stream()
                        .takeWhile(o -> Double.isNaN(o.setBiasV()))
                        .count();
        assertThat(first).isBetween(4, 10);
        assertThat(outcomes.subList(first, 60)).allSatisfy(o -> {
            assertThat(o.setBiasV()).isBetween(-0.25, -0.24);
            assertThat(o.resetBiasV()).isNotNaN();
        });
    }

    /** −0.2/+1 V: a SET at −0.25 V would lie outside, so it must come sooner at the slower sweep; on/off of 10⁵. */
    @Test
    void tipSwitchesForTwoHundredCycles() {
        List<CycleOutcome> outcomes = cycles(tip(0.1), ASYMMETRIC, 200);
        double set =
                median(outcomes.stream().mapToDouble(CycleOutcome::setBiasV).toArray());
        double ratio =
                median(outcomes.stream().mapToDouble(CycleOutcome::onOffRatio).toArray());
        assertThat(set).isBetween(-0.19, -0.14);
        assertThat(ratio).isBetween(3e4, 2e5);
        assertThat(outcomes.subList(10, 200))
                .filteredOn(o -> o.connected())
                .hasSizeGreaterThan(180)
                .allMatch(o -> !Double.isNaN(o.resetBiasV()));
    }

    @Test
    void padOfHalfAMillimetreDoesNotReset() {
        MemristorDevice pad = pad();
        assertThat(pad.formedRadiusM()).isGreaterThan(FilamentMetalTest.LITHIUM.criticalRadiusM(PELLET_M, 0.25, 1e-3));
        for (CyclingProtocol protocol : List.of(WINDOW, ASYMMETRIC)) {
            assertThat(cycles(pad(), protocol, 200)).allSatisfy(o -> {
                assertThat(o.resetBiasV()).isNaN();
                assertThat(o.onOffRatio()).isBetween(0.9, 10.0);
            });
        }
    }

    @Test
    void lithiumIsConserved() {
        MemristorDevice tip = tip(0.3);
        cycles(tip, ASYMMETRIC, 200);
        assertThat(tip.imbalance()).isLessThan(1e-6);
        MemristorDevice pad = pad();
        cycles(pad, WINDOW, 200);
        assertThat(pad.imbalance()).isLessThan(1e-6);
        double volume =
                Math.PI * Math.pow(pad.gap().neckRadiusM(), 2) * pad.gap().lengthM();
        assertThat(pad.chargeC(13e-6)).isCloseTo(volume * 96485.33212 / 13e-6, within(1e-6 * pad.chargeC(13e-6)));
    }

    @Test
    void aCycleDependsOnItsNumberAndNotOnHowItIsObserved() {
        MemristorDevice observed = tip(0.2);
        MemristorDevice plain = tip(0.2);
        observed.resetAfterForming(ASYMMETRIC);
        plain.resetAfterForming(ASYMMETRIC);
        List<Double> currents = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            plain.cycle(i, ASYMMETRIC);
            observed.record(i, ASYMMETRIC, 40, (v, a) -> currents.add(a));
        }
        assertThat(observed.gap().openedM()).isCloseTo(plain.gap().openedM(), within(1e-10 * 80e-9));
        assertThat(currents).hasSize(12 * 4 * 41).anyMatch(a -> a > 1e-8).anyMatch(a -> a < -1e-8);
    }

    /** Disc on a half space for a small electrode, a column for a large one. */
    @Test
    void ionicResistanceHasBothLimits() {
        double small = Math.PI * 1e-18;
        assertThat(Electrode.ionicOhm(small, PELLET_M, 0.05, 0)).isCloseTo(1 / (4 * 0.05 * 1e-9), within(0.1e6));
        double large = 1e-2;
        // (2L/a)²/3 from the column at a = 56 mm
        assertThat(Electrode.ionicOhm(large, PELLET_M, 0.05, 0) * 0.05 * large / PELLET_M)
                .isCloseTo(1, within(1e-4));
        // Straight columns give 36 and 424 kΩ for interfaces of 30 and 1000 Ω cm²; current that spreads finds less.
        assertThat(Electrode.ionicOhm(2.5e-7, PELLET_M, 0.05, 30e-4)).isBetween(24e3, 37e3);
        assertThat(Electrode.ionicOhm(2.5e-7, PELLET_M, 0.05, 1000e-4)).isBetween(400e3, 425e3);
    }

    /** 300 µm at −0.25 V take five hours. */
    @Test
    void formingThroughThePelletIsSlow() {
        assertThat(new Forming(-0.25, 0).crossingS(cell(1e-7), PELLET_M) / 3600).isCloseTo(5, within(0.2));
        assertThat(new Forming(-0.1, 0).crossingS(cell(1e-7), PELLET_M)).isInfinite();
    }
}
