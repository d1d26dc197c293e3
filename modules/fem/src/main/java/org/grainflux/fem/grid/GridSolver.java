package org.grainflux.fem.grid;

import java.util.Arrays;
import org.grainflux.core.Cancellation;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.core.Require;
import org.grainflux.fem.solve.LinearSolver;
import org.grainflux.fem.solve.SolveReport;

/**
 * Solves the network of a grid by flexible conjugate gradients with a multigrid preconditioner, without a matrix.
 *
 * <p>Directions and the updated residual are in single precision, the solution in double. Whenever the residual has
 * fallen by 10³ it is computed afresh from the solution in double precision, so rounding in single precision never limits
 * the result; iterations stop only on a residual computed afresh.
 */
public final class GridSolver implements LinearSolver {
    /** Iterations asserted in tests stay below 30; more than this means the network defeats the method. */
    private static final int ITERATION_LIMIT = 200;

    /** Single precision holds 10⁻⁷ of the residual at the last renewal; three digits are used. */
    private static final double RENEWAL_RATIO = 1e-3;

    private final CellGrid grid;
    private final GridOperator operator;
    private final GridSmoother smoother;
    private final GraphCycle coarse;
    private final RowNeighbours at;
    private final float[] residual;
    private final float[] direction;
    private final float[] product;
    private final float[] preconditioned;

    public GridSolver(FaceConductances faces) {
        grid = faces.grid();
        operator = new GridOperator(faces);
        BlockAggregation.Result aggregation = BlockAggregation.of(faces);
        smoother = new GridSmoother(faces, aggregation.aggregates());
        coarse = new GraphCycle(aggregation.graph());
        at = new RowNeighbours(faces);
        int n = grid.cellCount();
        residual = new float[n];
        direction = new float[n];
        product = new float[n];
        preconditioned = new float[n];
    }

    @Override
    public SolveReport solve(double[] load, double[] solution, double relativeTolerance) {
        Require.positive("relative tolerance", relativeTolerance, "");
        double loadNorm = 0;
        for (double b : load) {
            loadNorm += b * b;
        }
        loadNorm = Math.sqrt(loadNorm);
        if (loadNorm == 0) {
            Arrays.fill(solution, 0);
            return new SolveReport(0, 0);
        }
        double target = relativeTolerance * loadNorm;
        double norm = renew(load, solution);
        double renewed = norm;
        double rho = 0;
        double alpha = 0;
        int iterations = 0;
        while (norm > target) {
            Cancellation.point();
            if (iterations == ITERATION_LIMIT || !Double.isFinite(norm)) {
                throw new NumericalFailureException(
                        Double.isFinite(norm) ? Reason.ITERATION_LIMIT : Reason.NOT_FINITE,
                        "grid of " + grid.cellCount() + " cells: relative residual " + norm / loadNorm + " after "
                                + iterations + " iterations, asked for " + relativeTolerance);
            }
            precondition();
            // Flexible (Polak–Ribière) weight: r − r_old = −α A p.
            double next = dot(preconditioned, residual);
            double beta = iterations == 0 ? 0 : -alpha * dot(preconditioned, product) / rho;
            rho = next;
            turn((float) beta);
            double energy = 0;
            for (int layer = 0; layer < grid.cells2(); layer++) {
                energy += operator.multiply(at, layer, direction, product);
            }
            alpha = rho / energy;
            norm = advance(alpha, solution);
            iterations++;
            if (norm <= target || norm <= RENEWAL_RATIO * renewed) {
                norm = renew(load, solution);
                renewed = norm;
            }
        }
        return new SolveReport(iterations, norm / loadNorm);
    }

    @Override
    public String method() {
        return "matrix-free multigrid on a grid";
    }

    @Override
    public long storedBytes() {
        return 4L * 6 * grid.cellCount() + coarse.storedBytes();
    }

    private double renew(double[] load, double[] solution) {
        double squares = 0;
        for (int layer = 0; layer < grid.cells2(); layer++) {
            squares += operator.residual(at, layer, load, solution, residual);
        }
        return Math.sqrt(squares);
    }

    /** One cycle. */
    private void precondition() {
        smoother.descend(at, residual, preconditioned, coarse.load());
        coarse.solve();
        smoother.ascend(at, coarse.solution(), residual, preconditioned);
    }

    private void turn(float beta) {
        for (int c = 0; c < direction.length; c++) {
            direction[c] = preconditioned[c] + beta * direction[c];
        }
    }

    private double advance(double alpha, double[] solution) {
        float a = (float) alpha;
        double squares = 0;
        for (int c = 0; c < residual.length; c++) {
            solution[c] += (double) a * direction[c];
            float r = residual[c] - a * product[c];
            residual[c] = r;
            squares += (double) r * r;
        }
        return Math.sqrt(squares);
    }

    private static double dot(float[] a, float[] b) {
        double s0 = 0;
        double s1 = 0;
        int i = 0;
        for (; i + 1 < a.length; i += 2) {
            s0 += (double) a[i] * b[i];
            s1 += (double) a[i + 1] * b[i + 1];
        }
        return i < a.length ? s0 + s1 + (double) a[i] * b[i] : s0 + s1;
    }
}
