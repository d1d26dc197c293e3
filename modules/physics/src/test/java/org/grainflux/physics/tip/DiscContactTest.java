package org.grainflux.physics.tip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.grainflux.core.InvalidInputException;
import org.grainflux.physics.contact.Constriction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscContactTest {
    private static final double RADIUS_M = 3.1e-9;
    private static final double SIGMA = 0.05;

    /** Holm's 1/(4σa) at order 2 in the element size, from below: too much dissipation is too little resistance. */
    @Test
    void spreadingConvergesToHolm() {
        double holmOhm = Constriction.discOhm(SIGMA, RADIUS_M);
        double[] errors = new double[4];
        for (int level = 0; level < errors.length; level++) {
            double ohm = DiscContact.bare(RADIUS_M, SIGMA, 0)
                    .solve(0.5 / (1 << level))
                    .resistanceOhm();
            errors[level] = 1 - ohm / holmOhm;
        }
        assertThat(errors[errors.length - 1]).isPositive().isLessThan(2e-3);
        for (int level = 1; level < errors.length; level++) {
            assertThat(errors[level - 1] / errors[level])
                    .as("halving %d", level)
                    .isGreaterThan(3);
        }
    }

    @Test
    void theDefaultResolutionIsFarWithinOnePercent() {
        double ohm = DiscContact.bare(RADIUS_M, SIGMA, 0)
                .solve(DiscContact.DEFAULT_RESOLUTION)
                .resistanceOhm();
        assertThat(ohm * 4 * SIGMA * RADIUS_M).isCloseTo(1, within(2e-3));
    }

    /** With R_ct ≫ a/σ the flux is uniform and the mean potential of the disc is 8/(3π²σa) (Carslaw and Jaeger 1959, 8.2). */
    @Test
    void strongChargeTransferEvensTheFluxOut() {
        DiscContact contact = DiscContact.bare(RADIUS_M, SIGMA, 300 * RADIUS_M / SIGMA);
        DiscField field = contact.solve(DiscContact.DEFAULT_RESOLUTION);
        // Spreading is 0.3 % of the whole here, so what the difference keeps of it is worth 1 %.
        assertThat(field.spreadingOhm() * SIGMA * RADIUS_M).isCloseTo(8 / (3 * Math.PI * Math.PI), within(5e-3));
        assertThat(field.resistanceOhm() / contact.chargeTransferOhm()).isCloseTo(1, within(4e-3));
    }

    /** R_ct → 0: pure spreading, and the two in series lie between their sum and 8 % of spreading above it. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.1, 1, 10})
    void chargeTransferAndSpreadingAreNearlyInSeries(double ratio) {
        DiscContact contact = DiscContact.bare(RADIUS_M, SIGMA, ratio * RADIUS_M / SIGMA);
        double spreading = contact.solve(DiscContact.DEFAULT_RESOLUTION).spreadingOhm() * 4 * SIGMA * RADIUS_M;
        assertThat(spreading).isBetween(0.998, 32 / (3 * Math.PI * Math.PI) + 2e-3);
        double seriesShare =
                contact.chargeTransferOhm() / (contact.chargeTransferOhm() + Constriction.discOhm(SIGMA, RADIUS_M));
        assertThat(contact.interfaceShare()).isCloseTo(seriesShare, within(1e-12));
    }

    /** On the free surface the potential of an isopotential disc is (2/π) asin(a/d): what one distance law assumes. */
    @ParameterizedTest
    @ValueSource(doubles = {1.5, 3, 10, 100})
    void theSurfacePotentialFallsAsAnArcSine(double ratio) {
        PotentialProfile surface = DiscContact.bare(RADIUS_M, SIGMA, 0)
                .solve(DiscContact.DEFAULT_RESOLUTION)
                .surface();
        assertThat(surface.at(ratio * RADIUS_M)).isCloseTo(2 / Math.PI * Math.asin(1 / ratio), within(6e-3 / ratio));
    }

    /**
     * Images of a point current beyond the disc: R = 1/(4σ_L a) − ln(1 − k)/(2πσ_L t), k = (σ_L − σ)/(σ_L + σ), for t ≫ a,
     * with errors of (a/t)³.
     */
    @ParameterizedTest
    @CsvSource({"16, 0.2", "16, 5", "24, 0.2", "12, 1"})
    void aThickLayerAgreesWithImages(double thicknessRatio, double conductivityRatio) {
        double layerSPerM = conductivityRatio * SIGMA;
        double t = thicknessRatio * RADIUS_M;
        double k = (layerSPerM - SIGMA) / (layerSPerM + SIGMA);
        double images = Constriction.discOhm(layerSPerM, RADIUS_M) - Math.log(1 - k) / (2 * Math.PI * layerSPerM * t);
        double ohm = on(new SurfaceLayer(t, layerSPerM))
                .solve(DiscContact.DEFAULT_RESOLUTION)
                .resistanceOhm();
        assertThat(ohm / images).isCloseTo(1, within(3e-3));
    }

    /** A resistive layer much thinner than the disc carries the flux straight through: its t/(πa²σ_L) is added. */
    @Test
    void aThinResistiveLayerIsInSeries() {
        double t = RADIUS_M / 50;
        double layerSPerM = 1e-3 * SIGMA;
        double straight = t / (Math.PI * RADIUS_M * RADIUS_M * layerSPerM);
        double uniform = 8 / (3 * Math.PI * Math.PI * SIGMA * RADIUS_M);
        double ohm = on(new SurfaceLayer(t, layerSPerM))
                .solve(DiscContact.DEFAULT_RESOLUTION)
                .resistanceOhm();
        // Flux leaves the cylinder below the disc over a rim as wide as the layer is thick: 2 ln 2/π of it, of a
        // perimeter.
        assertThat(ohm / (straight + uniform)).isBetween(0.96, 1.0);
    }

    @Test
    void contactsThatMeanNothingAreRefused() {
        assertThatThrownBy(() -> DiscContact.bare(Double.NaN, SIGMA, 0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> DiscContact.bare(RADIUS_M, 0, 0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> DiscContact.bare(RADIUS_M, SIGMA, -1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> on(new SurfaceLayer(1e-3 * RADIUS_M, SIGMA)).solve(0.5))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("layer thickness over contact radius");
    }

    private static DiscContact on(SurfaceLayer layer) {
        return new DiscContact(RADIUS_M, SIGMA, 0, Optional.of(layer));
    }
}
