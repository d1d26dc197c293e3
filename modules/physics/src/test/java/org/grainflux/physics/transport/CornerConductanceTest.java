package org.grainflux.physics.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A grain is stored in a frame of its own, so a triangle of the electrode may lie in any period of the cell. */
class CornerConductanceTest {
    private static final double AREA = 2e-12;

    @ParameterizedTest
    @ValueSource(doubles = {-60e-6, -3e-6, 0, 5e-6, 70e-6})
    void aUniformContactConductsInEveryPeriod(double firstM) {
        double[] corners = new double[3];
        ResistanceProfile.uniform(0.1)
                .cornerConductances(new double[] {firstM, firstM + 1e-6, firstM + 2e-6}, AREA, corners);

        assertThat(corners).containsExactly(new double[] {AREA / 0.3, AREA / 0.3, AREA / 0.3}, within(1e-22));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-60e-6, -20e-6, 0, 40e-6})
    void aPatchwiseContactRepeatsInEveryPeriod(double shiftM) {
        ResistanceProfile halves = ResistanceProfile.patchwise(20e-6, new double[] {0, 10e-6}, new double[] {0.1, 0.2});
        double[] corners = new double[3];
        halves.cornerConductances(new double[] {shiftM + 9e-6, shiftM + 11e-6, shiftM + 10e-6}, AREA, corners);

        // The line x = 10 µm halves the triangle; the corner in the better half conducts more.
        assertThat(corners[0] + corners[1] + corners[2]).isCloseTo(0.5 * AREA / 0.1 + 0.5 * AREA / 0.2, within(1e-22));
        assertThat(corners[0]).isGreaterThan(corners[1]);
    }
}
