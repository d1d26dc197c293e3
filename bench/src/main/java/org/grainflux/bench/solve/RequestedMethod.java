package org.grainflux.bench.solve;

import java.util.Optional;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.multigrid.MultigridSolver;
import org.grainflux.fem.solve.CholeskySolver;
import org.grainflux.fem.solve.EliminationPlan;
import org.grainflux.fem.solve.LinearSolver;
import org.grainflux.fem.solve.SolverChoice;
import org.grainflux.fem.solve.SolverMethod;

/** What may be asked for on the command line. */
enum RequestedMethod {
    /** The program's own choice for one right-hand side, which it logs with its reason. */
    AUTO,
    MULTIGRID,
    CHOLESKY;

    /** Sets the solver up; the time of an automatic choice belongs to it. */
    LinearSolver prepare(CsrMatrix matrix, int threads) {
        if (this == AUTO) {
            SolverChoice choice = SolverChoice.of(matrix, 1);
            return prepare(matrix, choice.method(), choice.plan(), threads);
        }
        SolverMethod method = this == MULTIGRID ? SolverMethod.MULTIGRID : SolverMethod.CHOLESKY;
        return prepare(matrix, method, Optional.empty(), threads);
    }

    private static LinearSolver prepare(
            CsrMatrix matrix, SolverMethod method, Optional<EliminationPlan> plan, int threads) {
        return switch (method) {
            case CHOLESKY ->
                plan.map(known -> CholeskySolver.of(matrix, known)).orElseGet(() -> CholeskySolver.of(matrix));
            case MULTIGRID -> MultigridSolver.of(matrix);
        };
    }
}
