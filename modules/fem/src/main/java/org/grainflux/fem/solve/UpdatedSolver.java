package org.grainflux.fem.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.lu.LUDecompositionAlt_DDRM;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;

/**
 * A factored matrix A that is changed in few directions, A + B D Bᵀ, without a new factorisation. With y = Bᵀx
 *
 * <pre>
 *   (1 + C D) y = Bᵀ A⁻¹ b,   x = A⁻¹ (b − B D y),   C = Bᵀ A⁻¹ B:
 * </pre>
 *
 * a new direction costs one solve, a load two and a dense system of all directions (Woodbury); where only y is wanted and
 * Bᵀ A⁻¹ b is known, nothing but the dense system. 1 + C D loses as many digits as D exceeds what A has in these directions. Not
 * safe for concurrent use.
 *
 * @see "Hager (1989), SIAM Review 31, 221 (updating the inverse of a matrix)"
 */
public final class UpdatedSolver {
    /** Pivot of 1 + C D that is rounding, relative to the largest and to 1. */
    private static final double SINGULAR = 1e-14;

    private final LinearSolver solver;
    private final int unknowns;
    private final double relativeTolerance;
    private final List<Direction> directions = new ArrayList<>();
    /** C and D, directions × directions, row-major in rows of their own. */
    private double[][] compliance = new double[0][];

    private double[][] change = new double[0][];
    /** Of 1 + C D as it is now; null after a change. */
    private LUDecompositionAlt_DDRM dense;

    private int solves;

    /**
     * @param solver of A
     * @param unknowns rows of A
     * @param relativeTolerance largest ‖b − A x‖/‖b‖ of each solve
     */
    public UpdatedSolver(LinearSolver solver, int unknowns, double relativeTolerance) {
        this.solver = solver;
        this.unknowns = unknowns;
        this.relativeTolerance = relativeTolerance;
    }

    /** A column of B. @param weights one per unknown it has */
    public record Direction(int[] unknowns, double[] weights) {
        public static Direction ofUnknown(int unknown) {
            return new Direction(new int[] {unknown}, new double[] {1});
        }

        double along(double[] x) {
            double sum = 0;
            for (int k = 0; k < unknowns.length; k++) {
                sum += weights[k] * x[unknowns[k]];
            }
            return sum;
        }

        void addTo(double[] load, double amount) {
            for (int k = 0; k < unknowns.length; k++) {
                load[unknowns[k]] += weights[k] * amount;
            }
        }
    }

    public int directionCount() {
        return directions.size();
    }

    /** Solves with A so far. */
    public int solveCount() {
        return solves;
    }

    /** Adds columns to B, which change nothing until {@link #change} does. */
    public void extend(List<Direction> added) {
        int old = directions.size();
        directions.addAll(added);
        int m = directions.size();
        compliance = grown(compliance, m);
        change = grown(change, m);
        dense = null;
        double[][] loads = new double[m - old][unknowns];
        for (int b = old; b < m; b++) {
            directions.get(b).addTo(loads[b - old], 1);
        }
        double[][] solutions = solveUnchanged(loads);
        for (int b = old; b < m; b++) {
            for (int a = 0; a < m; a++) {
                double value = directions.get(a).along(solutions[b - old]);
                compliance[a][b] = value;
                compliance[b][a] = value;
            }
        }
    }

    /** Adds to one entry of D; the caller adds the mirrored one. */
    public void change(int a, int b, double value) {
        change[a][b] += value;
        dense = null;
    }

    /** x, without the change. */
    public double[] solveUnchanged(double[] load) {
        return solveUnchanged(new double[][] {load})[0];
    }

    private double[][] solveUnchanged(double[][] loads) {
        double[][] solutions = new double[loads.length][unknowns];
        solver.solveAll(loads, solutions, relativeTolerance);
        solves += loads.length;
        return solutions;
    }

    /** x. @throws NumericalFailureException when the changed matrix is singular */
    public double[] solve(double[] load) {
        return solveAll(new double[][] {load})[0];
    }

