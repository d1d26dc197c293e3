package org.grainflux.physics.crack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandbookCracksTest {
    /** Benchmark values of K/(σ√(πa)) (Tada, Paris and Irwin 2000, parts II and III). */
    @ParameterizedTest
    @CsvSource({"0.2, 1.3666", "0.4, 2.1119", "0.6, 4.035"})
    void edgeCrackInAStripMeetsBenchmarks(double ratio, double factor) {
        double found = HandbookCracks.edgeCrackInStripPaSqrtM(1, ratio, 1) / HandbookCracks.slitPaSqrtM(1, ratio);
        // The fit is stated within 0.5 %.
        assertThat(found).isCloseTo(factor, within(5e-3 * factor));
    }

    @ParameterizedTest
    @CsvSource({"0.2, 1.0246", "0.5, 1.1867", "0.8, 1.8160"})
    void centreCrackInAStripMeetsBenchmarks(double ratio, double factor) {
        double found = HandbookCracks.centreCrackInStripPaSqrtM(1, ratio, 1) / HandbookCracks.slitPaSqrtM(1, ratio);
        assertThat(found).isCloseTo(factor, within(1e-3 * factor));
    }

    @Test
    void shortCracksFeelNoWidth() {
        double slit = HandbookCracks.slitPaSqrtM(3e8, 1e-6);
        assertThat(HandbookCracks.edgeCrackInStripPaSqrtM(3e8, 1e-6, 1))
                .isCloseTo(HandbookCracks.EDGE_CRACK * slit, within(2e-3 * slit));
        assertThat(HandbookCracks.centreCrackInStripPaSqrtM(3e8, 1e-6, 1)).isCloseTo(slit, within(1e-9 * slit));
    }

    /** G of a penny and of a slit by another road: dU/dA of their known volumes under pressure (Sneddon 1946). */
    @Test
    void energyReleaseRatesFollowFromTheVolumesOfTheCracks() {
        double e = 145e9;
        double nu = 0.26;
        double p = 2e8;
        double a = 3e-6;
        double plane = (1 - nu * nu) / e;
        // Slit: U = ½ p V, V = 2π(1−ν²)pa²/E; two tips advance.
        double slitG = 0.25 * p * 4 * Math.PI * plane * p * a;
        assertThat(new StressIntensity(HandbookCracks.slitPaSqrtM(p, a), 0).energyReleaseRateJPerM2(e, nu))
                .isCloseTo(slitG, within(1e-12 * slitG));
        // Penny: V = 16(1−ν²)pa³/(3E); the front advances by 2πa per a.
        double pennyG = 0.5 * p * 16 * plane * p * a * a / (2 * Math.PI * a);
        assertThat(new StressIntensity(HandbookCracks.pennyPaSqrtM(p, a), 0).energyReleaseRateJPerM2(e, nu))
                .isCloseTo(pennyG, within(1e-12 * pennyG));
    }

    @Test
    void anInclinedSlitMixesModes() {
        double slit = HandbookCracks.slitPaSqrtM(1e8, 1e-6);
        StressIntensity half = HandbookCracks.inclinedSlit(1e8, 1e-6, Math.toRadians(45));
        assertThat(half.modeIPaSqrtM()).isCloseTo(0.5 * slit, within(1e-9 * slit));
        assertThat(half.modeIIPaSqrtM()).isCloseTo(0.5 * slit, within(1e-9 * slit));
        // It turns back across the tension: clockwise for a crack that climbs.
        assertThat(KinkedCrack.mostDrivenAngleRad(half)).isNegative();
    }
}
