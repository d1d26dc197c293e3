package org.grainflux.study.execution;

import java.util.Collection;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.physics.transport.CellSolver;
import org.grainflux.study.config.NumericsConfig;

/** How the flux problem of a structure is solved, and what many draws of its interfaces cost. */
interface FluxMethod {

    /** The method for structures of a dimension. */
    static FluxMethod of(int dimension) {
        return dimension == 2 ? new CondensedFlux() : new IterativeFlux();
    }

    /**
     * Holds a solution to its true residual.
     *
     * @param error backward error of the solution
     */
    static void requireBackwardError(double error, double accepted) {
        if (!(error <= accepted)) {
            throw new NumericalFailureException(
                    NumericalFailureException.Reason.RESIDUAL_TOO_LARGE,
                    "the flux solve left a backward error of " + error + ", more than the accepted " + accepted);
        }
    }

    /**
     * Ready to answer designs.
     *
     * @param clock takes the time of assembly and of what is done once per structure
     * @throws NumericalFailureException when the accepted residual is not reached
     */
    CellSolver solver(Microstructure structure, SimplexMesh mesh, ElectrolyteProperties properties, StageClock clock);

    /**
     * A grading that suits the current: in a volume finer where a solution on the given one finds it large.
     *
     * @throws NumericalFailureException as {@link #solver} does
     */
    default MeshGrading grading(
            Microstructure structure,
            MeshGrading first,
            NumericsConfig numerics,
            ElectrolyteProperties properties,
            StageClock clock) {
        return first;
    }

    /** The mesh that is solved on; null where there is none. */
    default SimplexMesh mesh(Microstructure structure, MeshGrading grading) {
        return PreparedStructure.mesh(structure, grading);
    }

    /** How the latest system was solved, for logs and tables. */
    String solvedBy();

    /**
     * For all designs and draws on one structure.
     *
     * @param solver made by {@link #solver}
     * @param all that may be asked for; answers depend on these and not on what is asked in which order
     * @param tolerance largest estimated error of the local current, over the mean, of an answer that is not a full
     *     solution; 0 allows none
     * @param randomness a new stream for each model that is made
     */
    DrawSolver draws(
            CellSolver solver, Collection<DrawnDesign> all, double tolerance, Supplier<RandomGenerator> randomness);
}
