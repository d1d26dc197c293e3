package org.grainflux.study.execution;

import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.physics.transport.CellSolution;
import org.grainflux.physics.transport.InterfaceSolver;
import org.grainflux.study.plan.WorkUnit;

/**
 * A condensed structure at the nominal draw, with everything its designs share.
 *
 * @param effectiveConductivitySPerM between perfect contacts
 */
record StructureContext(
        WorkUnit unit,
        Microstructure structure,
        SimplexMesh mesh,
        ElectrolyteProperties properties,
        InterfaceSolver solver,
        double effectiveConductivitySPerM,
        double relativeResidual) {

    /** Potential of every mesh node, V, for a solution of this structure. */
    double[] field(CellSolution solution) {
        double[] lower = solution.lower().surfacePotentialsV();
        double[] upper = solution.upper().surfacePotentialsV();
        double[] surface = new double[lower.length + upper.length];
        System.arraycopy(lower, 0, surface, 0, lower.length);
        System.arraycopy(upper, 0, surface, lower.length, upper.length);
        return solver.polycrystal().extend(surface);
    }
}
