package org.grainflux.fem.multigrid;

import java.util.Arrays;

/** Interpolation from the next level: a fine value is a weighted sum of a few coarse ones. By rows, for the set-up. */
final class Prolongation {
    final int[] starts;
    final int[] columns;
    final float[] weights;
    final int coarseCount;

    Prolongation(int[] starts, int[] columns, float[] weights, int coarseCount) {
        this.starts = starts;
        this.columns = columns;
        this.weights = weights;
        this.coarseCount = coarseCount;
    }

    /** From rows of a fixed width, filled from the left and closed by a negative column. */
    static Prolongation ofRows(ThreadTeam team, int width, int[] columns, float[] weights, int coarseCount) {
        int n = columns.length / width;
        int[] starts = new int[n + 1];
        team.rows(n, (begin, end, part, worker) -> {
            for (int i = begin; i < end; i++) {
                int count = 0;
                while (count < width && columns[i * width + count] >= 0) {
                    count++;
                }
                starts[i + 1] = count;
            }
        });
        RowMatrix.accumulate(team, starts);
        int[] packed = new int[starts[n]];
        float[] values = new float[starts[n]];
        team.rows(n, (begin, end, part, worker) -> {
            for (int i = begin; i < end; i++) {
                int from = i * width;
                for (int k = starts[i]; k < starts[i + 1]; k++) {
                    packed[k] = columns[from];
                    values[k] = weights[from++];
                }
            }
        });
        return new Prolongation(starts, packed, values, coarseCount);
    }

    /** Nodes that take the value of one coarse node each. @param coarseOf coarse node of each node */
    static Prolongation injection(int[] coarseOf, int coarseCount) {
        int n = coarseOf.length;
        int[] starts = new int[n + 1];
        Arrays.setAll(starts, i -> i);
        float[] weights = new float[n];
        Arrays.fill(weights, 1);
        return new Prolongation(starts, coarseOf, weights, coarseCount);
    }

    int rows() {
        return starts.length - 1;
    }
}
