package org.grainflux.study.execution;

import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.physics.transport.CellSolution;
import org.grainflux.physics.transport.CellSolver;
import org.grainflux.study.plan.WorkUnit;

/**
 * A structure ready to be solved at the nominal draw, with everything its designs share.
 *
 * @param grading of the mesh
 * @param mesh null for a structure that is an image
 * @param effectiveConductivitySPerM between perfect contacts
 */
record StructureContext(
        WorkUnit unit,
        Microstructure structure,
        MeshGrading grading,
        SimplexMesh mesh,
        ElectrolyteProperties properties,
        CellSolver solver,
        double effectiveConductivitySPerM,
        double relativeResidual) {

    int unknownCount() {
        return solver.unknownCount();
    }

    /** Elements of the mesh, or cells of the image. */
    int elementCount() {
        return mesh == null ? solver.unknownCount() : mesh.elementCount();
    }

    /** Potential of every mesh node, V, for a solution of this structure. */
    double[] field(CellSolution solution) {
        return solver.nodePotentialsV(solution);
    }
}
