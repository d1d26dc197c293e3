package org.grainflux.fem.solve;

/**
 * Partial Cholesky factorisation of a dense front. The lower triangle is stored as one array per column, each indexed by
 * the row: {@code columns[j][i]}, i ≥ j. All arrays of an inner loop then share one index, which is what lets the
 * just-in-time compiler use vector instructions (measured: 17–20 GFlop/s for 1000 × 1000 on one core).
 */
final class CholeskyKernel {
    /** Columns factored before their effect is applied to the rest; a panel of 1000 rows fits the second-level cache. */
    private static final int PANEL = 32;

    private CholeskyKernel() {}

    /**
     * Factors the leading pivots and updates the rest: columns 0…pivots − 1 become L, the remaining lower triangle
     * becomes the Schur complement.
     *
     * @param columns at least size arrays of at least size entries
     * @param pivotFloors pivot j must exceed entry j
     * @return the first pivot that is not above its floor (or is not a number), left in {@code columns[j][j]}; −1 when
     *     there is none
     */
    static int factor(double[][] columns, int size, int pivots, double[] pivotFloors) {
        for (int begin = 0; begin < pivots; begin += PANEL) {
            int end = Math.min(pivots, begin + PANEL);
            for (int j = begin; j < end; j++) {
                update(columns, j, begin, j, size);
                double[] column = columns[j];
                double pivot = column[j];
                if (!(pivot > pivotFloors[j] && pivot < Double.POSITIVE_INFINITY)) {
                    return j;
                }
                double root = Math.sqrt(pivot);
                column[j] = root;
                scale(column, 1 / root, j + 1, size);
            }
            for (int j = end; j < size; j++) {
                update(columns, j, begin, end, size);
            }
        }
        return -1;
    }

    /**
     * Factors a matrix whose columns end early, as those of a block tridiagonal one do: L ends where the matrix does.
     *
     * @param ends one past the last entry of every column that is not 0; never falling, each above its column's number
     * @return as {@link #factor}
     */
    static int factorWithin(double[][] columns, int[] ends) {
        int first = 0;
        for (int j = 0; j < columns.length; j++) {
            while (ends[first] <= j) {
                first++;
            }
            double[] column = columns[j];
            int k = first;
            for (; k + 4 <= j; k += 4) {
                double[] c0 = columns[k];
                double[] c1 = columns[k + 1];
                double[] c2 = columns[k + 2];
                double[] c3 = columns[k + 3];
                subtract4(column, c0, c1, c2, c3, c0[j], c1[j], c2[j], c3[j], j, ends[k + 3]);
            }
            for (; k < j; k++) {
                subtract(column, columns[k], columns[k][j], j, ends[k]);
            }
            if (!(column[j] > 0 && column[j] < Double.POSITIVE_INFINITY)) {
                return j;
            }
            double root = Math.sqrt(column[j]);
            column[j] = root;
            scale(column, 1 / root, j + 1, ends[j]);
        }
        return -1;
    }

    /** Column j, rows ≥ j: subtracts the effect of factored columns from…to − 1. */
    private static void update(double[][] columns, int j, int from, int to, int size) {
        double[] target = columns[j];
        int k = from;
        // Four columns at a time: wider updates spill registers and halve the speed.
        for (; k + 4 <= to; k += 4) {
            double[] c0 = columns[k];
            double[] c1 = columns[k + 1];
            double[] c2 = columns[k + 2];
            double[] c3 = columns[k + 3];
            subtract4(target, c0, c1, c2, c3, c0[j], c1[j], c2[j], c3[j], j, size);
        }
        for (; k < to; k++) {
            subtract(target, columns[k], columns[k][j], j, size);
        }
    }

    static void subtract4(
            double[] target,
            double[] c0,
            double[] c1,
            double[] c2,
            double[] c3,
            double f0,
            double f1,
            double f2,
            double f3,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            target[i] -= f0 * c0[i] + f1 * c1[i] + f2 * c2[i] + f3 * c3[i];
        }
    }

    static void subtract(double[] target, double[] column, double factor, int from, int to) {
        for (int i = from; i < to; i++) {
            target[i] -= factor * column[i];
        }
    }

    private static void scale(double[] column, double factor, int from, int to) {
        for (int i = from; i < to; i++) {
            column[i] *= factor;
        }
    }
}
