package org.grainflux.physics.transport;

import org.grainflux.core.NumericalFailureException;

/**
 * Solves designs of the contacts on one structure, 1 V below and 0 V above, whatever the dimension: {@link
 * InterfaceSolver} in the plane, {@link IterativeCellSolver} in space. Not safe for concurrent use.
 */
public interface CellSolver {

    /**
     * @throws NumericalFailureException if the system is not positive definite, or its solver does not converge
     */
    CellSolution solve(CellDesign design);

    /** σ_eff = I H/(A V) between perfect contacts, S/m. */
    double effectiveConductivitySPerM();

    /** Number of nodes of the polycrystal's mesh. */
    int unknownCount();

    /** Largest backward error (relative to |A||x| + |b|, row by row) of the field under perfect contact. */
    double backwardError();

    /** Potential of every node of the polycrystal's mesh, V, of a solution this solver returned. */
    double[] nodePotentialsV(CellSolution solution);
}
