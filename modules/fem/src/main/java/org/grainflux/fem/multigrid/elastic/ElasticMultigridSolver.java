package org.grainflux.fem.multigrid.elastic;

import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.multigrid.SweepGradients;
import org.grainflux.fem.solve.LinearSolver;
import org.grainflux.fem.solve.SolveReport;

/**
 * Conjugate gradients preconditioned by one symmetric V-cycle of smoothed aggregation with rigid-body modes, for
 * stiffnesses of linear elasticity; unknown = node · dimension + axis. Copies of a node on firm springs are recognised by
 * their coordinates and solved as one.
 *
 * <p>Prescribed unknowns may keep a row of their own with the diagonal entry alone. The body must be held: a part that can
 * move freely has no factor. Where springs are millions of times as stiff as the elements beside them, rounding of the
 * solution alone leaves a relative residual near 1e-6, and a smaller tolerance ends in a failure that says what was reached.
 *
 * <p>One thread; a solver keeps work vectors: one solve at a time.
 */
public final class ElasticMultigridSolver implements LinearSolver {
    private final int rows;
    private final ElasticHierarchy hierarchy;
    private final ElasticSweep sweep;

    private ElasticMultigridSolver(CsrMatrix matrix, ElasticHierarchy hierarchy) {
        this.rows = matrix.rows();
        this.hierarchy = hierarchy;
        this.sweep = new ElasticSweep(matrix, hierarchy);
    }

    /**
     * @param matrix symmetric positive definite; kept, not copied
     * @param coordinates nodes × dimension, in any unit
     * @param dimension 2 or 3
     * @throws org.grainflux.core.NumericalFailureException NOT_POSITIVE_DEFINITE when a block of the diagonal or the
     *     coarsest level has no factor; ITERATION_LIMIT when coarsening ends early
     */
    public static ElasticMultigridSolver of(CsrMatrix matrix, double[] coordinates, int dimension) {
        if (dimension != 2 && dimension != 3) {
            throw new InvalidInputException("elastic systems have 2 or 3 unknowns per node, got " + dimension);
        }
        if (coordinates.length != matrix.rows() || matrix.rows() % dimension != 0) {
            throw new InvalidInputException("an elastic matrix of " + matrix.rows()
                    + " rows needs as many coordinates, " + dimension + " per node, got " + coordinates.length);
        }
        return new ElasticMultigridSolver(matrix, ElasticHierarchy.of(matrix, coordinates, dimension));
    }

    @Override
    public String method() {
        return "elastic multigrid";
    }

    @Override
    public long storedBytes() {
        return hierarchy.bytes() + sweep.bytes();
    }

    @Override
    public SolveReport solve(double[] load, double[] solution, double relativeTolerance) {
        if (load.length != rows || solution.length != rows) {
            throw new IllegalArgumentException("a system of " + rows + " unknowns, got a load of " + load.length
                    + " and a solution of " + solution.length + " entries");
        }
        return SweepGradients.solve(method(), sweep, load, solution, relativeTolerance);
    }
}
