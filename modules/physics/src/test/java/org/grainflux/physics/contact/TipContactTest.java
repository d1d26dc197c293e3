package org.grainflux.physics.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.grainflux.core.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference tip (r = 20 nm, P = 400 nN) on LLZO of 145 GPa, ν = 0.26. Tolerances are the quoted digits. */
class TipContactTest {
    private static final double NM2 = 1e-18;
    private static final double GPA = 1e9;
    private static final HertzContact HERTZ = new HertzContact(20e-9, 400e-9);
    private static final double LLZO = ReducedModulus.indentationModulusPa(145 * GPA, 0.26);
    private static final double PLATINUM_ON_LLZO = ReducedModulus.ofPa(145 * GPA, 0.26, 168 * GPA, 0.38);

    @Test
    void rigidTipTouches36SquareNanometres() {
        double reduced = ReducedModulus.ofPa(LLZO, Double.POSITIVE_INFINITY);
        assertThat(reduced / GPA).isCloseTo(155, within(0.6));
        assertThat(HERTZ.on(reduced).areaM2() / NM2).isCloseTo(36, within(0.5));
    }

    @Test
    void platinumTipTouches53SquareNanometresAt7Point6Gigapascal() {
        ContactSpot spot = HERTZ.on(PLATINUM_ON_LLZO);
        assertThat(spot.areaM2() / NM2).isCloseTo(53, within(0.5));
        assertThat(spot.meanPressurePa() / GPA).isCloseTo(7.6, within(0.05));
    }

    @Test
    void thirtySquareNanometresImply203Gigapascal() {
        double implied = HERTZ.impliedReducedModulusPa(30 * NM2);
        assertThat(implied / GPA).isCloseTo(203, within(0.5));
        ContactSpot spot = HERTZ.on(implied);
        assertThat(spot.areaM2() / NM2).isCloseTo(30, within(1e-9));
        assertThat(spot.meanPressurePa() / GPA).isCloseTo(13, within(0.5));
        assertThat(spot.radiusM()).isCloseTo(3.1e-9, within(0.05e-9));
    }

    @Test
    void hardnessWarningAppearsAboveTheHardnessOnly() {
        ContactSpot published = new ContactSpot(30 * NM2, 400e-9 / (30 * NM2));
        assertThat(published.hardnessWarning(11.3 * GPA))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("13.3 GPa").contains("11.3 GPa"));
        assertThat(HERTZ.on(PLATINUM_ON_LLZO).hardnessWarning(11.3 * GPA)).isEmpty();
        assertThat(HERTZ.on(PLATINUM_ON_LLZO).hardnessWarning(6.3 * GPA)).isPresent();
    }

    @Test
    void plasticAreaSpans35To64SquareNanometres() {
        PlasticContact plastic = new PlasticContact(400e-9);
        assertThat(plastic.on(11.3 * GPA).areaM2() / NM2).isCloseTo(35, within(0.5));
        assertThat(plastic.on(6.3 * GPA).areaM2() / NM2).isCloseTo(64, within(0.6));
    }

    @Test
    void pullOffSpans9To94Nanonewton() {
        assertThat(new JkrContact(20e-9, 400e-9, 0.1).pullOffForceN()).isCloseTo(9.4e-9, within(0.05e-9));
        assertThat(new JkrContact(20e-9, 400e-9, 1.0).pullOffForceN()).isCloseTo(94e-9, within(0.5e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 1.0})
    void jkrRadiusSatisfiesTheJkrBalance(double workOfAdhesion) {
        double radius = new JkrContact(20e-9, 400e-9, workOfAdhesion)
                .on(PLATINUM_ON_LLZO)
                .radiusM();
        double cubed = radius * radius * radius;
        // P = 4E*a³/3r − √(8πwE*a³): the load as a function of the radius.
        double load = 4 * PLATINUM_ON_LLZO * cubed / (3 * 20e-9)
                - Math.sqrt(8 * Math.PI * workOfAdhesion * PLATINUM_ON_LLZO * cubed);
        assertThat(load).isCloseTo(400e-9, within(400e-9 * 1e-12)); // rounding of about ten operations
    }

    @Test
    void adhesionWidensTheContactAndVanishesWithIt() {
        assertThat(new JkrContact(20e-9, 400e-9, 0).on(LLZO).areaM2())
                .isCloseTo(
                        HERTZ.on(LLZO).areaM2(), within(1e-12 * HERTZ.on(LLZO).areaM2()));
        assertThat(new JkrContact(20e-9, 400e-9, 0.5).on(LLZO).areaM2())
                .isGreaterThan(HERTZ.on(LLZO).areaM2());
    }

    @Test
    void impossibleTipsAreRefused() {
        assertThatThrownBy(() -> new HertzContact(Double.NaN, 400e-9))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("tip radius");
        assertThatThrownBy(() -> new PlasticContact(-1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ReducedModulus.indentationModulusPa(145e9, 0.7))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Poisson");
    }
}
