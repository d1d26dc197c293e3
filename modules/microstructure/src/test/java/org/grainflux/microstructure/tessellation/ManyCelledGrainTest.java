package org.grainflux.microstructure.tessellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.GrainBoundary;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.RealizedStatistics.Collapse;
import org.grainflux.microstructure.RealizedStatistics.Target;
import org.grainflux.microstructure.Rotation;
import org.grainflux.microstructure.meshing.GrainMesher;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.microstructure.meshing.MeshQuality;
import org.junit.jupiter.api.Test;

/** Grains of several cells, as imported maps have them: neither convex nor single cells. */
class ManyCelledGrainTest {
    private static final double SIDE = 10e-6;

    /** Two rows of five squares; grain 0 is an L of the squares 0, 1 and 5, every other square is its own grain. */
    private static Microstructure withL(int... cellGrains) {
        CellComplex complex =
                BrickTessellation.cells(5 * SIDE, 2 * SIDE, 5, 2, 0).toComplex(cellGrains);
        return Microstructure.of(
                complex,
                new int[complex.grainCount()],
                Collections.nCopies(complex.grainCount(), Rotation.IDENTITY),
                Collapse.NONE,
                Target.NONE);
    }

    @Test
    void chainsOfFacetsBetweenTwoGrainsAreOneBoundary() {
        Microstructure structure = withL(0, 0, 1, 2, 3, 0, 4, 5, 6, 7);
        assertThat(structure.grains()).hasSize(8);
        assertThat(structure.grains().get(0).measure()).isCloseTo(3 * SIDE * SIDE, within(1e-22));
        assertThat(structure.grains().get(0).centroidM()[0]).isCloseTo(2.5 / 3 * SIDE, within(1e-18));
        List<GrainBoundary> inner = structure.network().boundaries().stream()
                .filter(boundary -> boundary.minusGrain() == 0 && boundary.plusGrain() == 4)
                .toList();
        // The square in the notch of the L touches it along two sides, one boundary around the corner.
        assertThat(inner).hasSize(1);
        assertThat(inner.get(0).measure()).isCloseTo(2 * SIDE, within(1e-17));
        assertThat(inner.get(0).normal()[0]).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(inner.get(0).normal()[1]).isCloseTo(Math.sqrt(0.5), within(1e-12));
        long inside = Arrays.stream(structure.network().boundaryOfFacet())
                .filter(boundary -> boundary < 0)
                .count();
        // Two facets inside the L, ten on the electrodes.
        assertThat(inside).isEqualTo(12);
    }

    @Test
    void cellsOfOneGrainShareTheirNodes() {
        Microstructure structure = withL(0, 0, 1, 2, 3, 0, 4, 5, 6, 7);
        SimplexMesh mesh = GrainMesher.mesh(structure, MeshGrading.standard().refined(0.25));
        assertThat(MeshQuality.of(mesh).areaM2() / (10 * SIDE * SIDE)).isCloseTo(1, within(1e-12));
        Map<List<Integer>, Integer> sides = new HashMap<>();
        for (int e = 0; e < mesh.elementCount(); e++) {
            for (int k = 0; k < 3; k++) {
                count(sides, mesh.elementNode(e, k), mesh.elementNode(e, (k + 1) % 3));
            }
        }
        for (int f = 0; f < mesh.interfaces().count(); f++) {
            count(sides, mesh.interfaces().minusNode(f, 0), mesh.interfaces().minusNode(f, 1));
            count(sides, mesh.interfaces().plusNode(f, 0), mesh.interfaces().plusNode(f, 1));
        }
        for (int f = 0; f < mesh.borders().count(); f++) {
            count(sides, mesh.borders().node(f, 0), mesh.borders().node(f, 1));
        }
        assertThat(sides.values().stream().filter(uses -> uses != 2).count()).isZero();
    }

    private static void count(Map<List<Integer>, Integer> sides, int a, int b) {
        sides.merge(List.of(Math.min(a, b), Math.max(a, b)), 1, Integer::sum);
    }

    @Test
    void aGrainAroundThePeriodIsRefused() {
        Microstructure ring = withL(0, 0, 0, 0, 0, 1, 2, 3, 4, 5);
        assertThatThrownBy(() -> GrainMesher.mesh(ring, MeshGrading.standard().refined(0.25)))
                .isInstanceOf(NumericalFailureException.class)
                .hasMessageContaining("own image");
    }

    @Test
    void everyGrainNeedsAnOrientationAndAPhase() {
        CellComplex complex = withL(0, 0, 1, 2, 3, 0, 4, 5, 6, 7).complex();
        assertThatThrownBy(() -> Microstructure.of(complex, List.of(Rotation.IDENTITY), Collapse.NONE, Target.NONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("one orientation");
    }
}
