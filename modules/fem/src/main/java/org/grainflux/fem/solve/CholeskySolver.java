package org.grainflux.fem.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.grainflux.core.Cancellation;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.CsrPattern;

/**
 * The direct method: one sparse Cholesky factorisation, then two triangular solves per load. Several loads together cost
 * much less than one after the other, because the factor is read once for all of them. A solution whose true residual is
 * above the tolerance is refined in double precision (Higham 2002, Accuracy and Stability of Numerical Algorithms, ch. 12).
 *
 * <p>The result does not depend on how loads are grouped beyond rounding: the block solve adds the same terms in another
 * order.
 */
public final class CholeskySolver implements LinearSolver {
    /** Loads solved together: longer rows do not raise the speed of the inner loops, but take memory. */
    private static final int BLOCK_WIDTH = 32;
    /**
     * Steps of refinement at most. Each divides the error by the inverse of ε times the condition number; when three do not
     * do, the tolerance lies below what rounding the solution itself allows.
     */
    private static final int REFINEMENTS = 3;

    private final CsrMatrix matrix;
    private final EliminationPlan plan;
    private final CholeskyFactor factor;

    private CholeskySolver(CsrMatrix matrix, EliminationPlan plan) {
        this.matrix = matrix;
        this.plan = plan;
        this.factor = SparseCholesky.factor(matrix, plan);
    }

    /**
     * Factors a matrix in an order found from its pattern.
     *
     * @throws NumericalFailureException with NOT_POSITIVE_DEFINITE, naming the unknown and the pivot
     */
    public static CholeskySolver of(CsrMatrix matrix) {
        return of(matrix, EliminationPlan.of(matrix.pattern(), new int[0]));
    }

    /** As above with a plan that keeps no unknown, made before for the pattern of this matrix. */
    public static CholeskySolver of(CsrMatrix matrix, EliminationPlan plan) {
        if (plan.keptCount() > 0) {
            throw new IllegalArgumentException("the plan keeps " + plan.keptCount() + " unknowns; a solver needs none");
        }
        return new CholeskySolver(matrix, plan);
    }

    @Override
    public SolveReport solve(double[] load, double[] solution, double relativeTolerance) {
        return solveAll(new double[][] {load}, new double[][] {solution}, relativeTolerance)
                .get(0);
    }

    @Override
    public List<SolveReport> solveAll(double[][] loads, double[][] solutions, double relativeTolerance) {
        List<SolveReport> reports = new ArrayList<>(loads.length);
        int widest = Math.max(1, Math.min(BLOCK_WIDTH, Integer.MAX_VALUE / Math.max(1, matrix.rows())));
        double[] residual = new double[matrix.rows()];
        for (int begin = 0; begin < loads.length; begin += widest) {
            Cancellation.point();
            int end = Math.min(loads.length, begin + widest);
            double[] residualNorms;
            if (end - begin == 1) {
                solveOne(loads[begin], solutions[begin]);
                residualNorms = new double[] {residual(loads[begin], solutions[begin], residual)};
            } else {
                residualNorms = solveBlock(loads, solutions, begin, end);
            }
            for (int r = begin; r < end; r++) {
                reports.add(refine(loads[r], solutions[r], relativeTolerance, residual, residualNorms[r - begin]));
            }
        }
        return reports;
    }

    private void solveOne(double[] load, double[] solution) {
        double[] x = new double[load.length];
        for (int p = 0; p < x.length; p++) {
            x[p] = load[plan.unknownAt(p)];
        }
        TriangularSolve solve = new TriangularSolve(factor);
        solve.forward(x);
        solve.backward(x);
        for (int p = 0; p < x.length; p++) {
            solution[plan.unknownAt(p)] = x[p];
        }
    }

    /** Returns the norms of the true residuals. */
    private double[] solveBlock(double[][] loads, double[][] solutions, int begin, int end) {
        int width = end - begin;
        int n = matrix.rows();
        double[] x = new double[n * width];
        for (int p = 0; p < n; p++) {
            for (int r = 0; r < width; r++) {
                x[p * width + r] = loads[begin + r][plan.unknownAt(p)];
            }
        }
        BlockTriangularSolve solve = new BlockTriangularSolve(factor, width);
        solve.forward(x);
        solve.backward(x);
        double[] residualNorms = new double[width];
        double[] products = new double[width];
        for (int p = 0; p < n; p++) {
            int v = plan.unknownAt(p);
            rowTimes(v, x, products);
            for (int r = 0; r < width; r++) {
                solutions[begin + r][v] = x[p * width + r];
                double residual = loads[begin + r][v] - products[r];
                residualNorms[r] += residual * residual;
            }
        }
        Arrays.setAll(residualNorms, r -> Math.sqrt(residualNorms[r]));
        return residualNorms;
    }

    /** One row of A times a block: the row is read once for all. @param x positions × products.length */
    private void rowTimes(int row, double[] x, double[] products) {
        CsrPattern pattern = matrix.pattern();
        int width = products.length;
        Arrays.fill(products, 0);
        for (int e = pattern.rowStart(row); e < pattern.rowEnd(row); e++) {
            double value = matrix.value(e);
            int from = plan.positionOf(pattern.column(e)) * width;
            for (int r = 0; r < width; r++) {
                products[r] += value * x[from + r];
            }
        }
    }

    /** @param residual scratch @param residualNorm ‖b − A x‖ of the solution as it comes in */
    private SolveReport refine(
            double[] load, double[] solution, double relativeTolerance, double[] residual, double residualNorm) {
        double loadNorm = norm(load);
        if (loadNorm == 0) {
            return new SolveReport(0, 0);
        }
        double relative = residualNorm / loadNorm;
        int step = 0;
        double[] correction = relative <= relativeTolerance ? null : new double[load.length];
        while (!(relative <= relativeTolerance)) {
            if (step == REFINEMENTS || Double.isNaN(relative)) {
                throw new NumericalFailureException(
                        Reason.RESIDUAL_TOO_LARGE,
                        String.format(
                                Locale.ROOT,
                                "Cholesky factorisation: relative residual %.3g after %d steps of refinement, "
                                        + "tolerance %.3g",
                                relative,
                                step,
                                relativeTolerance));
            }
            residual(load, solution, residual);
            solveOne(residual, correction);
            for (int v = 0; v < solution.length; v++) {
                solution[v] += correction[v];
            }
            step++;
            relative = residual(load, solution, residual) / loadNorm;
        }
        return new SolveReport(step, relative);
    }

    /** r = b − A x; returns its norm. */
    private double residual(double[] load, double[] solution, double[] residual) {
        for (int v = 0; v < residual.length; v++) {
            residual[v] = load[v] - matrix.rowTimes(v, solution);
        }
        return norm(residual);
    }

    private static double norm(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    @Override
    public String method() {
        return "sparse Cholesky";
    }

    /** The factor, its index and the work vectors of one solve. */
    @Override
    public long storedBytes() {
        return plan.factorBytes() + plan.indexBytes() + 3L * Double.BYTES * matrix.rows();
    }
}
