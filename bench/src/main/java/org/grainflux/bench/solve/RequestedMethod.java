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

    /** Sets the solver up; the time of an automatic choice belongs to it. */
    LinearSolver prepare(CsrMatrix matrix) {
        return switch (this) {
            case AUTO -> LinearSolvers.automatic(matrix, 1);
            case MULTIGRID -> LinearSolvers.of(matrix, SolverMethod.MULTIGRID);
            case CHOLESKY -> LinearSolvers.of(matrix, SolverMethod.CHOLESKY);
        };
    }
}
