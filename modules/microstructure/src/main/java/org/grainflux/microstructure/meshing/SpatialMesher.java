package org.grainflux.microstructure.meshing;

import org.grainflux.fem.mesh.SharedVertexMesh;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.mesh.TetrahedralBisection;
import org.grainflux.microstructure.GrainBoundary;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.meshing.SpatialMeshQuality.Refinement;

/**
 * Meshes a structure in space. Fans bisected at longest edges have half the unknowns of flags and better shapes as a
 * rule, but no proven bound; where they miss the targets, flags bisected by tags are tried, and the better is kept.
 */
public final class SpatialMesher {
    /** A mesh with 2,000 grains at 2,500 unknowns each has 25 million; more is a mistaken grading. */
    static final int TETRAHEDRON_LIMIT = 40_000_000;

    /** Tagged bisection leaves slivers inside a cycle of three; those beyond this angle are bisected further. */
    private static final double SLIVER_RAD = Math.toRadians(150);

    /** Each round leaves fewer slivers; beyond three only those remain that the grading itself puts inside a cycle. */
    private static final int SLIVER_ROUNDS = 3;

    /** A mesh and its shapes. */
    public record Result(SimplexMesh mesh, SpatialMeshQuality quality) {}

    private SpatialMesher() {}

    /** @throws org.grainflux.core.NumericalFailureException MESH_QUALITY or REFINEMENT_LIMIT */
    public static Result mesh(Microstructure structure, MeshGrading grading) {
        Result fan = mesh(structure, grading, Refinement.LONGEST_EDGE);
        if (fan.quality.meetsTargets()) {
            return fan;
        }
        Result flags = mesh(structure, grading, Refinement.TAGGED);
        return flags.quality.firstPercentileDihedralRad() > fan.quality.firstPercentileDihedralRad() ? flags : fan;
    }

    /** With a given way of refinement, whatever shapes it gives. */
    public static Result mesh(Microstructure structure, MeshGrading grading, Refinement refinement) {
        int[] minusGrains = structure.network().boundaries().stream()
                .mapToInt(GrainBoundary::minusGrain)
                .toArray();
        SimplexMesh mesh = new NodeSplit(refined(structure, grading, refinement), minusGrains).mesh();
        return new Result(mesh, SpatialMeshQuality.of(mesh, refinement));
    }

    private static SharedVertexMesh refined(Microstructure structure, MeshGrading grading, Refinement refinement) {
        SpatialGradedSize size = new SpatialGradedSize(structure, grading);
        if (refinement == Refinement.LONGEST_EDGE) {
            TetrahedralBisection fan = SpatialFan.fan(structure);
            fan.refine(size, TETRAHEDRON_LIMIT);
            return fan;
        }
        TetrahedralBisection flags = SpatialFan.flags(structure);
        flags.refine(size, TETRAHEDRON_LIMIT);
        flags.completeCycles(SLIVER_RAD, SLIVER_ROUNDS, TETRAHEDRON_LIMIT);
        return flags;
    }
}
