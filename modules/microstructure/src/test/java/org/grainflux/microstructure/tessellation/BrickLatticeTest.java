package org.grainflux.microstructure.tessellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.grainflux.core.InvalidInputException;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.BoundaryFoot;
import org.grainflux.microstructure.BrickLattice;
import org.grainflux.microstructure.BrickLattice.Shape;
import org.grainflux.microstructure.GrainBoundary;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.Seeding;
import org.grainflux.microstructure.meshing.GrainMesher;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.microstructure.meshing.MeshQuality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Grains in a regular order, made as a study's structures are. */
class BrickLatticeTest {
    private static final double WIDTH_M = 40e-6;

    private static Microstructure structure(double[] sizeM, BrickLattice lattice) {
        double measure = 1;
        for (double edge : sizeM) {
            measure *= edge;
        }
        double grainM = Math.pow(measure / lattice.grainCount(), 1.0 / sizeM.length);
        return MicrostructureGenerator.generate(
                new MicrostructureSpec(sizeM.length, sizeM, grainM, Seeding.BRICKS, 0, 0, 0, 0.2, 0.05, lattice),
                RandomStreams.stream(3, "grain-seeds", 0),
                RandomStreams.stream(3, "grain-orientations", 0));
    }

    private static Microstructure plane(
            double heightM, Shape shape, int columns, int rows, double shift, double leanDeg) {
        return structure(
                new double[] {WIDTH_M, heightM},
                new BrickLattice(shape, columns, 0, rows, shift, Math.toRadians(leanDeg)));
    }

    /** Mesh and grains fill the cell, and every foot has the angle asked for on one side of it. */
    @ParameterizedTest
    @CsvSource({"2, 1, 0, 62.87", "2, 1, 0, 30", "4, 1, 0, 45", "3, 3, 0.5, 70", "5, 2, 0.3, 90"})
    void boundariesLeanByTheAngleAskedFor(int columns, int rows, double shift, double leanDeg) {
        double heightM = 20e-6;
        Microstructure structure = plane(heightM, Shape.BRICK, columns, rows, shift, leanDeg);

        assertThat(structure.grains()).hasSize(columns * rows);
        assertThat(structure.network().feet()).hasSize(2 * columns);
        for (BoundaryFoot foot : structure.network().feet()) {
            double degrees = Math.toDegrees(foot.minusAngleRad());
            assertThat(Math.min(degrees, 180 - degrees)).isCloseTo(leanDeg, within(1e-9));
        }
        double leaning = structure.network().boundaries().stream()
                .filter(boundary -> Math.abs(boundary.normal()[0]) > 1e-9)
                .mapToDouble(GrainBoundary::measure)
                .sum();
        assertThat(leaning / columns).isCloseTo(heightM / Math.sin(Math.toRadians(leanDeg)), within(1e-15));
        SimplexMesh mesh = GrainMesher.mesh(structure, MeshGrading.standard().refined(0.25));
        assertThat(MeshQuality.of(mesh).areaM2() / (WIDTH_M * heightM)).isCloseTo(1, within(1e-12));
    }

    @Test
    void twoGrainsMeetTwiceAndAreTwoBoundaries() {
        Microstructure structure = plane(20e-6, Shape.BRICK, 2, 1, 0, 60);

        assertThat(structure.network().boundaries())
                .hasSize(2)
                .allSatisfy(boundary ->
                        assertThat(boundary.measure()).isCloseTo(20e-6 / Math.sin(Math.toRadians(60)), within(1e-17)));
        assertThat(structure.network().junctions()).isEmpty();
    }

    /** Rows √3/2 as high as grains are wide: all sides of a whole hexagon are equally long, three meet at 120°. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 7})
    void hexagonsAreRegular(int rows) {
        int columns = 4;
        double side = WIDTH_M / columns / Math.sqrt(3);
        double heightM = rows * 1.5 * side;
        Microstructure structure = plane(heightM, Shape.HEXAGON, columns, rows, 0, 90);

        assertThat(structure.network().junctions())
                .hasSize(2 * columns * (rows - 1))
                .allSatisfy(junction -> assertThat(junction.boundaries()).hasSize(3));
        // Rows that reach an electrode are cut: their upright sides are longer.
        assertThat(structure.network().boundaries().stream()
                        .filter(boundary -> Math.abs(boundary.measure() / side - 1) < 1e-9)
                        .count())
                .isEqualTo((long) columns * (2 * (rows - 1) + rows - 2));
    }

    @Test
    void boxesFillAVolume() {
        Microstructure structure =
                structure(new double[] {40e-6, 40e-6, 20e-6}, new BrickLattice(Shape.BRICK, 4, 3, 2, 0, 0.5 * Math.PI));

        assertThat(structure.grains())
                .hasSize(24)
                .allSatisfy(grain -> assertThat(grain.measure()).isCloseTo(40e-6 * 40e-6 * 20e-6 / 24, within(1e-27)));
        assertThat(structure.statistics().meanMisorientationRad()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "HEXAGON, 2, 0, 1, 0, 1.5, 'no shift and no hexagons'",
        "BRICK, 2, 0, 1, 0.5, 1.5, 'no shift and no hexagons'",
        "BRICK, 1, 0, 1, 0, 1.5, 'at least 2 columns'",
        "BRICK, 3, 0, 1, 0, 0, 'lean in (0, 90]'",
        "BRICK, 3, 0, 1, NaN, 1, 'a shift in [0, 1)'",
        "BRICK, 3, 3, 1, 0, 1, 'upright bricks without shift'",
        "HEXAGON, 3, 3, 1, 0, 1.5707963267948966, 'upright bricks without shift'",
    })
    void refusesWhatCannotBeLaid(
            Shape shape, int columns, int depthColumns, int rows, double shift, double leanRad, String why) {
        assertThatThrownBy(() -> new BrickLattice(shape, columns, depthColumns, rows, shift, leanRad))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(why);
    }
}
