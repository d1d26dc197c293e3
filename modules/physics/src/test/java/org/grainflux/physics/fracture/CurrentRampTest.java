package org.grainflux.physics.fracture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.grainflux.core.InvalidInputException;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.physics.fracture.CurrentRamp.Censoring;
import org.grainflux.physics.fracture.CurrentRamp.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 0.1 to 2 mA/cm² in steps of 0.1, 1 mAh/cm² each. */
class CurrentRampTest {
    private static final LithiumMetal LITHIUM = LithiumMetal.reference();
    private static final CurrentRamp RAMP = new CurrentRamp(1, 1, 20, LaboratoryUnits.MAH_PER_CM2_IN_C_PER_M2);

    @Test
    void oneMilliampereHourPlates4Point85Micrometres() {
        assertThat(RAMP.platedThicknessPerStepM(LITHIUM) / 1e-6).isCloseTo(4.85, within(0.005));
        assertThat(RAMP.stepDurationS(9)).isCloseTo(3600, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 1, LEFT, 0",
        "1, 1, LEFT, 0",
        "1.0001, 1, NONE, 1",
        "2, 1, NONE, 1",
        "2.5, 2, NONE, 2",
        "20, 19, NONE, 19",
        "20.1, 20, RIGHT, 20",
        "Infinity, 20, RIGHT, 20",
        "0, 1, LEFT, 0"
    })
    void readingIsTheLargestStepSurvived(double critical, double ccd, Censoring censoring, int steps) {
        Reading reading = RAMP.read(critical, LITHIUM);
        assertThat(reading.ccdAPerM2()).isEqualTo(ccd);
        assertThat(reading.censoring()).isEqualTo(censoring);
        assertThat(reading.stepsSurvived()).isEqualTo(steps);
        assertThat(reading.platedThicknessM()).isCloseTo(steps * 4.85e-6, within(steps * 0.005e-6));
    }

    @Test
    void roundingDoesNotLoseTheLastStep() {
        assertThat(new CurrentRamp(0.5, 0.1, 1.1, 1).steps()).isEqualTo(7);
        assertThat(new CurrentRamp(1, 3, 9, 1).steps()).isEqualTo(3);
        assertThat(new CurrentRamp(1, 3, 1, 1).steps()).isEqualTo(1);
    }

    @Test
    void impossibleRampsAreRefused() {
        assertThatThrownBy(() -> new CurrentRamp(2, 1, 1, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("maximum");
        assertThatThrownBy(() -> RAMP.read(Double.NaN, LITHIUM)).isInstanceOf(InvalidInputException.class);
    }
}
