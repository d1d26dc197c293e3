package org.grainflux.microstructure.tessellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.grainflux.core.RandomStreams;
import org.grainflux.microstructure.BoundaryFoot;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.Grain;
import org.grainflux.microstructure.GrainBoundary;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.Seeding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MicrostructureGeneratorTest {
    private static final double WIDTH = 100e-6;
    private static final double HEIGHT = 60e-6;

    static Stream<Arguments> structures() {
        List<Arguments> cases = new ArrayList<>();
        for (Seeding seeding : Seeding.random()) {
            for (int index = 0; index < 8; index++) {
                cases.add(Arguments.of(seeding, index));
            }
        }
        return cases.stream();
    }

    /** Made once for all the tests that look at them. */
    private static final Map<List<Object>, Microstructure> MADE = new HashMap<>();

    private static Microstructure structure(Seeding seeding, int index) {
        return MADE.computeIfAbsent(List.of(seeding, index), key -> generate(seeding, index));
    }

    static Microstructure generate(Seeding seeding, int index) {
        return MicrostructureGenerator.generate(
                MicrostructureSpec.planar(WIDTH, HEIGHT, 10e-6, seeding),
                RandomStreams.stream(11, "grain-seeds", index),
                RandomStreams.stream(11, "grain-orientations", index));
    }

    @ParameterizedTest
    @MethodSource("structures")
    void grainsFillTheCell(Seeding seeding, int index) {
        Microstructure structure = structure(seeding, index);
        assertThat(structure.grains()).hasSize(60);
        double sum = 0;
        for (Grain grain : structure.grains()) {
            assertThat(grain.measure()).isPositive();
            assertThat(grain.centroidM()[1]).isBetween(0.0, HEIGHT);
            sum += grain.measure();
        }
        assertThat(sum / (WIDTH * HEIGHT)).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("structures")
    void everyEdgeHasTwoCellsOrLiesOnAnElectrode(Seeding seeding, int index) {
        CellComplex complex = structure(seeding, index).complex();
        int[] uses = new int[complex.facetCount()];
        for (int cell = 0; cell < complex.cellCount(); cell++) {
            for (int k = 0; k < complex.cellFacetCount(cell); k++) {
                uses[complex.cellFacet(cell, k)]++;
            }
        }
        double[] electrodeLength = new double[2];
        for (int f = 0; f < complex.facetCount(); f++) {
            int electrode = complex.borderTag(f);
            assertThat(uses[f]).isEqualTo(electrode == CellComplex.INTERIOR ? 2 : 1);
            assertThat(complex.plusCell(f)).isNotEqualTo(complex.minusCell(f));
            if (electrode != CellComplex.INTERIOR) {
                electrodeLength[electrode] += complex.facetMeasure(f);
                assertThat(complex.facetCornerM(f, 0, 1)).isEqualTo(electrode * HEIGHT);
                assertThat(complex.facetCornerM(f, 1, 1)).isEqualTo(electrode * HEIGHT);
            }
        }
        assertThat(electrodeLength[0]).isCloseTo(WIDTH, within(1e-12 * WIDTH));
        assertThat(electrodeLength[1]).isCloseTo(WIDTH, within(1e-12 * WIDTH));
        // Euler: a cylinder has characteristic 0.
        assertThat(complex.vertexCount() - complex.facetCount() + complex.cellCount())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("structures")
    void bothSidesOfAFacetSeeTheSameEdge(Seeding seeding, int index) {
        CellComplex complex = structure(seeding, index).complex();
        for (int cell = 0; cell < complex.cellCount(); cell++) {
            int n = complex.cellFacetCount(cell);
            for (int k = 0; k < n; k++) {
                int f = complex.cellFacet(cell, k);
                boolean minus = complex.minusCell(f) == cell;
                for (int axis = 0; axis < 2; axis++) {
                    double seen = complex.loopCornerM(cell, (k + 1) % n, axis) - complex.loopCornerM(cell, k, axis);
                    double stored = complex.facetCornerM(f, 1, axis) - complex.facetCornerM(f, 0, axis);
                    assertThat(seen).isCloseTo(minus ? stored : -stored, within(1e-18));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("structures")
    void outwardNormalsOfAGrainClose(Seeding seeding, int index) {
        Microstructure structure = structure(seeding, index);
        double[][] sums = new double[structure.grains().size()][2];
        for (GrainBoundary boundary : structure.network().boundaries()) {
            for (int axis = 0; axis < 2; axis++) {
                double projected = boundary.measure() * boundary.normal()[axis];
                sums[boundary.minusGrain()][axis] += projected;
                sums[boundary.plusGrain()][axis] -= projected;
            }
        }
        CellComplex complex = structure.complex();
        for (int f = 0; f < complex.facetCount(); f++) {
            if (complex.borderTag(f) != CellComplex.INTERIOR) {
                sums[complex.grain(complex.minusCell(f))][1] +=
                        complex.facetMeasure(f) * (complex.borderTag(f) == 0 ? -1 : 1);
            }
        }
        for (double[] sum : sums) {
            assertThat(Math.hypot(sum[0], sum[1])).isLessThan(1e-12 * WIDTH);
        }
    }

    @ParameterizedTest
    @MethodSource("structures")
    void feetAreOrderedAndTheirAngleBelongsToTheMinusGrain(Seeding seeding, int index) {
        Microstructure structure = structure(seeding, index);
        List<BoundaryFoot> feet = structure.network().feet();
        assertThat(feet).hasSizeGreaterThan(10);
        for (int i = 1; i < feet.size(); i++) {
            BoundaryFoot a = feet.get(i - 1);
            BoundaryFoot b = feet.get(i);
            assertThat(a.electrode() < b.electrode()
                            || a.electrode() == b.electrode() && a.positionM()[0] <= b.positionM()[0])
                    .isTrue();
        }
        for (BoundaryFoot foot : feet) {
            GrainBoundary boundary = structure.network().boundaries().get(foot.boundary());
            double outward = foot.electrode() == 0 ? 1 : -1;
            // The normal leaves the minus grain. Where it leans away from the electrode, the minus grain lies under the
            // boundary and keeps the acute angle.
            assertThat(Math.cos(foot.minusAngleRad())).isCloseTo(outward * boundary.normal()[1], within(1e-9));
            assertThat(foot.minusAngleRad()).isStrictlyBetween(0.0, Math.PI);
            assertThat(foot.positionM()[1]).isEqualTo(foot.electrode() * HEIGHT);
        }
    }

    @ParameterizedTest
    @MethodSource("structures")
    void noShortEdgeIsLeftExceptThoseRefused(Seeding seeding, int index) {
        Microstructure structure = structure(seeding, index);
        var collapse = structure.statistics().collapse();
        assertThat(collapse.measureChangeMax()).isLessThanOrEqualTo(ShortEdgeCollapse.AREA_CHANGE_LIMIT);
        assertThat(collapse.measureChangeRms()).isLessThanOrEqualTo(collapse.measureChangeMax());
        double mean = structure.network().boundaries().stream()
                .mapToDouble(GrainBoundary::measure)
                .average()
                .orElseThrow();
        // The threshold is 0.05 of the raw mean at least; collapse lengthens the mean by less than a quarter.
        long needles = structure.network().boundaries().stream()
                .filter(boundary -> boundary.measure() < 0.04 * mean)
                .count();
        assertThat(needles).isLessThanOrEqualTo(collapse.refusedFacets());
    }

    @Test
    void theSameStreamsGiveTheSameStructure() {
        Microstructure a = generate(Seeding.HARD_CORE, 3);
        Microstructure b = generate(Seeding.HARD_CORE, 3);
        Microstructure other = generate(Seeding.HARD_CORE, 4);
        assertThat(a.statistics().grainMeasures()).isEqualTo(b.statistics().grainMeasures());
        assertThat(a.grains().get(7).orientation()).isEqualTo(b.grains().get(7).orientation());
        assertThat(a.statistics().grainMeasures())
                .isNotEqualTo(other.statistics().grainMeasures());
    }

    @Test
    void statisticsStandBesideTheirTargets() {
        var poisson = generate(Seeding.POISSON, 0).statistics();
        assertThat(poisson.meanGrainMeasure()).isCloseTo(poisson.target().meanGrainMeasure(), within(1e-22));
        assertThat(poisson.target().boundaryMeasurePerVolume()).isCloseTo(2e5, within(1e-6));
        assertThat(poisson.boundaryMeasurePerVolume()).isBetween(1.6e5, 2.2e5);
        assertThat(poisson.grainMeasures()).hasSize(60).isSorted();
        int grains = 0;
        for (int count : poisson.grainsByNeighbours()) {
            grains += count;
        }
        assertThat(grains).isEqualTo(60);
        // sd/mean of areas with log-normal diameters: √(exp(4 s²) − 1).
        assertThat(generate(Seeding.LAGUERRE, 0).statistics().target().grainMeasureCov())
                .isCloseTo(Math.sqrt(Math.exp(0.49) - 1), within(1e-12));
        assertThat(generate(Seeding.HARD_CORE, 0).statistics().target().grainMeasureCov())
                .isNaN();
    }
}
