package org.grainflux.physics.tip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.grainflux.physics.fracture.LithiumMetal;
import org.junit.jupiter.api.Test;

class ElectrodeSizeEffectTest {
    private static final double GRAIN_M = 10e-6;

    /** Poisson–Voronoi section of 10 µm grains: L_A = 2√λ; σ = 0.05 S/m, R_ct = 1 Ω cm² make a* = 6.4 µm. */
    private static ElectrodeSizeEffect effect(double crossoverM) {
        return new ElectrodeSizeEffect(
                2 / GRAIN_M,
                1 / (GRAIN_M * GRAIN_M),
                ElectrodeSizeEffect.weibull(4, 0.13),
                new InteriorStrength(LithiumMetal.reference(), 0.1, 18e8),
                145e9,
                400e-9,
                9e9,
                crossoverM);
    }

    @Test
    void countsOfTheReference() {
        assertThat(effect(6.4e-6).edgesTouched(500e-6)).isCloseTo(7627, within(1.0));
        assertThat(effect(6.4e-6).edgesTouched(6.2e-9)).isCloseTo(0.0016, within(1e-4));
        assertThat(effect(6.4e-6).boundaryLengthM(500e-6)).isCloseTo(0.05, within(1e-12));
        double radiusM = DiscContact.bare(1e-9, 0.05, 1e-4).crossoverRadiusM();
        assertThat(radiusM).isCloseTo(6.4e-6, within(0.05e-6));
    }

    /** Where charge transfer holds the whole bias, the median of many grooves follows n^(−1/m). */
    @Test
    void manyGroovesFollowTheWeakestLink() {
        ElectrodeSizeEffect effect = effect(1e3);
        double few = effect.quantileV(0.5, 100e-6);
        double many = effect.quantileV(0.5, 1e-3);
        double ratio = effect.edgesTouched(1e-3) / effect.edgesTouched(100e-6);
        assertThat(many / few).isCloseTo(Math.pow(ratio, -0.25), within(2e-3));
    }

    /** A tip mostly misses the boundaries, a few grains find one, a large pad loses its bias in the ceramic. */
    @Test
    void theBiasFallsAndThenRises() {
        ElectrodeSizeEffect effect = effect(6.4e-6);
        double tip = effect.quantileV(0.5, 3e-9);
        double grains = effect.quantileV(0.5, 20e-6);
        double pad = effect.quantileV(0.5, 500e-6);
        assertThat(tip).isBetween(1.9, 3.8);
        assertThat(grains).isLessThan(0.5);
        assertThat(pad).isGreaterThan(grains);
    }

    /** Drawn grooves stop at their weakest: a pad that is sure to touch it starts there, over the share at its interface. */
    @Test
    void drawnGroovesAreNotExtrapolated() {
        ElectrodeSizeEffect effect = new ElectrodeSizeEffect(
                2 / GRAIN_M,
                1 / (GRAIN_M * GRAIN_M),
                ElectrodeSizeEffect.drawn(new double[] {0.05, 0.1, 0.2}),
                new InteriorStrength(LithiumMetal.reference(), 0.1, 18e8),
                145e9,
                400e-9,
                9e9,
                6.4e-6);
        double pad = 500e-6;
        assertThat(effect.quantileV(0.5, pad)).isCloseTo(0.05 / effect.interfaceShare(pad), within(1e-9));
        assertThat(effect.survival(0.09, 1e-9)).isCloseTo(Math.exp(-effect.edgesTouched(1e-9) / 3), within(1e-12));
    }

    @Test
    void quantilesInvertTheSurvival() {
        ElectrodeSizeEffect effect = effect(6.4e-6);
        for (double side : new double[] {1e-6, 10e-6, 500e-6}) {
            for (double p : new double[] {0.025, 0.5, 0.9}) {
                double v = effect.quantileV(p, side);
                if (v * effect.interfaceShare(side) < effect.interiorOverpotentialV(side) * (1 - 1e-12)) {
                    assertThat(effect.survival(v, side)).isCloseTo(1 - p, within(1e-9));
                }
            }
        }
    }

    @Test
    void aSurfaceWithoutBoundariesHasOnlyItsInterior() {
        ElectrodeSizeEffect none = new ElectrodeSizeEffect(
                0,
                0,
                ElectrodeSizeEffect.weibull(4, 0.13),
                new InteriorStrength(LithiumMetal.reference(), 0.1, 18e8),
                145e9,
                400e-9,
                9e9,
                1e3);
        for (double side : new double[] {3e-9, 1e-6, 500e-6}) {
            assertThat(none.quantileV(0.025, side))
                    .isCloseTo(none.interiorOverpotentialV(side) / none.interfaceShare(side), within(1e-9));
        }
    }
}
