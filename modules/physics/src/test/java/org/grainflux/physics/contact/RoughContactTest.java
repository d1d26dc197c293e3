package org.grainflux.physics.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.grainflux.core.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoughContactTest {
    private static final double SIGMA = 0.05; // S/m, 5×10⁻⁴ S/cm
    private static final RoughContact LITHIUM = RoughContact.lithium();

    @Test
    void fractionGrowsFromTheFloorToFullContact() {
        assertThat(LITHIUM.effectiveHardnessPa()).isCloseTo(2.31e6, within(1.0));
        assertThat(LITHIUM.fraction(0)).isEqualTo(1e-3);
        assertThat(LITHIUM.fraction(1.155e6)).isCloseTo(0.5, within(1e-12));
        assertThat(LITHIUM.fraction(1e8)).isEqualTo(1);
    }

    @Test
    void floorGivesTheResistanceOfBareLithium() {
        // 1 Ω cm² of intimate contact over the floor: about 1000 Ω cm² in all.
        double asr = Constriction.discInterfaceOhmM2(1e-4, SIGMA, 0.1e-6, LITHIUM.fraction(0));
        assertThat(asr / 1e-4).isBetween(1000.0, 1200.0);
    }

    @Test
    void elasticContactIsFarSmallerThanPlastic() {
        double reduced = ReducedModulus.ofPa(7.8e9, 0.38, 150e9, 0.26);
        double persson = RoughContact.elasticFraction(1e6, reduced, 0.1, RoughContact.PERSSON_KAPPA);
        double asperities = RoughContact.elasticFraction(1e6, reduced, 0.1, RoughContact.GREENWOOD_WILLIAMSON_KAPPA);
        assertThat(asperities / persson).isCloseTo(Math.PI / 2, within(1e-12));
        assertThat(persson).isLessThan(0.01 * LITHIUM.fraction(1e6));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 1.855", "0.5, 0.34657", "0.9, 0.012388"})
    void stripsMeetTheClosedForm(double fraction, double logOfInverseSine) {
        double asr = Constriction.stripsOhmM2(SIGMA, 4e-6, fraction);
        assertThat(asr).isCloseTo(4e-6 / (Math.PI * SIGMA) * logOfInverseSine, within(5e-4 * asr));
    }

    @Test
    void fullContactConstrictsNothing() {
        assertThat(Constriction.stripsOhmM2(SIGMA, 4e-6, 1)).isEqualTo(0);
        assertThat(Constriction.discInterfaceOhmM2(1e-4, SIGMA, 1e-6, 1)).isEqualTo(1e-4);
    }

    @Test
    void sparseDiscsConductIndependently() {
        double fraction = 1e-8;
        double a = 1e-6;
        double perSpot = Math.PI * a * a / fraction; // area of interface per spot, m²
        double asr = Constriction.discInterfaceOhmM2(0, SIGMA, a, fraction);
        // (1 − √f)^1.5 differs from 1 by 1.5e-4 at f = 1e-8.
        assertThat(asr / perSpot).isCloseTo(Constriction.discOhm(SIGMA, a), within(2e-4 * asr / perSpot));
    }

    @Test
    void tipSpreadsWith1Point6Gigaohm() {
        assertThat(Constriction.discOhm(SIGMA, 3.1e-9)).isCloseTo(1.6e9, within(0.02e9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.37, 0.5, 0.99, 1})
    void patternCoversItsFraction(double fraction) {
        ContactPattern pattern = ContactPattern.ofSpots(100e-6, fraction, 0.7e-6, 13e-6);
        assertThat(pattern.periodM() * pattern.spots()).isCloseTo(100e-6, within(1e-18));
        int n = 200_000;
        int touching = 0;
        for (int i = 0; i < n; i++) {
            double x = (i + 0.5) * 100e-6 / n;
            touching += pattern.touches(x) ? 1 : 0;
            assertThat(pattern.resistanceOhmM2(x, 1e-4))
                    .isEqualTo(pattern.touches(x) ? 1e-4 : Double.POSITIVE_INFINITY);
        }
        // Each edge of a spot is located to within one sample.
        assertThat((double) touching / n).isCloseTo(fraction, within(2.0 * pattern.spots() / n));
        for (double start : pattern.spotStartsM()) {
            assertThat(pattern.touches(start + 0.5 * pattern.spotWidthM())).isTrue();
        }
    }

    @Test
    void impossibleInterfacesAreRefused() {
        assertThatThrownBy(() -> new RoughContact(0.77e6, 3, 0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("zero pressure");
        assertThatThrownBy(() -> LITHIUM.fraction(Double.NaN)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Constriction.stripsOhmM2(SIGMA, 4e-6, 1.1)).isInstanceOf(InvalidInputException.class);
    }
}
