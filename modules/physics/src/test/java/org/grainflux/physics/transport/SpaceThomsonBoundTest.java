package org.grainflux.physics.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.multigrid.MultigridSolver;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.Seeding;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.microstructure.meshing.SpatialMesher;
import org.grainflux.microstructure.tessellation.MicrostructureGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The uniform trial current of a random structure in space, with its own boundaries. */
class SpaceThomsonBoundTest {
    private static final double SIGMA = 0.05;
    private static final double GRAIN = 10e-6;
    private static final MeshGrading GRADING = new MeshGrading(2e-6, 4e-6, 4e-6, 6e-6, 0.6, new double[0][], 2e-6);

    @Test
    @Tag("nightly")
    void boundsResistivityAndMeetsItsSlope() {
        Microstructure structure = MicrostructureGenerator.generate(
                new MicrostructureSpec(
                        3,
                        new double[] {4 * GRAIN, 4 * GRAIN, 2 * GRAIN},
                        GRAIN,
                        Seeding.HARD_CORE,
                        0.6,
                        5,
                        0.35,
                        0.2,
                        0.05),
                RandomStreams.stream(20210307, "grain-seeds", 0),
                RandomStreams.stream(20210307, "orientations", 0));
        SimplexMesh mesh = SpatialMesher.mesh(structure, GRADING).mesh();
        double[] resistances = new double[structure.network().boundaries().size()];
        double[][] tensors = new double[structure.grains().size()][];
        Arrays.fill(tensors, new double[] {SIGMA, 0, 0, 0, SIGMA, 0, 0, 0, SIGMA});
        Arrays.fill(resistances, 5 * GRAIN / SIGMA);
        assertThat(1 / conductivity(structure, mesh, tensors, resistances))
                .isLessThanOrEqualTo(ThomsonBound.resistivityOhmM(structure, tensors, resistances))
                .isGreaterThan(1 / SIGMA);
        // R_gb → 0: 1e-4 of the resistance of a grain, so terms of second order are of that size. What is left is that
        // jumps of unlike boundaries meet at junctions, where the mesh smears them over an element.
        Arrays.fill(resistances, 1e-4 * GRAIN / SIGMA);
        SimplexMesh coarser =
                SpatialMesher.mesh(structure, GRADING.refined(0.5)).mesh();
        double coarse = slope(structure, coarser, tensors, resistances);
        double fine = slope(structure, mesh, tensors, resistances);
        assertThat(fine).isBetween(0.98, 1.0);
        assertThat(1 - fine).isBetween(0.0, 0.75 * (1 - coarse));
    }

    private static double slope(Microstructure structure, SimplexMesh mesh, double[][] tensors, double[] resistances) {
        return (1 / conductivity(structure, mesh, tensors, resistances) - 1 / SIGMA)
                / ThomsonBound.boundaryPartOhmM(structure, resistances);
    }

    private static double conductivity(
            Microstructure structure, SimplexMesh mesh, double[][] tensors, double[] resistances) {
        return new IterativeCellSolver(
                        AssembledPolycrystal.of(mesh, structure.sizeM(), tensors, resistances, null),
                        MultigridSolver::of,
                        1e-11)
                .effectiveConductivitySPerM();
    }
}
