package org.grainflux.fem.multigrid;

import java.util.Arrays;

/** Interpolation from the next level: a fine value is a weighted sum of a few coarse ones. */
final class Prolongation {
    final int[] starts;
    final int[] columns;
    final float[] weights;
    final int coarseCount;

    private Prolongation(int[] starts, int[] columns, float[] weights, int coarseCount) {
        this.starts = starts;
        this.columns = columns;
        this.weights = weights;
        this.coarseCount = coarseCount;
    }

    /** From rows of a fixed width, filled from the left and closed by a negative column. */
    static Prolongation ofRows(int width, int[] columns, float[] weights, int coarseCount) {
        int n = columns.length / width;
        int[] starts = new int[n + 1];
        for (int i = 0; i < n; i++) {
            int count = 0;
            while (count < width && columns[i * width + count] >= 0) {
                count++;
            }
            starts[i + 1] = starts[i] + count;
        }
        int[] packed = new int[starts[n]];
        float[] values = new float[starts[n]];
        for (int i = 0; i < n; i++) {
            int count = starts[i + 1] - starts[i];
            System.arraycopy(columns, i * width, packed, starts[i], count);
            System.arraycopy(weights, i * width, values, starts[i], count);
        }
        return new Prolongation(starts, packed, values, coarseCount);
    }

    /** Nodes that take the value of one coarse node each. @param coarseOf coarse node of each node */
    static Prolongation injection(int[] coarseOf, int coarseCount) {
        int n = coarseOf.length;
        int[] starts = new int[n + 1];
        for (int i = 0; i <= n; i++) {
            starts[i] = i;
        }
        float[] weights = new float[n];
        Arrays.fill(weights, 1);
        return new Prolongation(starts, coarseOf, weights, coarseCount);
    }

    int rows() {
        return starts.length - 1;
    }

    long bytes() {
        return 4L * starts.length + 8L * columns.length;
    }

    /** coarse = Pᵀ fine. */
    void restrict(double[] fine, double[] coarse) {
        Arrays.fill(coarse, 0, coarseCount, 0);
        int begin = 0;
        int n = rows();
        for (int i = 0; i < n; i++) {
            int end = starts[i + 1];
            double value = fine[i];
            for (int k = begin; k < end; k++) {
                coarse[columns[k]] += weights[k] * value;
            }
            begin = end;
        }
    }

    /** fine += P coarse, and clears the work vector of the sweep that follows. */
    void addTo(double[] coarse, double[] fine, double[] work) {
        int begin = 0;
        int n = rows();
        for (int i = 0; i < n; i++) {
            int end = starts[i + 1];
            double sum = fine[i];
            for (int k = begin; k < end; k++) {
                sum += weights[k] * coarse[columns[k]];
            }
            fine[i] = sum;
            work[i] = 0;
            begin = end;
        }
    }

    /** Rows and weights by coarse node. */
    RowMatrix transposed() {
        int[] transposedStarts = new int[coarseCount + 1];
        for (int column : columns) {
            transposedStarts[column + 1]++;
        }
        for (int i = 0; i < coarseCount; i++) {
            transposedStarts[i + 1] += transposedStarts[i];
        }
        int[] next = Arrays.copyOf(transposedStarts, coarseCount);
        int[] fineRows = new int[columns.length];
        double[] values = new double[columns.length];
        for (int i = 0; i < rows(); i++) {
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                int at = next[columns[k]]++;
                fineRows[at] = i;
                values[at] = weights[k];
            }
        }
        return new RowMatrix(transposedStarts, fineRows, values);
    }
}
