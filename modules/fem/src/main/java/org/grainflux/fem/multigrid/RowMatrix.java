package org.grainflux.fem.multigrid;

/** A sparse matrix by rows, in any order within a row; a plain carrier of arrays for the set-up. */
final class RowMatrix {
    final int[] starts;
    final int[] columns;
    final double[] values;

    RowMatrix(int[] starts, int[] columns, double[] values) {
        this.starts = starts;
        this.columns = columns;
        this.values = values;
    }

    int rows() {
        return starts.length - 1;
    }

    long entryCount() {
        return starts[starts.length - 1];
    }

    /** Turns lengths, that of row i at i + 1, into starts. */
    static void accumulate(int[] starts) {
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
    }
}
