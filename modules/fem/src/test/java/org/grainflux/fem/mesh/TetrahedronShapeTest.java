package org.grainflux.fem.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TetrahedronShapeTest {
    private static final double ROUNDING = 1e-14;

    private static TetrahedronShape shape(double... points) {
        TetrahedronShape shape = new TetrahedronShape();
        shape.load(points);
        return shape;
    }

    /** Four corners of a cube: edge √2, volume 1/3, dihedral angles arccos 1/3. */
    @Test
    void theRegularTetrahedron() {
        TetrahedronShape regular = shape(0, 0, 0, 1, 1, 0, 0, 1, 1, 1, 0, 1);
        assertThat(regular.volumeM3()).isCloseTo(1.0 / 3, within(ROUNDING));
        assertThat(regular.smallestDihedralRad()).isCloseTo(Math.acos(1.0 / 3), within(ROUNDING));
        assertThat(regular.largestDihedralRad()).isCloseTo(Math.acos(1.0 / 3), within(ROUNDING));
        assertThat(regular.radiusRatio()).isCloseTo(1, within(ROUNDING));
    }

    /** The corner of a cube: three right angles, three of arccos 1/√3; r = 1/(3 + √3), R = √3/2. */
    @Test
    void theCornerOfACube() {
        TetrahedronShape corner = shape(0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1);
        assertThat(corner.volumeM3()).isCloseTo(1.0 / 6, within(ROUNDING));
        assertThat(corner.smallestDihedralRad()).isCloseTo(Math.acos(1 / Math.sqrt(3)), within(ROUNDING));
        assertThat(corner.largestDihedralRad()).isCloseTo(0.5 * Math.PI, within(ROUNDING));
        assertThat(corner.radiusRatio()).isCloseTo(3 / (3 + Math.sqrt(3)) / (0.5 * Math.sqrt(3)), within(ROUNDING));
    }

    @Test
    void mirroringTurnsTheSignOfVolumeAndRatio() {
        TetrahedronShape mirrored = shape(0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1);
        assertThat(mirrored.volumeM3()).isCloseTo(-1.0 / 6, within(ROUNDING));
        assertThat(mirrored.radiusRatio()).isNegative();
    }
}
