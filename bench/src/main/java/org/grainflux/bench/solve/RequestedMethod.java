package org.grainflux.bench.solve;

import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.choice.LinearSolvers;
import org.grainflux.fem.solve.LinearSolver;
import org.grainflux.fem.solve.SolverMethod;

/** What may be asked for on the command line. */
public enum RequestedMethod {
    /** The program's own choice for one right-hand side, which it logs with its reason. */
    AUTO,
    MULTIGRID,
    CHOLESKY;

    /** Sets the solver up; the time of an automatic choice belongs to it. @param threads see {@link LinearSolvers} */
    public LinearSolver prepare(CsrMatrix matrix, int threads) {
        return switch (this) {
            case AUTO -> LinearSolvers.automatic(matrix, 1, threads);
            case MULTIGRID -> LinearSolvers.of(matrix, SolverMethod.MULTIGRID, threads);
            case CHOLESKY -> LinearSolvers.of(matrix, SolverMethod.CHOLESKY, threads);
        };
    }
}
