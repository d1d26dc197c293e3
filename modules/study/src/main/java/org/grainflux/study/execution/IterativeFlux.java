package org.grainflux.study.execution;

import java.util.List;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.physics.transport.CellSolver;
import org.grainflux.study.config.DesignConfig;

/** In a volume: every design and every draw of an interface is an iterative solution of its own. */
final class IterativeFlux implements FluxMethod {
    @Override
    public CellSolver solver(
            Microstructure structure, SimplexMesh mesh, ElectrolyteProperties properties, StageClock clock) {
        throw new InvalidInputException("volumes are not solved");
    }

    @Override
    public DrawSolver draws(CellSolver solver, DesignConfig design, List<DrawnDesign> draws) {
        return DrawSolver.full(solver);
    }
}
