package org.grainflux.microstructure.tessellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.grainflux.core.RandomStreams;
import org.grainflux.microstructure.BoundaryTrace;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.Grain;
import org.grainflux.microstructure.GrainBoundary;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.Seeding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SolidGeneratorTest {
    private static final double WIDTH = 50e-6;

    /** Volume of the cell in m³, exact to rounding as the sum of its grains. */
    private static final double VOLUME = WIDTH * WIDTH * WIDTH;

    /** One of 125 grains for each seeding, made once for all the tests; SpatialMeshCampaignTest has 250 of each. */
    private static final Map<Seeding, Microstructure> MADE = new EnumMap<>(Seeding.class);

    private static Microstructure structure(Seeding seeding) {
        return MADE.computeIfAbsent(seeding, key -> generate(key, 0));
    }

    private static Microstructure generate(Seeding seeding, int index) {
        return MicrostructureGenerator.generate(
                MicrostructureSpec.solid(WIDTH, WIDTH, WIDTH, 10e-6, seeding),
                RandomStreams.stream(13, "solid-seeds", index),
                RandomStreams.stream(13, "solid-orientations", index));
    }

    @ParameterizedTest
    @EnumSource(
            value = Seeding.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"BRICKS", "IMAGE"})
    void grainsFillTheCellAndTheirFanIsUpright(Seeding seeding) {
        Microstructure structure = structure(seeding);
        assertThat(structure.grains()).hasSize(125);
        double sum = structure.grains().stream().mapToDouble(Grain::measure).sum();
        assertThat(sum / VOLUME).isCloseTo(1, within(1e-12));
        CellComplex complex = structure.complex();
        SolidFan fan = new SolidFan(complex);
        assertThat(fan.hasNoOutlier()).isTrue();
        assertThat(SolidFan.firstPercentile(fan.radiusRatios)).isGreaterThanOrEqualTo(0.06);
        assertThat(fan.inverted).isZero();
        assertThat(fan.volumeM3 / VOLUME).isCloseTo(1, within(1e-12));
        assertThat(SolidFan.firstPercentile(fan.smallestAngles)).isGreaterThanOrEqualTo(5);
        for (int cell = 0; cell < complex.cellCount(); cell++) {
            assertThat(SolidFan.eulerCharacteristic(complex, cell)).isEqualTo(2);
        }
        assertThat(structure.statistics().collapse().measureChangeMax())
                .isLessThanOrEqualTo(CollapseGate.VOLUME_CHANGE_LIMIT);
    }

    @ParameterizedTest
    @EnumSource(
            value = Seeding.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"BRICKS", "IMAGE"})
    void everyFaceHasTwoCellsOrLiesOnAnElectrode(Seeding seeding) {
        CellComplex complex = structure(seeding).complex();
        double[] electrodeArea = new double[2];
        int[] uses = new int[complex.facetCount()];
        for (int cell = 0; cell < complex.cellCount(); cell++) {
            for (int k = 0; k < complex.cellFacetCount(cell); k++) {
                uses[complex.cellFacet(cell, k)]++;
            }
        }
        for (int f = 0; f < complex.facetCount(); f++) {
            int electrode = complex.borderTag(f);
            assertThat(uses[f]).isEqualTo(electrode == CellComplex.INTERIOR ? 2 : 1);
            assertThat(complex.plusCell(f)).isNotEqualTo(complex.minusCell(f));
            for (int corner = 0; electrode != CellComplex.INTERIOR && corner < complex.facetCornerCount(f); corner++) {
                assertThat(complex.facetCornerM(f, corner, 2)).isEqualTo(electrode * WIDTH);
            }
            if (electrode != CellComplex.INTERIOR) {
                electrodeArea[electrode] += complex.facetMeasure(f);
                assertThat(complex.facetNormal(f)[2]).isCloseTo(2 * electrode - 1, within(1e-12));
            }
        }
        // Contacts that leave a gap or overlap would miss the area of the electrode.
        assertThat(electrodeArea[0] / (WIDTH * WIDTH)).isCloseTo(1, within(1e-12));
        assertThat(electrodeArea[1] / (WIDTH * WIDTH)).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(
            value = Seeding.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"BRICKS", "IMAGE"})
    void outwardNormalsOfAGrainClose(Seeding seeding) {
        CellComplex complex = structure(seeding).complex();
        double[][] sums = new double[complex.cellCount()][3];
        for (int f = 0; f < complex.facetCount(); f++) {
            for (int axis = 0; axis < 3; axis++) {
                sums[complex.minusCell(f)][axis] += complex.facetNormalIntegral(f)[axis];
                if (complex.plusCell(f) != CellComplex.NO_CELL) {
                    sums[complex.plusCell(f)][axis] -= complex.facetNormalIntegral(f)[axis];
                }
            }
        }
        for (double[] sum : sums) {
            assertThat(Math.hypot(Math.hypot(sum[0], sum[1]), sum[2])).isLessThan(1e-12 * WIDTH * WIDTH);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Seeding.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"BRICKS", "IMAGE"})
    void tracesFormClosedCurvesOnTheElectrodes(Seeding seeding) {
        Microstructure structure = structure(seeding);
        assertThat(structure.network().traces())
                .hasSameSizeAs(structure.network().feet())
                .hasSizeGreaterThan(50);
        double[] perimeter = new double[2];
        CellComplex complex = structure.complex();
        for (int f = 0; f < complex.facetCount(); f++) {
            int n = complex.facetCornerCount(f);
            for (int corner = 0; complex.borderTag(f) != CellComplex.INTERIOR && corner < n; corner++) {
                perimeter[complex.borderTag(f)] += Math.hypot(
                        complex.facetCornerM(f, (corner + 1) % n, 0) - complex.facetCornerM(f, corner, 0),
                        complex.facetCornerM(f, (corner + 1) % n, 1) - complex.facetCornerM(f, corner, 1));
            }
        }
        double[] length = new double[2];
        // A grain that touches an electrode in a line only has both its boundaries end there.
        Set<List<Double>> seen = new HashSet<>();
        for (BoundaryTrace trace : structure.network().traces()) {
            if (seen.add(
                    List.of(trace.fromM()[0], trace.fromM()[1], trace.toM()[0], trace.toM()[1], trace.fromM()[2]))) {
                length[trace.electrode()] += trace.lengthM();
            }
            GrainBoundary boundary = structure.network().boundaries().get(trace.boundary());
            assertThat(trace.minusAngleRad()).isStrictlyBetween(0.0, Math.PI);
            assertThat(boundary.minusGrain()).isNotEqualTo(boundary.plusGrain());
            assertThat(trace.fromM()[2]).isEqualTo(trace.electrode() * WIDTH);
        }
        // Every piece of the outline of a contact is a trace, and borders two contacts.
        assertThat(length[0]).isCloseTo(0.5 * perimeter[0], within(1e-12 * perimeter[0]));
        assertThat(length[1]).isCloseTo(0.5 * perimeter[1], within(1e-12 * perimeter[1]));
    }

    /** The nightly build compares the other seedings, which differ in how seeds and weights are found. */
    @Test
    void theSameStreamsGiveTheSameBits() {
        requireSameBits(structure(Seeding.HARD_CORE), generate(Seeding.HARD_CORE, 0));
    }

    private static void requireSameBits(Microstructure one, Microstructure other) {
        CellComplex a = one.complex();
        CellComplex b = other.complex();
        assertThat(a.vertexCount()).isEqualTo(b.vertexCount());
        for (int v = 0; v < a.vertexCount(); v++) {
            for (int axis = 0; axis < 3; axis++) {
                assertThat(a.vertexM(v, axis)).isEqualTo(b.vertexM(v, axis));
            }
        }
    }

    @Test
    void laguerreCellsHaveTheVolumesAskedFor() {
        int count = 125;
        double[] volumes = PrescribedMeasures.logNormal(3, count, 1, 0.35, RandomStreams.stream(5, "volumes", 0));
        Seeds start = new SeedPlacement(new double[] {1, 1, 1}, false)
                .hardCore(count, 0.12, RandomStreams.stream(5, "volume-seeds", 0));
        PowerCells cells = PrescribedMeasures.cells(start, volumes);
        for (int i = 0; i < count; i++) {
            assertThat(cells.measure(i)).isCloseTo(volumes[i], within(2e-9 * volumes[i]));
        }
    }

    /** The other seedings, which differ in how seeds and weights are found. */
    @Tag("nightly")
    @ParameterizedTest
    @EnumSource(
            value = Seeding.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"BRICKS", "IMAGE"})
    void everySeedingGivesTheSameBitsAgain(Seeding seeding) {
        requireSameBits(structure(seeding), generate(seeding, 0));
    }
}
