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
        return automatic(matrix, rightHandSides, 1);
    }

    /**
     * As above, on several threads if the method can use them: multigrid can. Neither the choice nor the solution depends
     * on their number.
     *
     * @param threads the calling one included, ≥ 1
     */
    public static LinearSolver automatic(CsrMatrix matrix, int rightHandSides, int threads) {
        SolverChoice choice = SolverChoice.of(matrix, rightHandSides);
        return choice.method() == SolverMethod.CHOLESKY
                ? CholeskySolver.of(matrix, choice.plan().orElseThrow())
                : MultigridSolver.of(matrix, threads);
    }

    /** The method asked for. */
    public static LinearSolver of(CsrMatrix matrix, SolverMethod method) {
        return of(matrix, method, 1);
    }

    /** The method asked for, on several threads if it can use them. @param threads the calling one included, ≥ 1 */
    public static LinearSolver of(CsrMatrix matrix, SolverMethod method, int threads) {
        LOG.log(Level.INFO, () -> method + " for " + matrix.rows() + " unknowns, as asked for");
        return method == SolverMethod.CHOLESKY ? CholeskySolver.of(matrix) : MultigridSolver.of(matrix, threads);
    }
}
