package org.grainflux.microstructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.grainflux.core.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MicrostructureSpecTest {
    @ParameterizedTest
    @CsvSource({
        "NaN, 1e-5, 0.6, 5, 0.35, 0.2, 0.05",
        "3.9e-5, 1e-5, 0.6, 5, 0.35, 0.2, 0.05",
        "1e-4, -1e-5, 0.6, 5, 0.35, 0.2, 0.05",
        "1e-4, 1e-3, 0.6, 5, 0.35, 0.2, 0.05",
        "1e-4, 1e-5, NaN, 5, 0.35, 0.2, 0.05",
        "1e-4, 1e-5, 0.6, -1, 0.35, 0.2, 0.05",
        "1e-4, 1e-5, 0.6, 5, 1.5, 0.2, 0.05",
        "1e-4, 1e-5, 0.6, 5, 0.35, 0.4, 0.05",
        "1e-4, 1e-5, 0.6, 5, 0.35, 0.2, -0.1"
    })
    void refusesWhatCannotBe(
            double width, double d, double hardCore, int lloyd, double sigma, double collapse, double electrode) {
        assertThatThrownBy(() -> new MicrostructureSpec(
                        2, new double[] {width, 1e-4}, d, Seeding.POISSON, hardCore, lloyd, sigma, collapse, electrode))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("got");
    }

    @Test
    void structuresArePlaneOrSolid() {
        assertThat(MicrostructureSpec.solid(1e-4, 1e-4, 5e-5, 1e-5, Seeding.POISSON)
                        .thicknessM())
                .isEqualTo(5e-5);
        double[] size = {1e-4, 1e-4, 1e-4, 1e-4};
        assertThatThrownBy(() -> new MicrostructureSpec(4, size, 1e-5, Seeding.POISSON, 0.6, 5, 0.35, 0.2, 0.05))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("got 4");
    }

    @Test
    void ownsItsArrays() {
        double[] size = {1e-4, 1e-4};
        MicrostructureSpec spec = new MicrostructureSpec(2, size, 1e-5, Seeding.POISSON, 0.6, 5, 0.35, 0.2, 0.05);
        size[0] = 0;
        spec.sizeM()[1] = 0;
        assertThat(spec.sizeM()).containsExactly(1e-4, 1e-4);
        assertThat(spec.thicknessM()).isEqualTo(1e-4);
    }
}
