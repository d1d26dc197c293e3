package org.grainflux.physics.transport;

import java.util.Arrays;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.Residual;
import org.grainflux.fem.solve.CondensedSystem;
import org.grainflux.fem.solve.LinearSolver;
import org.grainflux.fem.solve.SolveReport;
import org.grainflux.fem.solve.SparseCholesky;

/** Factors small systems, so that tests of the physics see no error of a solver. */
final class DirectSolver implements LinearSolver {
    private final CsrMatrix matrix;
    private final CondensedSystem factor;

    DirectSolver(CsrMatrix matrix) {
        this.matrix = matrix;
        double[] places = new double[matrix.rows()];
        Arrays.setAll(places, i -> i);
        this.factor = SparseCholesky.condense(matrix, places, 1, new int[0]);
    }

    @Override
    public SolveReport solve(double[] load, double[] solution, double relativeTolerance) {
        double[] x = factor.solve(load);
        factor.refine(matrix, load, x);
        System.arraycopy(x, 0, solution, 0, x.length);
        return new SolveReport(0, Residual.of(matrix, x, load).relativeToLoad());
    }

    @Override
    public String method() {
        return "cholesky";
    }

    @Override
    public long storedBytes() {
        return 8 * factor.plan().nonZeros();
    }
}
