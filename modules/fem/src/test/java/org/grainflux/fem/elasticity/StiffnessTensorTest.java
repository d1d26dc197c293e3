package org.grainflux.fem.elasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StiffnessTensorTest {
    private static final double[][] IDENTITY = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

    @Test
    void hookesLawOfAnIsotropicBar() {
        StiffnessTensor steel = StiffnessTensor.isotropic(210, 0.3);
        double[] stress = new double[6];

        steel.stress(new double[] {1e-3, -0.3e-3, -0.3e-3, 0, 0, 2e-3}, stress);

        assertThat(stress[0]).isCloseTo(0.21, within(1e-14));
        assertThat(stress[1]).isCloseTo(0, within(1e-14));
        assertThat(stress[2]).isCloseTo(0, within(1e-14));
        assertThat(stress[5]).isCloseTo(2e-3 * 210 / 2.6, within(1e-14));
    }

    /** Turned by 45° about z: C₁₁′ = (C₁₁ + C₁₂)/2 + C₄₄, C₁₂′ = (C₁₁ + C₁₂)/2 − C₄₄, C₆₆′ = (C₁₁ − C₁₂)/2 (Nye 1985). */
    @Test
    void aCubeTurnedByAnEighth() {
        double h = Math.sqrt(0.5);

        StiffnessTensor turned = StiffnessTensor.cubic(187, 75, 71, new double[][] {{h, -h, 0}, {h, h, 0}, {0, 0, 1}});

        assertThat(turned.entryPa(0, 0)).isCloseTo(131 + 71, within(1e-12));
        assertThat(turned.entryPa(0, 1)).isCloseTo(131 - 71, within(1e-12));
        assertThat(turned.entryPa(5, 5)).isCloseTo(56, within(1e-12));
        assertThat(turned.entryPa(2, 2)).isCloseTo(187, within(1e-12));
        assertThat(turned.entryPa(3, 3)).isCloseTo(71, within(1e-12));
    }

    /** By the definition C′_ijkl = R_ia R_jb R_kc R_ld C_abcd, and symmetric in all its pairs. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aTurnedCrystalIsTheTurnedTensor(long seed) {
        RandomGenerator random = RandomStreams.stream(seed, "stiffness", 0);
        double[][] r = Crystals.rotation(random);
        StiffnessTensor crystal = StiffnessTensor.cubic(1.6, 0.6, 1.2, IDENTITY);
        StiffnessTensor turned = StiffnessTensor.cubic(1.6, 0.6, 1.2, r);
        for (int index = 0; index < 81; index++) {
            int i = index / 27;
            int j = index / 9 % 3;
            int k = index / 3 % 3;
            int l = index % 3;
            double sum = 0;
            for (int inner = 0; inner < 81; inner++) {
                int a = inner / 27;
                int b = inner / 9 % 3;
                int c = inner / 3 % 3;
                int d = inner % 3;
                sum += r[i][a] * r[j][b] * r[k][c] * r[l][d] * crystal.componentPa(a, b, c, d);
            }
            assertThat(turned.componentPa(i, j, k, l)).isCloseTo(sum, within(1e-14));
            assertThat(turned.componentPa(k, l, j, i)).isCloseTo(sum, within(1e-14));
        }
    }

    @Test
    void unstableCrystalsAreRefused() {
        assertThatThrownBy(() -> StiffnessTensor.cubic(1, 1.1, 1, IDENTITY))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("C11 > |C12|");
        assertThatThrownBy(() -> StiffnessTensor.cubic(1, 0.1, Double.NaN, IDENTITY))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> StiffnessTensor.isotropic(1, 0.5)).hasMessageContaining("0.499");
        assertThatThrownBy(() -> FacetSprings.uniform(2, 1, 0)).hasMessageContaining("open its facets");
    }
}
