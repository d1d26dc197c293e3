package org.grainflux.fem.solve;

/**
 * Solves with the factor for several right-hand sides at once. They are interleaved: entry {@code position · width + r}
 * belongs to right-hand side r. An entry of L that was read is used for all of them, and the inner loops run along
 * the right-hand sides, where the just-in-time compiler uses vector instructions.
 */
final class BlockTriangularSolve {
    /** Columns of L whose effect is applied together; see {@link CholeskyKernel#subtract4}. */
    private static final int PANEL = 4;

    private final CholeskyFactor factor;
    private final EliminationPlan plan;
    private final int width;
    /** Rows of x that the current front touches: front size × width. */
    private final double[][] local;

    BlockTriangularSolve(CholeskyFactor factor, int width) {
        this.factor = factor;
        this.plan = factor.plan();
        this.width = width;
        this.local = new double[plan.largestFront()][width];
    }

    /** Replaces the interior of x by L⁻¹ x; the kept entries become the loads of the condensed system. */
    void forward(double[] x) {
        for (int s = 0; s < plan.fronts(); s++) {
            gather(s, x);
            int size = plan.frontSize(s);
            int pivots = plan.pivotCount(s);
            double[] l = factor.entries(s);
            int offset = factor.offset(s);
            for (int begin = 0; begin < pivots; begin += PANEL) {
                int end = Math.min(begin + PANEL, pivots);
                for (int j = begin; j < end; j++) {
                    subtractColumns(l, offset, size, j, begin, j);
                    divide(j, l[CholeskyFactor.columnOrigin(offset, j, size) + j]);
                }
                for (int i = end; i < size; i++) {
                    subtractColumns(l, offset, size, i, begin, end);
                }
            }
            scatter(s, size, x);
        }
    }

    /** Row i of x −= L(i, j) · row j for columns from…to − 1. */
    private void subtractColumns(double[] l, int offset, int size, int i, int from, int to) {
        int j = from;
        if (to - from == PANEL) {
            CholeskyKernel.subtract4(
                    local[i],
                    local[j],
                    local[j + 1],
                    local[j + 2],
                    local[j + 3],
                    l[CholeskyFactor.columnOrigin(offset, j, size) + i],
                    l[CholeskyFactor.columnOrigin(offset, j + 1, size) + i],
                    l[CholeskyFactor.columnOrigin(offset, j + 2, size) + i],
                    l[CholeskyFactor.columnOrigin(offset, j + 3, size) + i],
                    0,
                    width);
            return;
        }
        for (; j < to; j++) {
            CholeskyKernel.subtract(local[i], local[j], l[CholeskyFactor.columnOrigin(offset, j, size) + i], 0, width);
        }
    }

    /** Replaces the interior of x by its solution, with the kept entries given. */
    void backward(double[] x) {
        for (int s = plan.fronts() - 1; s >= 0; s--) {
            gather(s, x);
            int size = plan.frontSize(s);
            int pivots = plan.pivotCount(s);
            double[] l = factor.entries(s);
            for (int j = pivots - 1; j >= 0; j--) {
                int origin = CholeskyFactor.columnOrigin(factor.offset(s), j, size);
                subtractRows(l, origin, j, j + 1, size);
                divide(j, l[origin + j]);
            }
            scatter(s, pivots, x);
        }
    }

    /** Row j of x −= L(i, j) · row i for rows from…to − 1. */
    private void subtractRows(double[] l, int origin, int j, int from, int to) {
        int i = from;
        for (; i + PANEL <= to; i += PANEL) {
            CholeskyKernel.subtract4(
                    local[j],
                    local[i],
                    local[i + 1],
                    local[i + 2],
                    local[i + 3],
                    l[origin + i],
                    l[origin + i + 1],
                    l[origin + i + 2],
                    l[origin + i + 3],
                    0,
                    width);
        }
        for (; i < to; i++) {
            CholeskyKernel.subtract(local[j], local[i], l[origin + i], 0, width);
        }
    }

    private void divide(int row, double by) {
        double[] values = local[row];
        double inverse = 1 / by;
        for (int r = 0; r < width; r++) {
            values[r] *= inverse;
        }
    }

    private void gather(int front, double[] x) {
        int start = plan.pivotStart(front);
        int pivots = plan.pivotCount(front);
        int[] rows = plan.rows(front);
        for (int k = 0; k < pivots; k++) {
            System.arraycopy(x, (start + k) * width, local[k], 0, width);
        }
        for (int k = 0; k < rows.length; k++) {
            System.arraycopy(x, rows[k] * width, local[pivots + k], 0, width);
        }
    }

    private void scatter(int front, int count, double[] x) {
        int start = plan.pivotStart(front);
        int pivots = plan.pivotCount(front);
        int[] rows = plan.rows(front);
        for (int k = 0; k < pivots; k++) {
            System.arraycopy(local[k], 0, x, (start + k) * width, width);
        }
        for (int k = pivots; k < count; k++) {
            System.arraycopy(local[k], 0, x, rows[k - pivots] * width, width);
        }
    }
}
