package org.grainflux.physics.transport;

import java.util.Arrays;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.Seeding;
import org.grainflux.microstructure.meshing.GrainMesher;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.microstructure.tessellation.MicrostructureGenerator;

/** Hard-core Voronoi structures of d = 10 µm with boundaries of 5 nm and σ_g = 5×10⁻⁴ S/cm. */
final class ReferenceStructures {
    static final double SIGMA_S_PER_M = 0.05;
    static final double BOUNDARY_THICKNESS_M = 5e-9;
    static final double WIDTH_M = 100e-6;

    private ReferenceStructures() {}

    static Microstructure structure(double heightM, long index) {
        return MicrostructureGenerator.generate(
                MicrostructureSpec.planar(WIDTH_M, heightM, 10e-6, Seeding.HARD_CORE),
                RandomStreams.stream(20210307, "grain-seeds", index),
                RandomStreams.stream(20210307, "orientations", index));
    }

    static SimplexMesh mesh(Microstructure structure) {
        return GrainMesher.mesh(structure, MeshGrading.standard());
    }

    /** @param contrast σ_gb/σ_g */
    static CondensedPolycrystal condensed(Microstructure structure, SimplexMesh mesh, double contrast) {
        double[] resistances = new double[structure.network().boundaries().size()];
        Arrays.fill(resistances, BOUNDARY_THICKNESS_M / (contrast * SIGMA_S_PER_M));
        return CondensedPolycrystal.of(
                mesh,
                structure.sizeM(),
                BlockMesh.isotropic(structure.grains().size(), SIGMA_S_PER_M),
                resistances,
                null);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : 0.5 * (sorted[n / 2 - 1] + sorted[n / 2]);
    }
}
