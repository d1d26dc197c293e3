package org.grainflux.study.execution;

import java.util.List;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.physics.transport.CellSolver;
import org.grainflux.study.config.DesignConfig;

/** How the flux problem of a structure is solved, and what many draws of its interfaces cost. */
interface FluxMethod {

    /** The method for structures of a dimension. */
    static FluxMethod of(int dimension) {
        return dimension == 2 ? new CondensedFlux() : new IterativeFlux();
    }

    /**
     * Ready to answer designs.
     *
     * @param clock takes the time of assembly and of what is done once per structure
     * @throws org.grainflux.core.NumericalFailureException when the accepted residual is not reached
     */
    CellSolver solver(Microstructure structure, SimplexMesh mesh, ElectrolyteProperties properties, StageClock clock);

    /** How the latest system was solved, for logs and tables. */
    String solvedBy();

    /**
     * For all draws of one design.
     *
     * @param solver made by {@link #solver}
     * @param draws all that will be asked for
     */
    DrawSolver draws(CellSolver solver, DesignConfig design, List<DrawnDesign> draws);
}
