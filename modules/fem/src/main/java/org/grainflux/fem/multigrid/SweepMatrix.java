package org.grainflux.fem.multigrid;

import java.util.Arrays;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;

/**
 * A symmetric matrix stored once per pair of entries, for Gauss–Seidel sweeps that also deliver the residual. Rows stand in
 * the order of {@link Halves}, and every row keeps its entries left of the diagonal; an entry a_ij serves row i by a gather
 * from x_j and row j by a scatter, so a sweep and the residual after it together read half the matrix once.
 *
 * <p>A forward sweep from zero solves (D + L) x = b and leaves the residual −Lᵀ x. A backward sweep from y solves (D + Lᵀ)
 * z = b − L y and leaves the residual L (y − z). One after the other they are a symmetric preconditioner.
 */
final class SweepMatrix {
    final Halves halves;
    /** Rows + 1: where the entries left of the diagonal start. */
    final int[] starts;

    final int[] columns;
    final double[] values;
    final double[] inverseDiagonal;

    private SweepMatrix(Halves halves, RowMatrix lower) {
        this.halves = halves;
        this.starts = lower.starts;
        this.columns = lower.columns;
        this.values = lower.values;
        this.inverseDiagonal = new double[halves.rows()];
    }

    /** The lower triangle, in the order of the halves, of a matrix stored in full. */
    static SweepMatrix of(ThreadTeam team, RowMatrix full, Halves halves) {
        int n = full.rows();
        int[] places = halves.places(team);
        int[] starts = new int[n + 1];
        team.rows(n, (begin, end, part, worker) -> {
            for (int t = begin; t < end; t++) {
                int i = halves.order[t];
                int lower = 0;
                for (int k = full.starts[i]; k < full.starts[i + 1]; k++) {
                    lower += places[full.columns[k]] < t ? 1 : 0;
                }
                starts[t + 1] = lower;
            }
        });
        RowMatrix.accumulate(team, starts);
        SweepMatrix matrix = new SweepMatrix(halves, RowMatrix.zeros(team, starts));
        team.rows(n, (begin, end, part, worker) -> {
            for (int t = begin; t < end; t++) {
                matrix.fill(full, places, t);
            }
        });
        return matrix;
    }

    private void fill(RowMatrix full, int[] places, int t) {
        int i = halves.order[t];
        int next = starts[t];
        for (int k = full.starts[i]; k < full.starts[i + 1]; k++) {
            int place = places[full.columns[k]];
            if (place < t) {
                columns[next] = place;
                values[next++] = full.values[k];
            } else if (place == t) {
                inverseDiagonal[t] = 1 / full.values[k];
            }
        }
        if (!(inverseDiagonal[t] > 0 && inverseDiagonal[t] < Double.POSITIVE_INFINITY)) {
            throw new NumericalFailureException(
                    Reason.NOT_POSITIVE_DEFINITE,
                    "the diagonal entry of unknown " + i + " is " + 1 / inverseDiagonal[t]
                            + ", it must be finite and > 0");
        }
    }

    int rows() {
        return inverseDiagonal.length;
    }

    long bytes() {
        return 4L * halves.rows() + 4L * starts.length + 12L * columns.length + 8L * inverseDiagonal.length;
    }

    /** (D + L) x = b from zero, and the residual −Lᵀ x. */
    void forward(ThreadTeam team, double[] b, double[] x, double[] residual) {
        halves.both(team, (begin, end, half) -> forward(b, x, residual, begin, end));
        forward(b, x, residual, halves.separator(), rows());
    }

    private void forward(double[] b, double[] x, double[] residual, int first, int last) {
        int begin = starts[first];
        for (int i = first; i < last; i++) {
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
    void backward(ThreadTeam team, double[] b, double[] x, double[] work) {
        backward(b, x, work, halves.separator(), rows());
        halves.both(team, (begin, end, half) -> backward(b, x, work, begin, end));
    }

    private void backward(double[] b, double[] x, double[] work, int first, int last) {
        int end = starts[last];
        for (int i = last - 1; i >= first; i--) {
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
