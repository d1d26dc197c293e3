package org.grainflux.physics.crack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.fem.elasticity.ElasticField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stress intensity from computed fields against handbooks, by three roads; 500 elements to a crack at its tip. */
class CrackFieldTest {
    private static final double NU = CrackedBody.NU;
    private static final double GROWTH = 0.13;
    private static final double PLANE_MODULUS = 1 / (1 - NU * NU);
    /** What the mesh leaves; twice the growth of the elements leaves about three times as much. */
    private static final double HANDBOOK = 0.01;

    /** One crack under one load. */
    private record Loaded(CrackedBody body, ElasticField field, IntToDoubleFunction pressure, double lengthM) {
        static Loaded of(CrackedBody body, double crackPa, double cutPa, double lengthM) {
            return new Loaded(body, body.solve(crackPa, cutPa), f -> body.pressure(f, crackPa, cutPa), lengthM);
        }

        StressIntensity integral(CrackTip tip, double outer) {
            return new InteractionIntegral(1, NU, 0.3 * outer * lengthM, outer * lengthM, body.width)
                    .at(field, tip, pressure);
        }

        StressIntensity closure(CrackTip tip) {
            return new CrackClosure(1, NU, body.width).at(field, tip, body.facetAhead(tip), pressure);
        }

        double extension(CrackTip tip) {
            double outer = 0.5 * lengthM;
            return VirtualExtension.released(
                    field,
                    (p, region, q) -> {
                        double r = Math.hypot(p[0] - tip.xM(), p[1] - tip.yM());
                        double weight = Math.max(0, Math.min(1, 1.5 * (1 - r / outer)));
                        q[0] = weight * Math.cos(tip.directionRad());
                        q[1] = weight * Math.sin(tip.directionRad());
                    },
                    pressure);
        }
    }

    private static void assertDomainsAgree(Loaded loaded, CrackTip tip, StressIntensity expected) {
        double scale = Math.hypot(expected.modeIPaSqrtM(), expected.modeIIPaSqrtM());
        for (double outer : new double[] {0.05, 0.2, 0.5, 0.9}) {
            StressIntensity found = loaded.integral(tip, outer);
            assertThat(found.modeIPaSqrtM()).isCloseTo(expected.modeIPaSqrtM(), within(5e-4 * scale));
            assertThat(found.modeIIPaSqrtM()).isCloseTo(expected.modeIIPaSqrtM(), within(5e-4 * scale));
        }
    }

    private static double energy(StressIntensity k) {
        return k.energyReleaseRateJPerM2(1, NU);
    }

    @Test
    void anEdgeCrackOfAWideStripMeetsTheHandbookUnderTensionAndPressure() {
        double a = 1.0 / 64;
        CrackedBody body = CrackedBody.strip(3, 0, a, a / 500, GROWTH);
        double handbook = HandbookCracks.EDGE_CRACK * HandbookCracks.slitPaSqrtM(1, a);
        Loaded pulled = Loaded.of(body, 0, -1, a);
        Loaded pressed = Loaded.of(body, 1, 0, a);
        CrackTip tip = body.upper();
        for (Loaded loaded : new Loaded[] {pulled, pressed}) {
            StressIntensity k = loaded.integral(tip, 0.5);
            assertThat(k.modeIPaSqrtM()).isCloseTo(handbook, within(HANDBOOK * handbook));
            assertThat(k.modeIIPaSqrtM()).isCloseTo(0, within(1e-3 * handbook));
            assertDomainsAgree(loaded, tip, k);
            assertThat(loaded.closure(tip).modeIPaSqrtM()).isCloseTo(handbook, within(HANDBOOK * handbook));
            assertThat(loaded.extension(tip)).isCloseTo(energy(k), within(2e-3 * energy(k)));
        }
        // The same crack by superposition: a tension without a crack adds nothing singular.
        double k = pulled.integral(tip, 0.5).modeIPaSqrtM();
        assertThat(pressed.integral(tip, 0.5).modeIPaSqrtM()).isCloseTo(k, within(1e-6 * k));
        // And by what opening one facet more, and closing the last, releases.
        double step = body.facetAhead(tip);
        double more = body.withCrack(0, a + step).solve(1, 0).energy();
        double less = body.withCrack(0, a - step).solve(1, 0).energy();
        double compliance = Math.sqrt(PLANE_MODULUS * (more - less) / (2 * step));
        assertThat(compliance).isCloseTo(k, within(0.01 * k));
    }

