package org.grainflux.microstructure.meshing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.BoundaryTrace;
import org.grainflux.microstructure.GrainBoundary;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.meshing.SpatialMeshQuality.Refinement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpatialMesherTest {
    private static final MeshGrading COARSE = new MeshGrading(0.7e-6, 2.5e-6, 2e-6, 4e-6, 0.5, new double[0][], 0.7e-6);

    private static final Microstructure STRUCTURE = ShakenBlocks.of(3, 4, 3, 0.35, 1);
    private static final double VOLUME_M3 = 36 * Math.pow(ShakenBlocks.EDGE_M, 3);

    /** Made once for all the tests that look at them. */
    private static final Map<Refinement, SpatialMesher.Result> MADE = new EnumMap<>(Refinement.class);

    private static SpatialMesher.Result result(Refinement refinement) {
        return MADE.computeIfAbsent(refinement, key -> SpatialMesher.mesh(STRUCTURE, COARSE, key));
    }

    private static SimplexMesh mesh(Refinement refinement) {
        return result(refinement).mesh();
    }

    @ParameterizedTest
    @EnumSource(Refinement.class)
    void elementsAreUprightWellShapedAndFillTheCell(Refinement refinement) {
        SpatialMeshQuality quality = result(refinement).quality();
        assertThat(quality.invertedElements()).isZero();
        assertThat(quality.meetsTargets()).isTrue();
        assertThat(quality.volumeM3() / VOLUME_M3).isCloseTo(1, within(1e-12));
        assertThat(quality.refinement()).isEqualTo(refinement);
    }

    @ParameterizedTest
    @EnumSource(Refinement.class)
    void everyFacetIsSharedWithinItsGrainOrMatchedAcrossOrOnAnElectrode(Refinement refinement) {
        SimplexMesh mesh = mesh(refinement);
        assertThat(MeshFacets.unmatched(mesh)).isZero();
        double[] areaM2 = new double[2];
        for (int f = 0; f < mesh.borders().count(); f++) {
            double[] normal = twiceArea(
                    mesh,
                    mesh.borders().node(f, 0),
                    mesh.borders().node(f, 1),
                    mesh.borders().node(f, 2));
            int electrode = mesh.borders().tag(f);
            // Outwards: down at the lower electrode, up at the upper one.
            areaM2[electrode] += 0.5 * normal[2] * (electrode == 0 ? -1 : 1);
        }
        assertThat(areaM2[0] / 1200e-12).isCloseTo(1, within(1e-12));
        assertThat(areaM2[1] / 1200e-12).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Refinement.class)
    void theSidesOfAFacetLieOnOneAnotherAndInTheGrainsOfTheirBoundary(Refinement refinement) {
        SimplexMesh mesh = mesh(refinement);
        int[] grainOfNode = grainOfNode(mesh);
        InterfaceFacets facets = mesh.interfaces();
        List<GrainBoundary> boundaries = STRUCTURE.network().boundaries();
        double[] areaM2 = new double[boundaries.size()];
        double[] alongNormalM2 = new double[boundaries.size()];
        double worst = 0;
        int strangers = 0;
        for (int f = 0; f < facets.count(); f++) {
            GrainBoundary boundary = boundaries.get(facets.tag(f));
            double[] normal = twiceArea(mesh, facets.minusNode(f, 0), facets.minusNode(f, 1), facets.minusNode(f, 2));
            areaM2[facets.tag(f)] +=
                    0.5 * Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
            for (int k = 0; k < 3; k++) {
                alongNormalM2[facets.tag(f)] += 0.5 * normal[k] * boundary.normal()[k];
                strangers += grainOfNode[facets.minusNode(f, k)] == boundary.minusGrain() ? 0 : 1;
                strangers += grainOfNode[facets.plusNode(f, k)] == boundary.plusGrain() ? 0 : 1;
                for (int axis = 0; axis < 3; axis++) {
                    double offset = mesh.coordinateM(facets.plusNode(f, k), axis)
                            - mesh.coordinateM(facets.minusNode(f, k), axis);
                    double period = axis < 2 ? STRUCTURE.sizeM()[axis] : Double.POSITIVE_INFINITY;
                    double image = axis < 2 ? period * Math.rint(offset / period) : 0;
                    worst = Math.max(worst, Math.abs(offset - image));
                }
            }
        }
        assertThat(strangers).isZero();
        // Coordinates reach 1e-4 m.
        assertThat(worst).isLessThan(1e-19);
        for (int b = 0; b < areaM2.length; b++) {
            double area = boundaries.get(b).measure();
            assertThat(areaM2[b]).isCloseTo(area, within(1e-11 * area));
            // Fans of faces that are not plane have more area than along their mean normal.
            assertThat(alongNormalM2[b] / area).isBetween(0.9, 1 + 1e-11);
        }
    }

    /** Also checks that grains, and their nodes, are stored one after the other and no node is unused. */
    private static int[] grainOfNode(SimplexMesh mesh) {
        int[] grainOfNode = new int[mesh.nodeCount()];
        Arrays.fill(grainOfNode, -1);
        int disorder = 0;
        for (int e = 0; e < mesh.elementCount(); e++) {
            disorder += e > 0 && mesh.elementRegion(e) < mesh.elementRegion(e - 1) ? 1 : 0;
            for (int k = 0; k < 4; k++) {
                int node = mesh.elementNode(e, k);
                disorder += grainOfNode[node] == -1 || grainOfNode[node] == mesh.elementRegion(e) ? 0 : 1;
                grainOfNode[node] = mesh.elementRegion(e);
            }
        }
        for (int n = 1; n < grainOfNode.length; n++) {
            disorder += grainOfNode[n] - grainOfNode[n - 1] == 0 || grainOfNode[n] - grainOfNode[n - 1] == 1 ? 0 : 1;
        }
        assertThat(disorder).isZero();
        assertThat(grainOfNode[0]).isZero();
        return grainOfNode;
    }

    @Test
    void sizesFollowTheGrading() {
        SimplexMesh mesh = mesh(Refinement.LONGEST_EDGE);
        SpatialGradedSize wanted = new SpatialGradedSize(STRUCTURE, COARSE);
        int tooLarge = 0;
        double atTraces = 0;
        for (int e = 0; e < mesh.elementCount(); e++) {
            double[] centre = new double[3];
            double longest = 0;
            for (int k = 0; k < 4; k++) {
                for (int axis = 0; axis < 3; axis++) {
                    centre[axis] += mesh.coordinateM(mesh.elementNode(e, k), axis) / 4;
                }
                for (int l = 0; l < k; l++) {
                    longest = Math.max(longest, length(mesh, mesh.elementNode(e, k), mesh.elementNode(e, l)));
                }
            }
            for (int axis = 0; axis < 2; axis++) {
                centre[axis] -= STRUCTURE.sizeM()[axis]
                        * Math.floor(centre[axis] / STRUCTURE.sizeM()[axis]);
            }
            tooLarge += longest > wanted.sizeM(centre[0], centre[1], centre[2]) * (1 + 1e-9) ? 1 : 0;
            if (centre[2] < 0.2e-6 && distanceToTraces(centre) < 0.2e-6) {
                atTraces = Math.max(atTraces, longest);
            }
        }
        assertThat(tooLarge).isZero();
        // 0.7 µm plus what the growth adds within 0.2 µm.
        assertThat(atTraces).isBetween(0.35e-6, 0.8e-6);
    }

    /** By trying every trace in every period: what the buckets of the size field must agree with. */
    private double distanceToTraces(double[] point) {
        double nearest = Double.POSITIVE_INFINITY;
        for (BoundaryTrace trace : STRUCTURE.network().traces()) {
            for (int image = 0; image < 9; image++) {
                double[] from = trace.fromM().clone();
                from[0] += (image % 3 - 1) * STRUCTURE.sizeM()[0];
                from[1] += (image / 3 - 1) * STRUCTURE.sizeM()[1];
                double dx = trace.toM()[0] - trace.fromM()[0];
                double dy = trace.toM()[1] - trace.fromM()[1];
                double along = ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / (dx * dx + dy * dy);
                double part = Math.max(0, Math.min(1, along));
                double beside = Math.hypot(point[0] - from[0] - part * dx, point[1] - from[1] - part * dy);
                nearest = Math.min(nearest, Math.hypot(beside, point[2] - from[2]));
            }
        }
        return nearest;
    }

    @Test
    void sizesNearTracesAgreeWithTryingEveryTrace() {
        SpatialGradedSize wanted = new SpatialGradedSize(STRUCTURE, COARSE);
        for (int k = 0; k < 400; k++) {
            // Fractional parts of multiples of the golden and plastic ratios: points spread over the cell, near the
            // floor.
            double[] point = {
                STRUCTURE.sizeM()[0] * (k * 0.618034 % 1),
                STRUCTURE.sizeM()[1] * (k * 0.754878 % 1),
                2e-6 * (k * 0.569840 % 1)
            };
            double byTraces = COARSE.footSizeM() + COARSE.growth() * distanceToTraces(point);
            double electrode = COARSE.electrodeSizeM() + COARSE.growth() * point[2];
            double expected = Math.min(Math.min(byTraces, electrode), COARSE.interiorSizeM());
            // Edges away from the electrode start at 2.5 µm, more than any trace or the electrode asks for here.
            assertThat(wanted.sizeM(point[0], point[1], point[2])).isCloseTo(expected, within(1e-18));
        }
    }

    @ParameterizedTest
    @EnumSource(Refinement.class)
    void refinedGradingsAreNested(Refinement refinement) {
        SimplexMesh coarse = mesh(refinement);
        SimplexMesh fine =
                SpatialMesher.mesh(STRUCTURE, COARSE.refined(1.5), refinement).mesh();
        // Lines of refinement fill less than space does: the exponent lies between 1 and 3.
        assertThat((double) fine.elementCount() / coarse.elementCount()).isBetween(1.5, 1.5 * 1.5 * 1.5 * 1.2);
        if (refinement == Refinement.LONGEST_EDGE) {
            assertThat(points(fine).containsAll(points(coarse))).isTrue();
        }
    }

    private static Set<List<Double>> points(SimplexMesh mesh) {
        Set<List<Double>> points = new HashSet<>();
        for (int n = 0; n < mesh.nodeCount(); n++) {
            points.add(List.of(mesh.coordinateM(n, 0), mesh.coordinateM(n, 1), mesh.coordinateM(n, 2)));
        }
        return points;
    }

    @Test
    void extraPointsAreRefined() {
        double[][] points = {{0.0, 12e-6, 0.0}};
        SimplexMesh mesh = GrainMesher.mesh(STRUCTURE, COARSE.withExtraPoints(points, 0.1e-6));
        double shortest = Double.POSITIVE_INFINITY;
        for (int e = 0; e < mesh.elementCount(); e++) {
            double dx = mesh.coordinateM(mesh.elementNode(e, 0), 0);
            dx -= STRUCTURE.sizeM()[0] * Math.rint(dx / STRUCTURE.sizeM()[0]);
            double dy = mesh.coordinateM(mesh.elementNode(e, 0), 1) - 12e-6;
            if (Math.hypot(Math.hypot(dx, dy), mesh.coordinateM(mesh.elementNode(e, 0), 2)) < 0.1e-6) {
                shortest = Math.min(shortest, length(mesh, mesh.elementNode(e, 0), mesh.elementNode(e, 1)));
            }
        }
        assertThat(shortest).isLessThan(0.15e-6);
    }

    /** Fine at one place of one trace, across the period, and as before elsewhere. */
    @Test
    void tracesAreFinerAroundGivenPlacesOnly() {
        BoundaryTrace trace = STRUCTURE.network().traces().get(0);
        double[] place = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            place[axis] = 0.5 * (trace.fromM()[axis] + trace.toM()[axis]);
        }
        place[0] += STRUCTURE.sizeM()[0];
        FinerTraces finer = new FinerTraces(new double[][] {place}, 1e-6, 0.1e-6, 0.2);
        SimplexMesh mesh =
                SpatialMesher.mesh(STRUCTURE, COARSE.withFinerTraces(finer)).mesh();
        assertThat(MeshFacets.unmatched(mesh)).isZero();
        double longest = 0;
        for (int e = 0; e < mesh.elementCount(); e++) {
            for (int k = 0; k < 4; k++) {
                if (distance(mesh, mesh.elementNode(e, k), place) < 0.5e-6) {
                    longest = Math.max(longest, length(mesh, mesh.elementNode(e, k), mesh.elementNode(e, (k + 1) % 4)));
                }
            }
        }
        // Half a micrometre off the trace the size has grown by half of that.
        assertThat(longest).isLessThan(0.1e-6 + COARSE.growth() * 1e-6);
        double far = farNodes(mesh(Refinement.LONGEST_EDGE), place);
        assertThat(farNodes(mesh, place)).isBetween(far, 1.02 * far);
    }

    private static double farNodes(SimplexMesh mesh, double[] place) {
        double count = 0;
        for (int n = 0; n < mesh.nodeCount(); n++) {
            count += distance(mesh, n, place) > 6e-6 ? 1 : 0;
        }
        return count;
    }

    private static double distance(SimplexMesh mesh, int node, double[] place) {
        double dx = Math.IEEEremainder(
                mesh.coordinateM(node, 0) - place[0], STRUCTURE.sizeM()[0]);
        double dy = Math.IEEEremainder(
                mesh.coordinateM(node, 1) - place[1], STRUCTURE.sizeM()[1]);
        return Math.hypot(Math.hypot(dx, dy), mesh.coordinateM(node, 2) - place[2]);
    }

    @Test
    void theSameStructureGivesTheSameMesh() {
        SimplexMesh a = mesh(Refinement.LONGEST_EDGE);
        SimplexMesh b =
                SpatialMesher.mesh(STRUCTURE, COARSE, Refinement.LONGEST_EDGE).mesh();
        assertThat(a.elementCount()).isEqualTo(b.elementCount());
        int different = 0;
        for (int n = 0; n < a.nodeCount(); n++) {
            for (int axis = 0; axis < 3; axis++) {
                different += a.coordinateM(n, axis) == b.coordinateM(n, axis) ? 0 : 1;
            }
        }
        for (int e = 0; e < a.elementCount(); e++) {
            for (int k = 0; k < 4; k++) {
                different += a.elementNode(e, k) == b.elementNode(e, k) ? 0 : 1;
            }
        }
        assertThat(different).isZero();
    }

    private static double length(SimplexMesh mesh, int a, int b) {
        double squared = 0;
        for (int axis = 0; axis < 3; axis++) {
            squared += Math.pow(mesh.coordinateM(b, axis) - mesh.coordinateM(a, axis), 2);
        }
        return Math.sqrt(squared);
    }

    private static double[] twiceArea(SimplexMesh mesh, int a, int b, int c) {
        double ux = mesh.coordinateM(b, 0) - mesh.coordinateM(a, 0);
        double uy = mesh.coordinateM(b, 1) - mesh.coordinateM(a, 1);
        double uz = mesh.coordinateM(b, 2) - mesh.coordinateM(a, 2);
        double vx = mesh.coordinateM(c, 0) - mesh.coordinateM(a, 0);
        double vy = mesh.coordinateM(c, 1) - mesh.coordinateM(a, 1);
        double vz = mesh.coordinateM(c, 2) - mesh.coordinateM(a, 2);
        return new double[] {uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx};
    }
}
