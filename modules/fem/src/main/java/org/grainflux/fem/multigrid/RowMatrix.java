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

    /** A matrix of zeros, its arrays made at the same time. @param starts rows + 1 */
    static RowMatrix zeros(ThreadTeam team, int[] starts) {
        int entries = starts[starts.length - 1];
        int[][] columns = new int[1][];
        double[][] values = new double[1][];
        team.run(2, (part, worker) -> {
            if (part == 0) {
                values[0] = new double[entries];
            } else {
                columns[0] = new int[entries];
            }
        });
        return new RowMatrix(starts, columns[0], values[0]);
    }

    /** Turns lengths, that of row i at i + 1, into starts. */
    static void accumulate(int[] starts) {
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
    }

    /** As the other one, for as many rows as a level has. */
    static void accumulate(ThreadTeam team, int[] starts) {
        int n = starts.length - 1;
        int[] rangeStarts = new int[ThreadTeam.rowParts(n) + 1];
        team.rows(n, (begin, end, part, worker) -> {
            int sum = 0;
            for (int i = begin + 1; i <= end; i++) {
                sum += starts[i];
            }
            rangeStarts[part + 1] = sum;
        });
        accumulate(rangeStarts);
        team.rows(n, (begin, end, part, worker) -> {
            int sum = rangeStarts[part];
            for (int i = begin + 1; i <= end; i++) {
                sum += starts[i];
                starts[i] = sum;
            }
        });
    }
}
