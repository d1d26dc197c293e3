package org.grainflux.physics.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.grainflux.core.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanTest {
    private static final double ROOM_K = 298.15;

    /** The limits e^x/(2x) and 1 + x/3, and the integral by a fine midpoint rule. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 0.01, 0.1, 0.254, 1})
    void meanResistivityIsTheIntegral(double depthV) {
        SpaceCharge layer = new SpaceCharge(depthV, ROOM_K);
        double x = layer.reducedDepth();
        int n = 200_000;
        double sum = 0;
        for (int k = 0; k < n; k++) {
            double s = (k + 0.5) / n;
            sum += Math.exp(x * s * s) / n;
        }
        assertThat(layer.meanResistivityRatio() / sum).isCloseTo(1, within(1e-7));
        if (x > 30) {
            assertThat(layer.meanResistivityRatio() * 2 * x / Math.exp(x)).isCloseTo(1, within(1 / x));
        }
    }

    /** 10 mV raise the local resistivity 1.48 times; a contrast of 10³ needs about 254 mV by e^x/(2x), 2 mV less in full. */
    @Test
    void figuresOfTheReference() {
        assertThat(new SpaceCharge(0.010, ROOM_K).peakResistivityRatio()).isCloseTo(1.476, within(2e-3));
        assertThat(SpaceCharge.ofContrast(1000, ROOM_K).depthV()).isCloseTo(0.254, within(3e-3));
        assertThat(SpaceCharge.ofContrast(1, ROOM_K).depthV()).isLessThan(1e-12);
        assertThat(new SpaceCharge(0, ROOM_K).meanResistivityRatio()).isEqualTo(1);
    }

    @Test
    void widthAndDensityInvertEachOther() {
        SpaceCharge layer = new SpaceCharge(0.25, ROOM_K);
        double density = layer.impliedChargesPerM3(50, 2.5e-9);
        assertThat(layer.halfWidthM(50, density)).isCloseTo(2.5e-9, within(1e-18));
        // w/λ_D = 2√x.
        assertThat(2.5e-9 / SpaceCharge.debyeLengthM(50, density, ROOM_K))
                .isCloseTo(2 * Math.sqrt(layer.reducedDepth()), within(1e-9));
    }

    /** 250 mV over 5 nm seen through 100 nm read about 12 mV; the reading leads back; the blur moves nothing elsewhere. */
    @Test
    void theProbeBlursTheCore() {
        PotentialScan scan = new PotentialScan(5e-9, 100e-9);
        assertThat(scan.readingV(0.25, 0)).isCloseTo(-0.0125, within(1e-4));
        assertThat(scan.impliedDepthV(-scan.readingV(0.25, 0))).isCloseTo(0.25, within(1e-12));
        double area = 0;
        for (double x = -1e-6; x < 1e-6; x += 1e-9) {
            area += scan.share(x) * 1e-9;
        }
        assertThat(area).isCloseTo(5e-9, within(1e-14));
        PotentialScan sharp = new PotentialScan(5e-9, 0);
        assertThat(sharp.share(0)).isEqualTo(1);
        assertThat(sharp.share(3e-9)).isZero();
        assertThat(new PotentialScan(5e-9, 1e-10).share(0)).isCloseTo(1, within(1e-12));
    }

    /** A core wider than the contact is read as it is, a vanishing one not at all; the implied width reads back. */
    @Test
    void theModulusOfACoreIsSeenThroughTheContact() {
        assertThat(new ModulusScan(145e9, 0.3, 20e-9, 4e-9).readingPa(0)).isCloseTo(101.5e9, within(1e3));
        assertThat(new ModulusScan(145e9, 0.3, 0, 4e-9).readingPa(0)).isEqualTo(145e9);
        assertThat(new ModulusScan(145e9, 0.3, 5e-9, 4e-9).readingPa(7e-9)).isCloseTo(145e9, within(1e3));
        ModulusScan scan = new ModulusScan(145e9, 0.3, 5e-9, 4.1e-9);
        double widthM = scan.impliedCoreWidthM(120e9);
        assertThat(widthM).isBetween(2e-9, 5e-9);
        assertThat(new ModulusScan(145e9, 0.3, widthM, 4.1e-9).readingPa(0)).isCloseTo(120e9, within(1e3));
        assertThat(scan.impliedCoreWidthM(50e9)).isNaN();
    }

    @Test
    void scansThatMeanNothingAreRefused() {
        assertThatThrownBy(() -> new ModulusScan(145e9, 1, 5e-9, 4e-9)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new PotentialScan(0, 1e-7)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new SpaceCharge(Double.NaN, ROOM_K)).isInstanceOf(InvalidInputException.class);
    }
}
