package org.grainflux.physics.crack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KinkedCrackTest {
    private static final StressIntensity OPENING = new StressIntensity(1, 0);
    private static final StressIntensity SLIDING = new StressIntensity(0, 1);

    /** The tolerances are what the class promises. */
    @ParameterizedTest
    @CsvSource({"-20, 1e-4", "60, 2e-4", "100, 2e-4", "120, 2e-3"})
    void expansionMeetsTheIntegralEquation(double degrees, double tolerance) {
        double angle = Math.toRadians(degrees);
        for (StressIntensity parent : new StressIntensity[] {OPENING, SLIDING}) {
            StressIntensity expected = KinkEquation.limit(parent, angle, false);
            StressIntensity found = KinkedCrack.at(parent, angle);
            assertThat(found.modeIPaSqrtM()).isCloseTo(expected.modeIPaSqrtM(), within(tolerance));
            assertThat(found.modeIIPaSqrtM()).isCloseTo(expected.modeIIPaSqrtM(), within(tolerance));
        }
    }

    /** Cotterell and Rice 1980, Int. J. Fract. 16, 155: exact to first order in the angle. */
    @ParameterizedTest
    @ValueSource(doubles = {-2, 1, 5})
    void smallKinksFollowTheFirstOrder(double degrees) {
        double angle = Math.toRadians(degrees);
        double cos = Math.cos(0.5 * angle);
        double sin = Math.sin(0.5 * angle);
        double second = 2 * angle * angle;
        StressIntensity kink = KinkedCrack.at(new StressIntensity(1, 0.5), angle);
        assertThat(kink.modeIPaSqrtM()).isCloseTo(cos * cos * (cos - 1.5 * sin), within(second));
        assertThat(kink.modeIIPaSqrtM()).isCloseTo(sin * cos * cos + 0.5 * cos * (1 - 3 * sin * sin), within(second));
    }

    /**
     * Deflection without elastic mismatch: one tip or two that part symmetrically give nearly the same ratio at 90°, a little
     * above a quarter (He and Hutchinson 1989, Fig. 3); oblique pairs shield each other.
     */
    @Test
    void aCrackTurnsIntoABoundaryAcrossItBelowAboutAQuarterOfTheToughness() {
        double right = Math.toRadians(90);
        assertThat(KinkedCrack.energyRatio(right)).isCloseTo(0.2594, within(2e-4));
        assertThat(square(KinkEquation.limit(OPENING, right, true))).isCloseTo(0.2613, within(3e-4));
        double oblique = Math.toRadians(45);
        assertThat(KinkedCrack.energyRatio(oblique)).isCloseTo(0.7300, within(2e-4));
        assertThat(square(KinkEquation.limit(OPENING, oblique, true))).isCloseTo(0.5282, within(3e-4));
        assertThat(KinkedCrack.energyRatio(0)).isEqualTo(1);
    }

    @Test
    void openingGrowsStraightAndSlidingTurnsBy75Degrees() {
        assertThat(KinkedCrack.mostDrivenAngleRad(OPENING)).isCloseTo(0, within(1e-6));
        // The maximum is flat: its place is known to the square root of rounding, its value to rounding.
        double turn = Math.toDegrees(KinkedCrack.mostDrivenAngleRad(SLIDING));
        assertThat(turn).isCloseTo(-75.75, within(0.02));
        assertThat(KinkedCrack.energyRatio(SLIDING, Math.toRadians(turn))).isCloseTo(1.517, within(1e-3));
        assertThat(KinkedCrack.mostDrivenAngleRad(new StressIntensity(0, -1)))
                .isCloseTo(-KinkedCrack.mostDrivenAngleRad(SLIDING), within(1e-6));
    }

    /** Where the energy is largest the kink slides little: "local symmetry" differs by less than 2°. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 1, 3})
    void theMostDrivenKinkIsNearlyPureOpening(double ratio) {
        StressIntensity parent = new StressIntensity(1, ratio);
        double angle = KinkedCrack.mostDrivenAngleRad(parent);
        assertThat(angle).isNegative();
        StressIntensity kink = KinkedCrack.at(parent, angle);
        assertThat(Math.abs(kink.modeIIPaSqrtM())).isLessThan(0.05 * kink.modeIPaSqrtM());
        assertThat(KinkedCrack.energyRatio(parent, angle)).isGreaterThan(KinkedCrack.energyRatio(parent, angle + 0.02));
        assertThat(KinkedCrack.energyRatio(parent, angle)).isGreaterThan(KinkedCrack.energyRatio(parent, angle - 0.02));
    }

    @Test
    void closedCracksAndSteepKinksAreTold() {
        assertThat(KinkedCrack.mostDrivenAngleRad(new StressIntensity(-1, 0))).isZero();
        assertThat(KinkedCrack.energyRatio(new StressIntensity(-1, 0), 0)).isZero();
        assertThat(new StressIntensity(0, 1).isClosed()).isTrue();
        assertThatThrownBy(() -> KinkedCrack.at(OPENING, Math.toRadians(121)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double square(StressIntensity k) {
        return k.modeIPaSqrtM() * k.modeIPaSqrtM() + k.modeIIPaSqrtM() * k.modeIIPaSqrtM();
    }
}
