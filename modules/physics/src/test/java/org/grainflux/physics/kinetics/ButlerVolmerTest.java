package org.grainflux.physics.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.grainflux.core.InvalidInputException;
import org.grainflux.physics.fracture.LithiumMetal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ButlerVolmerTest {
    private static final double ROOM_K = 298.15;
    private static final double ONE_OHM_CM2 = 1e-4;

    @Test
    void isOhmicNearEquilibrium() {
        ButlerVolmer law = ButlerVolmer.ofResistance(ONE_OHM_CM2, ROOM_K);
        assertThat(law.slopeSPerM2(0)).isCloseTo(1 / ONE_OHM_CM2, within(1e-8));
        // The next term is cubic for α = ½: (F Δφ/RT)²/24 of the first.
        assertThat(law.currentDensityAPerM2(1e-4)).isCloseTo(1e-4 / ONE_OHM_CM2, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.3, 0", "0.7, 0", "0.5, 1e-3", "0.3, 0.2"})
    void dropAndCurrentAreInverse(double anodicTransfer, double seriesOhmM2) {
        ButlerVolmer law = new ButlerVolmer(250, anodicTransfer, -3e-3, seriesOhmM2, ROOM_K);
        for (double j : new double[] {-1e7, -2e4, -300, -1, -1e-6, 0, 1e-6, 0.5, 40, 1e4, 1e7}) {
            double dropV = law.potentialDropV(j);
            assertThat(law.currentDensityAPerM2(dropV)).isCloseTo(j, within(1e-9 * Math.abs(j) + 1e-11));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.4, -0.05, -1e-3, 0, 0.02, 0.3})
    void slopeIsTheDerivative(double dropV) {
        ButlerVolmer law = new ButlerVolmer(250, 0.4, 2e-3, 1e-4, ROOM_K);
        double h = 1e-6;
        double difference = (law.currentDensityAPerM2(dropV + h) - law.currentDensityAPerM2(dropV - h)) / (2 * h);
        // h²/6 of the third derivative, (F/RT)² ≈ 1500 V⁻², and rounding of the difference.
        assertThat(law.slopeSPerM2(dropV)).isCloseTo(difference, within(1e-7 * difference));
    }

    @Test
    void aDecadeOfLargeCurrentsTakesWhatTafelSays() {
        ButlerVolmer law = ButlerVolmer.ofResistance(ONE_OHM_CM2, ROOM_K);
        double perDecadeV = law.overpotentialV(1e8) - law.overpotentialV(1e7);
        assertThat(perDecadeV).isCloseTo(2 * ButlerVolmer.thermalVoltageV(ROOM_K) * Math.log(10), within(1e-9));
    }

    /** The sign of physics: lithium under 7.42 MPa plates only below −1 mV. */
    @Test
    void pressureMakesPlatingHarderByOneMillivoltPerSevenMegapascal() {
        double shiftV = LithiumMetal.reference().equilibriumShiftV(-7.42e6);
        ButlerVolmer law = new ButlerVolmer(250, 0.5, shiftV, 0, ROOM_K);
        assertThat(shiftV).isCloseTo(-1e-3, within(1e-6));
        assertThat(law.currentDensityAPerM2(-0.9e-3)).isPositive();
        assertThat(law.currentDensityAPerM2(-1.1e-3)).isNegative();
    }

    @Test
    void refusesWhatIsNotALaw() {
        assertThatThrownBy(() -> new ButlerVolmer(0, 0.5, 0, 0, ROOM_K))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("exchange current density");
        assertThatThrownBy(() -> new ButlerVolmer(1, 1, 0, 0, ROOM_K))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("cathodic transfer coefficient");
        assertThatThrownBy(() -> new ButlerVolmer(1, 0.5, Double.NaN, 0, ROOM_K))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("equilibrium shift");
    }
}
