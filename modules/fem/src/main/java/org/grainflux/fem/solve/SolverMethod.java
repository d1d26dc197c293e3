package org.grainflux.fem.solve;

/** The two kinds of solver for a sparse symmetric positive definite system; {@link SolverChoice} chooses. */
public enum SolverMethod {
    MULTIGRID,
    CHOLESKY
}
