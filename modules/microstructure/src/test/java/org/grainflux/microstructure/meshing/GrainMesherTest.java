package org.grainflux.microstructure.meshing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.BoundaryFoot;
import org.grainflux.microstructure.GrainBoundary;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.Seeding;
import org.grainflux.microstructure.tessellation.BrickTessellation;
import org.grainflux.microstructure.tessellation.MicrostructureGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GrainMesherTest {
    private static final double WIDTH = 50e-6;
    private static final double HEIGHT = 40e-6;

    private static final MeshGrading COARSE = MeshGrading.standard().refined(0.5);

    static Stream<Arguments> structures() {
        List<Arguments> cases = new ArrayList<>();
        for (Seeding seeding : Seeding.random()) {
            for (int index = 0; index < 5; index++) {
                cases.add(Arguments.of(seeding, index));
            }
        }
        return cases.stream();
    }

    private static Microstructure generate(Seeding seeding, int index) {
        return MicrostructureGenerator.generate(
                MicrostructureSpec.planar(WIDTH, HEIGHT, 10e-6, seeding),
                RandomStreams.stream(21, "grain-seeds", index),
                RandomStreams.stream(21, "grain-orientations", index));
    }

    private record Meshed(Microstructure structure, SimplexMesh mesh) {}

    /** Made once for all the tests that look at them. */
    private static final Map<List<Object>, Meshed> MADE = new HashMap<>();

    private static Meshed meshed(Seeding seeding, int index) {
        return MADE.computeIfAbsent(List.of(seeding, index), key -> {
            Microstructure structure = generate(seeding, index);
            return new Meshed(structure, GrainMesher.mesh(structure, COARSE));
        });
    }

    @ParameterizedTest
    @MethodSource("structures")
    void elementsAreUprightWellShapedAndFillTheCell(Seeding seeding, int index) {
        MeshQuality quality = MeshQuality.of(meshed(seeding, index).mesh());
        assertThat(quality.invertedElements()).isZero();
        assertThat(Math.toDegrees(quality.firstPercentileAngleRad())).isGreaterThanOrEqualTo(5);
        assertThat(quality.areaM2() / (WIDTH * HEIGHT)).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("structures")
    void everySideIsSharedWithinItsGrainOrMatchedAcrossOrOnAnElectrode(Seeding seeding, int index) {
        Microstructure structure = meshed(seeding, index).structure();
        SimplexMesh mesh = meshed(seeding, index).mesh();
        Map<Long, Integer> sides = new HashMap<>();
        for (int e = 0; e < mesh.elementCount(); e++) {
            for (int k = 0; k < 3; k++) {
                sides.merge(side(mesh.elementNode(e, k), mesh.elementNode(e, (k + 1) % 3)), 1, Integer::sum);
            }
        }
        InterfaceFacets facets = mesh.interfaces();
        double[] lengths = new double[structure.network().boundaries().size()];
        for (int f = 0; f < facets.count(); f++) {
            sides.merge(side(facets.minusNode(f, 0), facets.minusNode(f, 1)), 1, Integer::sum);
            sides.merge(side(facets.plusNode(f, 0), facets.plusNode(f, 1)), 1, Integer::sum);
            lengths[facets.tag(f)] += Math.hypot(
                    mesh.coordinateM(facets.minusNode(f, 1), 0) - mesh.coordinateM(facets.minusNode(f, 0), 0),
                    mesh.coordinateM(facets.minusNode(f, 1), 1) - mesh.coordinateM(facets.minusNode(f, 0), 1));
            for (int k = 0; k < 2; k++) {
                double dx = mesh.coordinateM(facets.plusNode(f, k), 0) - mesh.coordinateM(facets.minusNode(f, k), 0);
                assertThat(dx - WIDTH * Math.rint(dx / WIDTH)).isCloseTo(0, within(1e-18));
                assertThat(mesh.coordinateM(facets.plusNode(f, k), 1))
                        .isEqualTo(mesh.coordinateM(facets.minusNode(f, k), 1));
            }
        }
        for (int f = 0; f < mesh.borders().count(); f++) {
            sides.merge(side(mesh.borders().node(f, 0), mesh.borders().node(f, 1)), 1, Integer::sum);
            for (int k = 0; k < 2; k++) {
                assertThat(mesh.coordinateM(mesh.borders().node(f, k), 1))
                        .isEqualTo(mesh.borders().tag(f) * HEIGHT);
            }
        }
        assertThat(sides.values().stream().filter(uses -> uses != 2).count()).isZero();
        for (int b = 0; b < lengths.length; b++) {
            double length = structure.network().boundaries().get(b).measure();
            assertThat(lengths[b]).isCloseTo(length, within(1e-11 * length));
        }
    }

    private static long side(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    @ParameterizedTest
    @MethodSource("structures")
    void minusAndPlusSidesBelongToTheGrainsOfTheBoundary(Seeding seeding, int index) {
        Microstructure structure = meshed(seeding, index).structure();
        SimplexMesh mesh = meshed(seeding, index).mesh();
        int[] grainOfNode = new int[mesh.nodeCount()];
        Arrays.fill(grainOfNode, -1);
        int previous = 0;
        for (int e = 0; e < mesh.elementCount(); e++) {
            assertThat(mesh.elementRegion(e)).isGreaterThanOrEqualTo(previous);
            previous = mesh.elementRegion(e);
            for (int k = 0; k < 3; k++) {
                int node = mesh.elementNode(e, k);
                assertThat(grainOfNode[node]).isIn(-1, mesh.elementRegion(e));
                grainOfNode[node] = mesh.elementRegion(e);
            }
        }
        // Nodes of a grain are contiguous, and none is unused.
        for (int n = 1; n < grainOfNode.length; n++) {
            assertThat(grainOfNode[n] - grainOfNode[n - 1]).isBetween(0, 1);
        }
        assertThat(grainOfNode[0]).isZero();
        InterfaceFacets facets = mesh.interfaces();
        for (int f = 0; f < facets.count(); f++) {
            GrainBoundary boundary = structure.network().boundaries().get(facets.tag(f));
            double tx = mesh.coordinateM(facets.minusNode(f, 1), 0) - mesh.coordinateM(facets.minusNode(f, 0), 0);
            double ty = mesh.coordinateM(facets.minusNode(f, 1), 1) - mesh.coordinateM(facets.minusNode(f, 0), 1);
            assertThat(grainOfNode[facets.minusNode(f, 0)]).isEqualTo(boundary.minusGrain());
            assertThat(grainOfNode[facets.plusNode(f, 1)]).isEqualTo(boundary.plusGrain());
            // The normal from minus to plus lies on the right of the facet.
            assertThat((ty * boundary.normal()[0] - tx * boundary.normal()[1]) / Math.hypot(tx, ty))
                    .isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void aJunctionOfThreeGrainsHasThreeNodes() {
        Microstructure structure = generate(Seeding.HARD_CORE, 1);
        SimplexMesh mesh = GrainMesher.mesh(structure, COARSE);
        for (var junction : structure.network().junctions()) {
            Set<Integer> grains = new HashSet<>();
            for (int b : junction.boundaries()) {
                grains.add(structure.network().boundaries().get(b).minusGrain());
                grains.add(structure.network().boundaries().get(b).plusGrain());
            }
            assertThat(nodesAt(mesh, junction.positionM())).isEqualTo(grains.size());
        }
    }

    private static int nodesAt(SimplexMesh mesh, double[] position) {
        int found = 0;
        for (int n = 0; n < mesh.nodeCount(); n++) {
            double dx = mesh.coordinateM(n, 0) - position[0];
            dx -= WIDTH * Math.rint(dx / WIDTH);
            if (Math.hypot(dx, mesh.coordinateM(n, 1) - position[1]) < 1e-12) {
                found++;
            }
        }
        return found;
    }

    @Test
    void sizesFollowTheGrading() {
        Microstructure structure = generate(Seeding.HARD_CORE, 2);
        MeshGrading grading = MeshGrading.standard();
        SimplexMesh mesh = GrainMesher.mesh(structure, grading);
        GradedSize wanted = new GradedSize(structure, grading);
        double atFeet = 0;
        for (int e = 0; e < mesh.elementCount(); e++) {
            double x = 0;
            double y = 0;
            for (int k = 0; k < 3; k++) {
                x += mesh.coordinateM(mesh.elementNode(e, k), 0) / 3;
                y += mesh.coordinateM(mesh.elementNode(e, k), 1) / 3;
            }
            double longest = longestEdge(mesh, e);
            double wrapped = x - WIDTH * Math.floor(x / WIDTH);
            assertThat(longest).isLessThanOrEqualTo(wanted.sizeM(wrapped, y, 0) * (1 + 1e-9));
            if (nearFoot(structure, wrapped, y, 50e-9)) {
                atFeet = Math.max(atFeet, longest);
            }
        }
        // 40 nm plus what the growth adds within 50 nm.
        assertThat(atFeet).isBetween(20e-9, 55e-9);
    }

    private static boolean nearFoot(Microstructure structure, double x, double y, double reach) {
        for (BoundaryFoot foot : structure.network().feet()) {
            double dx = x - foot.positionM()[0];
            dx -= WIDTH * Math.rint(dx / WIDTH);
            if (Math.hypot(dx, y - foot.positionM()[1]) < reach) {
                return true;
            }
        }
        return false;
    }

    private static double longestEdge(SimplexMesh mesh, int e) {
        double longest = 0;
        for (int k = 0; k < 3; k++) {
            int a = mesh.elementNode(e, k);
            int b = mesh.elementNode(e, (k + 1) % 3);
            longest = Math.max(
                    longest,
                    Math.hypot(
                            mesh.coordinateM(b, 0) - mesh.coordinateM(a, 0),
                            mesh.coordinateM(b, 1) - mesh.coordinateM(a, 1)));
        }
        return longest;
    }

    @Test
    void refinedGradingsAreNestedAndQuadrupleTheElements() {
        Microstructure structure = generate(Seeding.HARD_CORE, 0);
        SimplexMesh coarse = GrainMesher.mesh(structure, COARSE);
        SimplexMesh fine = GrainMesher.mesh(structure, COARSE.refined(2));
        assertThat((double) fine.elementCount() / coarse.elementCount()).isBetween(3.6, 4.4);
        // Not through AssertJ's own containsAll: it would print a hundred thousand points.
        assertThat(points(fine).containsAll(points(coarse))).isTrue();
    }

    private static Set<List<Double>> points(SimplexMesh mesh) {
        Set<List<Double>> points = new HashSet<>();
        for (int n = 0; n < mesh.nodeCount(); n++) {
            points.add(List.of(mesh.coordinateM(n, 0), mesh.coordinateM(n, 1)));
        }
        return points;
    }

    @Test
    void extraPointsAreRefined() {
        Microstructure bricks = BrickTessellation.bricks(WIDTH, HEIGHT, 5, 4, 0.5);
        double[][] points = {{12e-6, HEIGHT}, {0.0, 0.0}};
        MeshGrading grading = COARSE.withExtraPoints(points, 20e-9);
        int plain = GrainMesher.mesh(bricks, COARSE).nodeCount();
        SimplexMesh mesh = GrainMesher.mesh(bricks, grading);
        assertThat(mesh.nodeCount()).isGreaterThan(plain + 50);
        double shortest = Double.POSITIVE_INFINITY;
        for (int f = 0; f < mesh.borders().count(); f++) {
            double x = mesh.coordinateM(mesh.borders().node(f, 0), 0);
            if (mesh.borders().tag(f) == 1 && Math.abs(x - 12e-6) < 50e-9) {
                shortest = Math.min(
                        shortest, Math.abs(mesh.coordinateM(mesh.borders().node(f, 1), 0) - x));
            }
        }
        assertThat(shortest).isLessThanOrEqualTo(30e-9);
    }

    @Test
    void theSameStructureGivesTheSameMesh() {
        SimplexMesh a = GrainMesher.mesh(generate(Seeding.POISSON, 5), COARSE);
        SimplexMesh b = GrainMesher.mesh(generate(Seeding.POISSON, 5), COARSE);
        assertThat(a.nodeCount()).isEqualTo(b.nodeCount());
        for (int n = 0; n < a.nodeCount(); n++) {
            assertThat(a.coordinateM(n, 0)).isEqualTo(b.coordinateM(n, 0));
            assertThat(a.coordinateM(n, 1)).isEqualTo(b.coordinateM(n, 1));
        }
    }

    @Test
    void theStandardGradingHoldsItsBudgetOfNodes() {
        Microstructure structure = MicrostructureGenerator.generate(
                MicrostructureSpec.planar(100e-6, 100e-6, 10e-6, Seeding.HARD_CORE),
                RandomStreams.stream(21, "grain-seeds", 0),
                RandomStreams.stream(21, "grain-orientations", 0));
        SimplexMesh mesh = GrainMesher.mesh(structure, MeshGrading.standard());
        assertThat(mesh.nodeCount()).isBetween(70_000, 80_000);
        // The condensed trace is dense in the border nodes.
        assertThat(mesh.borders().count()).isBetween(600, 1_000);
    }

    @Test
    void refusesSizesThatAreNotPositive() {
        assertThatThrownBy(() -> new MeshGrading(Double.NaN, 1, 1, 1, 0.3, new double[0][], 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("foot size");
        assertThatThrownBy(() -> new MeshGrading(1, 1, 1, 1, 0, new double[0][], 1))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> COARSE.refined(-1)).isInstanceOf(InvalidInputException.class);
    }
}