    /** x for several loads, which cost less together. @param loads not changed */
    public double[][] solveAll(double[][] loads) {
        double[][] unchanged = solveUnchanged(loads);
        if (directions.isEmpty()) {
            return unchanged;
        }
        double[][] changedLoads = new double[loads.length][];
        for (int r = 0; r < loads.length; r++) {
            double[] amounts = changeTimes(changed(along(unchanged[r])));
            changedLoads[r] = loads[r].clone();
            for (int a = 0; a < amounts.length; a++) {
                directions.get(a).addTo(changedLoads[r], -amounts[a]);
            }
        }
        return solveUnchanged(changedLoads);
    }

    /** Bᵀx. @param x one entry per unknown */
    public double[] along(double[] x) {
        double[] y = new double[directions.size()];
        Arrays.setAll(y, a -> directions.get(a).along(x));
        return y;
    }

    /** Bᵀ A⁻¹ B w: what a load on the directions alone does without the change. */
    public double[] complianceTimes(double[] w) {
        return times(compliance, w);
    }

    /** D y. */
    public double[] changeTimes(double[] y) {
        return times(change, y);
    }

    private static double[] times(double[][] matrix, double[] w) {
        double[] product = new double[w.length];
        for (int a = 0; a < w.length; a++) {
            for (int b = 0; b < w.length; b++) {
                product[a] += matrix[a][b] * w[b];
            }
        }
        return product;
    }

    /** y from Bᵀ A⁻¹ b. @throws NumericalFailureException when the changed matrix is singular */
    public double[] changed(double[] unchangedAlong) {
        int m = directions.size();
        if (m == 0) {
            return new double[0];
        }
        if (dense == null) {
            dense = factored();
        }
        double[] y = new double[m];
        int[] rows = dense.getPivot();
        Arrays.setAll(y, a -> unchangedAlong[rows[a]]);
        solveInPlace(dense.getLU().data, y);
        return y;
    }

    private LUDecompositionAlt_DDRM factored() {
        int m = directions.size();
        DMatrixRMaj system = new DMatrixRMaj(m, m);
        for (int a = 0; a < m; a++) {
            system.data[a * m + a] = 1;
        }
        for (int c = 0; c < m; c++) {
            for (int b = 0; b < m; b++) {
                double d = change[c][b];
                for (int a = 0; a < m && d != 0; a++) {
                    system.data[a * m + b] += compliance[c][a] * d;
                }
            }
        }
        LUDecompositionAlt_DDRM lu = new LUDecompositionAlt_DDRM();
        if (!lu.decompose(system) || isSingular(lu.getLU().data, m)) {
            throw new NumericalFailureException(
                    Reason.NOT_POSITIVE_DEFINITE, "nothing holds a part of the system once it is changed");
        }
        return lu;
    }

    private static boolean isSingular(double[] lu, int m) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int i = 0; i < m; i++) {
            double pivot = Math.abs(lu[i * m + i]);
            smallest = Math.min(smallest, pivot);
            largest = Math.max(largest, pivot);
        }
        return !(smallest > SINGULAR * Math.max(1, largest));
    }

    /** L U y = y, L with a diagonal of ones. */
    private static void solveInPlace(double[] lu, double[] y) {
        int m = y.length;
        for (int i = 0; i < m; i++) {
            for (int k = 0; k < i; k++) {
                y[i] -= lu[i * m + k] * y[k];
            }
        }
        for (int i = m - 1; i >= 0; i--) {
            for (int k = i + 1; k < m; k++) {
                y[i] -= lu[i * m + k] * y[k];
            }
            y[i] /= lu[i * m + i];
        }
    }

    private static double[][] grown(double[][] matrix, int size) {
        double[][] larger = new double[size][];
        for (int a = 0; a < size; a++) {
            larger[a] = a < matrix.length ? Arrays.copyOf(matrix[a], size) : new double[size];
        }
        return larger;
    }
}
