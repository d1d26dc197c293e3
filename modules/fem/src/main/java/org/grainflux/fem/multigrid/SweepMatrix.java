package org.grainflux.fem.multigrid;

import java.util.Arrays;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;

/**
 * A symmetric matrix stored once per pair of entries, for Gauss–Seidel sweeps that also deliver the residual. Every row
 * keeps its entries left of the diagonal; an entry a_ij serves row i by a gather from x_j and row j by a scatter, so a
 * sweep and the residual after it together read half the matrix once.
 *
 * <p>A forward sweep from zero solves (D + L) x = b and leaves the residual −Lᵀ x. A backward sweep from y solves (D + Lᵀ)
 * z = b − L y and leaves the residual L (y − z). One after the other they are a symmetric preconditioner.
 */
final class SweepMatrix {
    /** Rows + 1: where the entries left of the diagonal start. */
    final int[] starts;

    final int[] columns;
    final double[] values;
    final double[] inverseDiagonal;

    private SweepMatrix(int[] starts, int[] columns, double[] values, double[] inverseDiagonal) {
        this.starts = starts;
        this.columns = columns;
        this.values = values;
        this.inverseDiagonal = inverseDiagonal;
    }

    /** The lower triangle of a matrix stored in full. */
    static SweepMatrix of(RowMatrix full) {
        int n = full.rows();
        int[] starts = new int[n + 1];
        for (int i = 0; i < n; i++) {
            int lower = 0;
            for (int k = full.starts[i]; k < full.starts[i + 1]; k++) {
                if (full.columns[k] < i) {
                    lower++;
                }
            }
            starts[i + 1] = starts[i] + lower;
        }
        int[] columns = new int[starts[n]];
        double[] values = new double[starts[n]];
        double[] inverse = new double[n];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int k = full.starts[i]; k < full.starts[i + 1]; k++) {
                int j = full.columns[k];
                if (j < i) {
                    columns[next] = j;
                    values[next++] = full.values[k];
                } else if (j == i) {
                    inverse[i] = 1 / full.values[k];
                }
            }
            if (!(inverse[i] > 0 && inverse[i] < Double.POSITIVE_INFINITY)) {
                throw new NumericalFailureException(
                        Reason.NOT_POSITIVE_DEFINITE,
                        "the diagonal entry of unknown " + i + " is " + 1 / inverse[i] + ", it must be finite and > 0");
            }
        }
        return new SweepMatrix(starts, columns, values, inverse);
    }

    int rows() {
        return inverseDiagonal.length;
    }

    long bytes() {
        return 4L * starts.length + 12L * columns.length + 8L * inverseDiagonal.length;
    }

    /** (D + L) x = b from zero, and the residual −Lᵀ x. */
    void forward(double[] b, double[] x, double[] residual) {
        int n = inverseDiagonal.length;
        int begin = 0;
        for (int i = 0; i < n; i++) {
            int end = starts[i + 1];
            double sum = b[i];
            for (int k = begin; k < end; k++) {
                sum -= values[k] * x[columns[k]];
            }
            double xi = sum * inverseDiagonal[i];
            x[i] = xi;
            residual[i] = 0;
            for (int k = begin; k < end; k++) {
                residual[columns[k]] -= values[k] * xi;
            }
            begin = end;
        }
    }

    /** (D + L) x = b − Lᵀ y, x in place of y. @param work overwritten */
    void forwardFrom(double[] b, double[] x, double[] work) {
        int n = inverseDiagonal.length;
        Arrays.fill(work, 0);
        for (int i = 0; i < n; i++) {
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                work[columns[k]] -= values[k] * x[i];
            }
        }
        for (int i = 0; i < n; i++) {
            double sum = b[i] + work[i];
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                sum -= values[k] * x[columns[k]];
            }
            x[i] = sum * inverseDiagonal[i];
        }
    }

    /** (D + Lᵀ) z = b − L y, z in place of y. @param work overwritten; holds zeros on entry */
    void backward(double[] b, double[] x, double[] work) {
        int end = starts[inverseDiagonal.length];
        for (int i = inverseDiagonal.length - 1; i >= 0; i--) {
            int begin = starts[i];
            double sum = b[i] + work[i];
            for (int k = begin; k < end; k++) {
                sum -= values[k] * x[columns[k]];
            }
            double z = sum * inverseDiagonal[i];
            x[i] = z;
            for (int k = begin; k < end; k++) {
                work[columns[k]] -= values[k] * z;
            }
            end = begin;
        }
    }
}
