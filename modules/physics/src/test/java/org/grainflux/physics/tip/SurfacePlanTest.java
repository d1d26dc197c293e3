package org.grainflux.physics.tip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import org.grainflux.core.RandomStreams;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.Seeding;
import org.grainflux.microstructure.tessellation.MicrostructureGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurfacePlanTest {
    static Microstructure plane(long seed) {
        return generate(MicrostructureSpec.planar(100e-6, 100e-6, 10e-6, Seeding.HARD_CORE), seed);
    }

    static Microstructure volume(long seed) {
        return generate(MicrostructureSpec.solid(40e-6, 40e-6, 20e-6, 10e-6, Seeding.HARD_CORE), seed);
    }

    private static Microstructure generate(MicrostructureSpec spec, long seed) {
        return MicrostructureGenerator.generate(
                spec, RandomStreams.stream(seed, "grain-seeds", 0), RandomStreams.stream(seed, "orientations", 0));
    }

    /** Areas under random places are those of the grains; the nearest boundary belongs to the grain underneath. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void placesOfASectionLieInGrainsByTheirArea(long seed) {
        Microstructure structure = plane(seed);
        SurfacePlan plan = SurfacePlan.of(structure);
        int n = 20_000;
        double[] share = new double[structure.grains().size()];
        for (SurfacePlace place : plan.anywhere(n, RandomStreams.stream(seed, "places", 0))) {
            share[place.grain()] += 1.0 / n;
        }
        double cell = plan.widthM() * plan.depthM();
        for (int cellIndex = 0; cellIndex < structure.complex().cellCount(); cellIndex++) {
            double expected = structure.complex().cellMeasure(cellIndex) / cell;
            // Five standard deviations of a binomial share.
            assertThat(share[structure.complex().grain(cellIndex)])
                    .isCloseTo(expected, within(5 * Math.sqrt(expected / n)));
        }
        assertThat(plan.boundaryLengthPerAreaPerM())
                .isCloseTo(structure.statistics().boundaryMeasurePerVolume(), within(1e-6 * 1e5));
    }

    /** The share of places within a small distance of a boundary is 2d L_A, less what overlaps at triple points. */
    @Test
    void distancesCountTheStripAlongBoundaries() {
        SurfacePlan plan = SurfacePlan.of(plane(5));
        double strip = 0.2e-6;
        long near = plan.anywhere(20_000, RandomStreams.stream(5, "places", 0)).stream()
                .filter(place -> place.distanceToBoundaryM() < strip)
                .count();
        assertThat(near / 20_000.0 / (2 * strip * plan.boundaryLengthPerAreaPerM()))
                .isCloseTo(1, within(0.1));
    }

    @Test
    void placesOnBoundariesTouchTwoGrains() {
        SurfacePlan plan = SurfacePlan.of(plane(7));
        RandomGenerator random = RandomStreams.stream(7, "places", 0);
        List<SurfacePlace> places = plan.onBoundaries(200, random);
        assertThat(places).hasSize(200).allSatisfy(place -> {
            assertThat(place.distanceToBoundaryM()).isZero();
            assertThat(plan.at(place.xM(), place.yM()).distanceToBoundaryM()).isLessThan(1e-12);
        });
    }

    /** Every place of the face lies under a grain that reaches it, and walking over a boundary changes the grain. */
    @Test
    void theFaceOfAVolumeIsAPlanToo() {
        Microstructure structure = volume(3);
        SurfacePlan plan = SurfacePlan.of(structure);
        assertThat(plan.depthM()).isCloseTo(40e-6, within(1e-12));
        List<SurfacePlace> grid = plan.grid(60, 60);
        int changes = 0;
        for (int k = 0; k + 1 < 60; k++) {
            SurfacePlace from = grid.get(30 * 60 + k);
            SurfacePlace to = grid.get(30 * 60 + k + 1);
            if (from.grain() != to.grain()) {
                changes++;
                assertThat(Math.min(from.distanceToBoundaryM(), to.distanceToBoundaryM()))
                        .isLessThanOrEqualTo(0.5 * plan.widthM() / 60 * (1 + 1e-9));
            }
        }
        assertThat(changes).isGreaterThan(2);
    }
}
