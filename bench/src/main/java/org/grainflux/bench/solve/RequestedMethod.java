package org.grainflux.bench.solve;

import java.util.Optional;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.choice.LinearSolvers;
import org.grainflux.fem.exchange.NodeCoordinates;
import org.grainflux.fem.multigrid.elastic.ElasticMultigridSolver;
import org.grainflux.fem.solve.LinearSolver;
import org.grainflux.fem.solve.SolverMethod;

/** What may be asked for on the command line. */
public enum RequestedMethod {
    /**
     * Multigrid with rigid modes for an elastic system, one that brings coordinates; for others the program's own choice for
     * one right-hand side, which it logs with its reason.
     */
    AUTO,
    MULTIGRID,
    CHOLESKY;

    /** As {@link #prepare(CsrMatrix, int)}. @param coordinates of an elastic system */
    LinearSolver prepare(CsrMatrix matrix, Optional<NodeCoordinates> coordinates, int threads) {
        if (this == AUTO && coordinates.isPresent()) {
            NodeCoordinates nodes = coordinates.get();
            return ElasticMultigridSolver.of(matrix, nodes.values(), nodes.dimension());
        }
        return prepare(matrix, threads);
    }

    /** Sets the solver up; the time of an automatic choice belongs to it. @param threads see {@link LinearSolvers} */
    public LinearSolver prepare(CsrMatrix matrix, int threads) {
        return switch (this) {
            case AUTO -> LinearSolvers.automatic(matrix, 1, threads);
            case MULTIGRID -> LinearSolvers.of(matrix, SolverMethod.MULTIGRID, threads);
            case CHOLESKY -> LinearSolvers.of(matrix, SolverMethod.CHOLESKY, threads);
        };
    }
}
