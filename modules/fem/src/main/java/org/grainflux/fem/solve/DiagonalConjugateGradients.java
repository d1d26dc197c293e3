package org.grainflux.fem.solve;

import java.util.Arrays;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.fem.algebra.CsrMatrix;

/**
 * Conjugate gradients preconditioned by the diagonal: no setup and next to no memory, but the iterations grow with the
 * inverse of the element size and with the spread of the coefficients. Iterations stop when the updated residual obeys
 * ‖r‖₂ ≤ tolerance ‖b‖₂; the reported residual is computed afresh. Sums run in index order, so a system has one result.
 */
public final class DiagonalConjugateGradients implements LinearSolver {
    /** Far more than the worst graded mesh of a million unknowns takes; reached only by a system that is not definite. */
    private static final int MOST_ITERATIONS = 20_000;

    private static final int VECTORS = 5;

    private final CsrMatrix matrix;
    private final double[] diagonal;

    /**
     * @param matrix symmetric positive definite; not copied
     * @throws NumericalFailureException when a diagonal entry is not positive
     */
    public DiagonalConjugateGradients(CsrMatrix matrix) {
        this.matrix = matrix;
        this.diagonal = new double[matrix.rows()];
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] = matrix.at(i, i);
            if (!(diagonal[i] > 0)) {
                throw new NumericalFailureException(
                        Reason.NOT_POSITIVE_DEFINITE, "the diagonal entry of row " + i + " is " + diagonal[i]);
            }
        }
    }

    @Override
    public SolveReport solve(double[] load, double[] solution, double relativeTolerance) {
        int n = load.length;
        double loadNorm = Math.sqrt(dot(load, load));
        if (loadNorm == 0) {
            Arrays.fill(solution, 0);
            return new SolveReport(0, 0);
        }
        double[] r = residual(load, solution);
        double[] p = new double[n];
        double[] q = new double[n];
        double rz = 0;
        for (int i = 0; i < n; i++) {
            p[i] = r[i] / diagonal[i];
            rz += r[i] * p[i];
        }
        int iterations = 0;
        while (Math.sqrt(dot(r, r)) > relativeTolerance * loadNorm) {
            if (iterations++ == MOST_ITERATIONS) {
                throw new NumericalFailureException(
                        Reason.ITERATION_LIMIT,
                        "a relative residual of " + relativeTolerance + " was not reached in " + MOST_ITERATIONS
                                + " iterations; reached " + Math.sqrt(dot(r, r)) / loadNorm);
            }
            // α = rᵀz / pᵀA p
            for (int i = 0; i < n; i++) {
                q[i] = matrix.rowTimes(i, p);
            }
            double alpha = rz / dot(p, q);
            if (!(alpha > 0)) {
                throw new NumericalFailureException(
                        Reason.NOT_POSITIVE_DEFINITE, "a search direction has a step of " + alpha);
            }
            double next = 0;
            for (int i = 0; i < n; i++) {
                solution[i] += alpha * p[i];
                r[i] -= alpha * q[i];
                next += r[i] * r[i] / diagonal[i];
            }
            // p = z + β p
            double beta = next / rz;
            rz = next;
            for (int i = 0; i < n; i++) {
                p[i] = r[i] / diagonal[i] + beta * p[i];
            }
        }
        double[] afresh = residual(load, solution);
        return new SolveReport(iterations, Math.sqrt(dot(afresh, afresh)) / loadNorm);
    }

    private double[] residual(double[] load, double[] solution) {
        double[] r = new double[load.length];
        for (int i = 0; i < r.length; i++) {
            r[i] = load[i] - matrix.rowTimes(i, solution);
        }
        return r;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Override
    public String method() {
        return "conjugate gradients, diagonal";
    }

    @Override
    public long storedBytes() {
        return (long) VECTORS * Double.BYTES * diagonal.length;
    }
}
