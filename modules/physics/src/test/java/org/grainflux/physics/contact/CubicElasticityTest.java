package org.grainflux.physics.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.RandomStreams;
import org.grainflux.microstructure.Rotation;
import org.grainflux.physics.elasticity.CubicElasticity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CubicElasticityTest {
    private static final CubicElasticity LLZO = CubicElasticity.llzoFirstPrinciples();
    private static final double[] NORMAL = {0, 1, 0};

    @Test
    void llzoPolycrystalIs163GigapascalAndPoisson026() {
        assertThat(LLZO.hillYoungsModulusPa() / 1e9).isCloseTo(162.6, within(0.1));
        assertThat(LLZO.hillPoissonRatio()).isCloseTo(0.26, within(0.002));
        assertThat(LLZO.zenerRatio()).isCloseTo(1.268, within(0.001));
        CubicElasticity scaled = LLZO.scaledToYoungsModulus(145e9);
        assertThat(scaled.hillYoungsModulusPa()).isCloseTo(145e9, within(1e-3));
        assertThat(scaled.zenerRatio()).isCloseTo(LLZO.zenerRatio(), within(1e-12));
    }

    @Test
    void youngsModulusAlongCubeEdgeAndDiagonalMeetsClosedForms() {
        double edge = (LLZO.c11Pa() - LLZO.c12Pa()) * (LLZO.c11Pa() + 2 * LLZO.c12Pa()) / (LLZO.c11Pa() + LLZO.c12Pa());
        double k = LLZO.bulkModulusPa();
        double diagonal = 9 * k * LLZO.c44Pa() / (3 * k + LLZO.c44Pa());
        double s = 1 / Math.sqrt(3);
        assertThat(LLZO.youngsModulusPa(new double[] {0, 0, 1})).isCloseTo(edge, within(1e-12 * edge));
        assertThat(LLZO.youngsModulusPa(new double[] {s, s, s})).isCloseTo(diagonal, within(1e-12 * diagonal));
        // Zener ratio > 1: stiffest along the diagonal.
        assertThat(diagonal).isGreaterThan(edge);
    }

    @Test
    void grainRotationTurnsTheCrystal() {
        // 45° about z: the sample's y axis is a face diagonal of the crystal.
        Rotation turned = about(2, Math.PI / 4);
        double h = Math.sqrt(0.5);
        assertThat(LLZO.youngsModulusPa(turned, NORMAL))
                .isCloseTo(LLZO.youngsModulusPa(new double[] {h, h, 0}), within(1.0));
        // Unlike z and x: 90° about x carries crystal y to sample z, so sample y is minus crystal z.
        double[] crystal = CubicElasticity.crystalDirection(about(0, Math.PI / 2), NORMAL);
        assertThat(crystal).containsExactly(new double[] {0, 0, -1}, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isotropicSolidHasOneModulus(long seed) {
        CubicElasticity solid = CubicElasticity.isotropic(145e9, 0.26);
        Rotation grain = random(seed);
        double plane = 145e9 / (1 - 0.26 * 0.26);
        assertThat(solid.youngsModulusPa(grain, NORMAL)).isCloseTo(145e9, within(145e9 * 1e-12));
        assertThat(AnisotropicIndentation.modulusPa(solid, grain, NORMAL)).isCloseTo(plane, within(plane * 1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void indentationModulusIsConvergedAndVariesLessThanYoungs(long seed) {
        double[] n = CubicElasticity.crystalDirection(random(seed), NORMAL);
        double coarse = AnisotropicIndentation.modulusPa(LLZO, n);
        double fine = AnisotropicIndentation.modulusPa(LLZO, n, 48, 48);
        assertThat(coarse).isCloseTo(fine, within(1e-6 * fine));
        double hill = LLZO.hillYoungsModulusPa() / (1 - Math.pow(LLZO.hillPoissonRatio(), 2));
        double youngSpread = Math.abs(LLZO.youngsModulusPa(n) / LLZO.hillYoungsModulusPa() - 1);
        assertThat(Math.abs(fine / hill - 1)).isLessThan(youngSpread + 0.005);
    }

    /** L₁₁ for t along a cube edge, from the quartic that factorises there (Ting 1996, Anisotropic Elasticity). */
    @Test
    void barnettLotheTensorMeetsTheClosedFormAlongACubeEdge() {
        double[][] l = AnisotropicIndentation.barnettLothe(LLZO, new double[] {1, 0, 0}, new double[] {0, 1, 0}, 48);
        double expected = (LLZO.c11Pa() + LLZO.c12Pa())
                * Math.sqrt(LLZO.c44Pa()
                        * (LLZO.c11Pa() - LLZO.c12Pa())
                        / (LLZO.c11Pa() * (LLZO.c11Pa() + LLZO.c12Pa() + 2 * LLZO.c44Pa())));
        assertThat(l[0][0]).isCloseTo(expected, within(1e-12 * expected));
        assertThat(l[1][1]).isCloseTo(expected, within(1e-12 * expected));
        assertThat(l[2][2]).isCloseTo(LLZO.c44Pa(), within(1e-12 * LLZO.c44Pa()));
    }

    @Test
    void cubeSymmetryLeavesTheModulusUnchanged() {
        Rotation grain = random(9);
        double[] n = CubicElasticity.crystalDirection(grain, NORMAL);
        double[] permuted = {n[2], -n[0], n[1]};
        double modulus = AnisotropicIndentation.modulusPa(LLZO, n, 48, 48);
        assertThat(AnisotropicIndentation.modulusPa(LLZO, permuted, 48, 48))
                .isCloseTo(modulus, within(1e-10 * modulus));
    }

    @Test
    void unstableCrystalIsRefused() {
        assertThatThrownBy(() -> new CubicElasticity(75e9, 187e9, 71e9))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("C11");
    }

    private static Rotation about(int axis, double angleRad) {
        double s = Math.sin(angleRad / 2);
        return new Rotation(Math.cos(angleRad / 2), axis == 0 ? s : 0, axis == 1 ? s : 0, axis == 2 ? s : 0);
    }

    private static Rotation random(long seed) {
        RandomGenerator random = RandomStreams.stream(seed, "rotation", 0);
        double[] q = random.doubles(4, -1, 1).toArray();
        double norm = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
        return new Rotation(q[0] / norm, q[1] / norm, q[2] / norm, q[3] / norm);
    }
}
