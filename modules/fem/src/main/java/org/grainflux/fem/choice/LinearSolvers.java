package org.grainflux.fem.choice;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.multigrid.MultigridSolver;
import org.grainflux.fem.solve.CholeskySolver;
import org.grainflux.fem.solve.LinearSolver;
import org.grainflux.fem.solve.SolverChoice;
import org.grainflux.fem.solve.SolverMethod;

/** The way to a solver of a large sparse symmetric positive definite system. */
public final class LinearSolvers {
    private static final Logger LOG = System.getLogger(LinearSolvers.class.getName());

    private LinearSolvers() {}

    /**
     * The method expected to be faster, see {@link SolverChoice}, which logs it with its reason.
     *
     * @param rightHandSides how many loads will be solved for, ≥ 1, as far as known
     */
    public static LinearSolver automatic(CsrMatrix matrix, int rightHandSides) {
        SolverChoice choice = SolverChoice.of(matrix, rightHandSides);
        return choice.method() == SolverMethod.CHOLESKY
                ? CholeskySolver.of(matrix, choice.plan().orElseThrow())
                : MultigridSolver.of(matrix);
    }

    /** The method asked for. */
    public static LinearSolver of(CsrMatrix matrix, SolverMethod method) {
        LOG.log(Level.INFO, () -> method + " for " + matrix.rows() + " unknowns, as asked for");
        return method == SolverMethod.CHOLESKY ? CholeskySolver.of(matrix) : MultigridSolver.of(matrix);
    }
}