    /** K/(σ√(πa)) = 2.8246 at half the width (Kaya and Erdogan 1987, Int. J. Fract. 33, 171). */
    @Test
    void aDeepEdgeCrackMeetsTheHandbook() {
        CrackedBody body = CrackedBody.strip(3, 0, 0.5, 1e-3, GROWTH);
        double handbook = 2.8246 * HandbookCracks.slitPaSqrtM(1, 0.5);
        Loaded loaded = Loaded.of(body, 0, -1, 0.5);
        StressIntensity k = loaded.integral(body.upper(), 0.5);
        assertThat(k.modeIPaSqrtM()).isCloseTo(handbook, within(HANDBOOK * handbook));
        assertDomainsAgree(loaded, body.upper(), k);
    }

    @Test
    void aPressurisedSlitMeetsTheHandbookAtBothTips() {
        double a = 1.0 / 16;
        CrackedBody body = CrackedBody.strip(3, 0.5 - a, 0.5 + a, a / 500, GROWTH);
        double handbook = HandbookCracks.centreCrackInStripPaSqrtM(1, a, 0.5);
        Loaded loaded = Loaded.of(body, 1, 0, a);
        for (CrackTip tip : new CrackTip[] {body.upper(), body.lower()}) {
            StressIntensity k = loaded.integral(tip, 0.5);
            assertThat(k.modeIPaSqrtM()).isCloseTo(handbook, within(HANDBOOK * handbook));
            assertDomainsAgree(loaded, tip, k);
            assertThat(loaded.closure(tip).modeIPaSqrtM()).isCloseTo(handbook, within(HANDBOOK * handbook));
            assertThat(loaded.extension(tip)).isCloseTo(energy(k), within(2e-3 * energy(k)));
        }
    }

    /** Tension σ across a body that keeps its width: σ_xx = νσ/(1−ν) along it. */
    @ParameterizedTest
    @ValueSource(doubles = {30, 60})
    void anInclinedCrackMixesModesAsTheHandbookSays(double degrees) {
        double beta = Math.toRadians(degrees);
        double rise = 1.0 / 64;
        double a = rise / Math.sin(beta);
        CrackedBody body = CrackedBody.leaning(3, beta, 0.5 - rise, 0.5 + rise, a / 500, GROWTH);
        double along = NU / (1 - NU);
        StressIntensity pulled = HandbookCracks.inclinedSlit(1, a, beta);
        StressIntensity across = HandbookCracks.inclinedSlit(along, a, beta - 0.5 * Math.PI);
        double modeI = pulled.modeIPaSqrtM() + across.modeIPaSqrtM();
        double modeII = pulled.modeIIPaSqrtM() + across.modeIIPaSqrtM();
        Loaded loaded = new Loaded(body, body.pull(1), f -> 0, a);
        for (CrackTip tip : new CrackTip[] {body.upper(), body.lower()}) {
            StressIntensity k = loaded.integral(tip, 0.5);
            assertThat(k.modeIPaSqrtM()).isCloseTo(modeI, within(HANDBOOK * modeI));
            assertThat(k.modeIIPaSqrtM()).isCloseTo(modeII, within(HANDBOOK * modeII));
            assertDomainsAgree(loaded, tip, k);
            assertThat(loaded.extension(tip)).isCloseTo(energy(k), within(2e-3 * energy(k)));
            // Elements above and below a leaning line differ, which closure does not forgive.
            StressIntensity closure = loaded.closure(tip);
            assertThat(closure.modeIPaSqrtM()).isCloseTo(modeI, within(0.03 * modeI));
            assertThat(closure.modeIIPaSqrtM()).isCloseTo(modeII, within(0.03 * modeII));
        }
    }

    @Test
    void finerGradingConverges() {
        double a = 1.0 / 64;
        double handbook = HandbookCracks.EDGE_CRACK * HandbookCracks.slitPaSqrtM(1, a);
        double[] errors = new double[2];
        for (int level = 0; level < 2; level++) {
            CrackedBody body = CrackedBody.strip(3, 0, a, a / 500, level == 0 ? 0.4 : 0.2);
            errors[level] = Math.abs(
                    Loaded.of(body, 1, 0, a).integral(body.upper(), 0.5).modeIPaSqrtM() / handbook - 1);
        }
        // Second order in the ratio of size to distance would be 4; the two meshes are not nested.
        assertThat(errors[0] / errors[1]).isGreaterThan(2);
    }

    @Test
    void aTipWithoutACrackIsTold() {
        CrackedBody body = CrackedBody.strip(3, 0, 0.25, 0.05, 0.4);
        ElasticField field = body.solve(1, 0);
        CrackTip elsewhere = new CrackTip(0.7, 0.5, 0);
        assertThatThrownBy(() -> new CrackClosure(1, NU, 0).at(field, elsewhere, 0.1, f -> 0))
                .isInstanceOf(NumericalFailureException.class);
        assertThatThrownBy(() -> new InteractionIntegral(1, NU, 0.2, 0.1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
