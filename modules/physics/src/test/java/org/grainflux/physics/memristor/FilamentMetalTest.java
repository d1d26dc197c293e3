package org.grainflux.physics.memristor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilamentMetalTest {
    static final double PELLET_M = 300e-6;
    static final FilamentMetal LITHIUM = new FilamentMetal(9.28e-8, 0.75 * 11e-9);

    /** 3 nm through 300 µm: 3.7 MΩ and 63 pC. */
    @Test
    void filamentAtTheTip() {
        assertThat(LITHIUM.resistanceOhm(PELLET_M, 3e-9)).isCloseTo(3.7e6, within(0.05e6));
        double chargeC = new Neck(LITHIUM, PELLET_M, 0).volumeM3(3e-9) * 96485.332 / 13e-6;
        assertThat(chargeC).isCloseTo(63e-12, within(0.5e-12));
    }

    /** At 1 mA: 192 and 98 nm, 188 and 94 nm without the size term; the last digit is what is known of them. */
    @ParameterizedTest
    @CsvSource({"0.25, 0.75, 192", "1, 0.75, 98", "0.25, 0, 188", "1, 0, 94"})
    void criticalRadiiOfAFailedReset(double resetV, double sizeTerm, double expectedNm) {
        FilamentMetal metal = new FilamentMetal(9.28e-8, sizeTerm * 11e-9);
        assertThat(metal.criticalRadiusM(PELLET_M, resetV, 1e-3) * 1e9).isCloseTo(expectedNm, within(0.5));
    }

    /** From a size term that is nothing to one that is all: both branches of the closed form. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-2, 1, 1e2, 1e4, 1e6, 1e8, 1e10, 1e13})
    void radiusInvertsResistance(double ohm) {
        double radiusM = LITHIUM.radiusM(PELLET_M, ohm);
        assertThat(LITHIUM.resistanceOhm(PELLET_M, radiusM) / ohm).isCloseTo(1, within(1e-11));
    }

    @Test
    void slopeIsTheDerivative() {
        double r = 5e-9;
        double step = 1e-5 * r;
        double difference =
                (LITHIUM.resistanceOhm(1e-6, r + step) - LITHIUM.resistanceOhm(1e-6, r - step)) / (2 * step);
        // Central difference: 1e-10 of truncation.
        assertThat(LITHIUM.resistanceSlopeOhmPerM(1e-6, r) / difference).isCloseTo(1, within(1e-8));
    }
}
