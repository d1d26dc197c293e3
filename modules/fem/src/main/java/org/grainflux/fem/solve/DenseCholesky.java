package org.grainflux.fem.solve;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;

/** Cholesky factorisation A = L Lᵀ of a dense symmetric positive definite matrix, and solves with it. */
public final class DenseCholesky {
    private final double[][] columns;
    /** One past the last entry of every column of L. */
    private final int[] ends;

    private DenseCholesky(double[][] columns, int[] ends) {
        this.columns = columns;
        this.ends = ends;
    }

    /**
     * Factors a copy; only the lower triangle is read.
     *
     * @throws NumericalFailureException with NOT_POSITIVE_DEFINITE, naming the row and the pivot
     */
    public static DenseCholesky of(DMatrixRMaj a) {
        int n = a.numRows;
        if (a.numCols != n) {
            throw new IllegalArgumentException("matrix must be square, got " + n + " × " + a.numCols);
        }
        double[][] columns = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                columns[j][i] = a.data[i * n + j];
            }
        }
        return inPlace(columns);
    }

    /** As above without a copy: {@code columns[j][i]}, i ≥ j, is the lower triangle and is overwritten by L. */
    public static DenseCholesky inPlace(double[][] columns) {
        int n = columns.length;
        int[] ends = new int[n];
        Arrays.fill(ends, n);
        return factored(columns, ends, CholeskyKernel.factor(columns, n, n, new double[n]));
    }

    /**
     * As above for columns that end early: the work is that within the ends.
     *
     * @param ends one past the last entry of every column that is not 0; never falling, each above its column's number
     */
    public static DenseCholesky inPlaceWithin(double[][] columns, int[] ends) {
        return factored(columns, ends, CholeskyKernel.factorWithin(columns, ends));
    }

    private static DenseCholesky factored(double[][] columns, int[] ends, int failed) {
        if (failed >= 0) {
            throw new NumericalFailureException(
                    Reason.NOT_POSITIVE_DEFINITE,
                    "dense matrix of " + columns.length + " rows: pivot " + columns[failed][failed] + " in row "
                            + failed);
        }
        return new DenseCholesky(columns, ends);
    }

    public int size() {
        return columns.length;
    }

    /** A⁻¹ b. */
    public double[] solve(double[] b) {
        double[] x = b.clone();
        solveInPlace(x);
        return x;
    }

    /** Replaces b by A⁻¹ b. */
    public void solveInPlace(double[] b) {
        forwardInPlace(b);
        backwardInPlace(b);
    }

    /** Replaces b by L⁻ᵀ b: white noise becomes a vector whose covariance is A⁻¹. */
    public void backwardInPlace(double[] b) {
        int n = columns.length;
        for (int j = n - 1; j >= 0; j--) {
            b[j] = (b[j] - dot(columns[j], b, j + 1, ends[j])) / columns[j][j];
        }
    }

    /** Replaces b by L⁻¹ b, so that bᵀ A⁻¹ b is the square of its norm. */
    public void forwardInPlace(double[] b) {
        forwardInPlace(b, 0);
    }

    /** As above for a vector that is zero before entry {@code first}, as a unit vector is. */
    public void forwardInPlace(double[] b, int first) {
        int n = columns.length;
        for (int j = first; j < n; j++) {
            b[j] /= columns[j][j];
            CholeskyKernel.subtract(b, columns[j], b[j], j + 1, ends[j]);
        }
    }

    /** Four partial sums in a fixed order: faster than one and as repeatable. */
    private static double dot(double[] a, double[] b, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        for (; i + 4 <= to; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < to; i++) {
            s0 += a[i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
