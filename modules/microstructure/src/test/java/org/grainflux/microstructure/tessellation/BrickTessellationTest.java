package org.grainflux.microstructure.tessellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.grainflux.core.InvalidInputException;
import org.grainflux.microstructure.GrainBoundary;
import org.grainflux.microstructure.Microstructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrickTessellationTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.5})
    void hasTheBoundariesOfBricks(double shift) {
        Microstructure bricks = BrickTessellation.bricks(80e-6, 50e-6, 8, 5, shift);
        assertThat(bricks.grains())
                .hasSize(40)
                .allSatisfy(grain -> assertThat(grain.measure()).isCloseTo(1e-10, within(1e-22)));
        double flat = 0;
        double upright = 0;
        for (GrainBoundary boundary : bricks.network().boundaries()) {
            double nz = Math.abs(boundary.normal()[1]);
            assertThat(Math.min(nz, 1 - nz)).isLessThan(1e-12);
            flat += nz > 0.5 ? boundary.measure() : 0;
            upright += nz > 0.5 ? 0 : boundary.measure();
        }
        assertThat(flat).isCloseTo(4 * 80e-6, within(1e-15));
        assertThat(upright).isCloseTo(8 * 50e-6, within(1e-15));
        assertThat(bricks.network().feet())
                .hasSize(16)
                .allSatisfy(foot -> assertThat(foot.minusAngleRad()).isCloseTo(0.5 * Math.PI, within(1e-12)));
        // Four boundaries meet where grains are stacked, three in a bond.
        assertThat(bricks.network().junctions()).hasSize(shift == 0 ? 32 : 64);
        assertThat(bricks.network().junctions().get(0).boundaries()).hasSize(shift == 0 ? 4 : 3);
    }

    @Test
    void refusesGrainsThatWouldMeetTheirOwnImage() {
        assertThatThrownBy(() -> BrickTessellation.bricks(1e-5, 1e-5, 2, 1, 0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("3 columns");
    }
}
