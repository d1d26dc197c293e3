package org.grainflux.fem.multigrid;

import java.util.Arrays;

/** The entries of a sparse matrix by column, in the order of its rows. */
final class Transposition {
    /** Columns + 1: where the entries of each column start. */
    final int[] starts;
    /** Row of each entry. */
    final int[] rows;
    /** Number of each entry in the matrix. */
    final int[] entries;

    private Transposition(int[] starts, int entryCount) {
        this.starts = starts;
        this.rows = new int[entryCount];
        this.entries = new int[entryCount];
    }

    /**
     * @param rowStarts rows + 1
     * @param columns of every entry, shifted left by {@code shift} bits
     */
    static Transposition of(ThreadTeam team, int[] rowStarts, int[] columns, int shift, int columnCount) {
        int n = rowStarts.length - 1;
        int slabs = team.size();
        int[] bounds = new int[slabs + 1];
        Arrays.setAll(bounds, s -> (int) ((long) n * s / slabs));
        // Where each slab of rows puts its next entry of each column.
        int[][] next = new int[slabs][columnCount];
        team.run(slabs, (slab, worker) -> {
            int[] counts = next[slab];
            for (int k = rowStarts[bounds[slab]]; k < rowStarts[bounds[slab + 1]]; k++) {
                counts[columns[k] >> shift]++;
            }
        });
        int[] starts = new int[columnCount + 1];
        team.rows(columnCount, (begin, end, part, worker) -> {
            for (int[] counts : next) {
                for (int c = begin; c < end; c++) {
                    starts[c + 1] += counts[c];
                }
            }
        });
        RowMatrix.accumulate(team, starts);
        team.rows(columnCount, (begin, end, part, worker) -> {
            for (int c = begin; c < end; c++) {
                int at = starts[c];
                for (int[] counts : next) {
                    int count = counts[c];
                    counts[c] = at;
                    at += count;
                }
            }
        });
        Transposition transposition = new Transposition(starts, starts[columnCount]);
        team.run(slabs, (slab, worker) -> {
            int[] places = next[slab];
            for (int i = bounds[slab]; i < bounds[slab + 1]; i++) {
                for (int k = rowStarts[i]; k < rowStarts[i + 1]; k++) {
                    int place = places[columns[k] >> shift]++;
                    transposition.rows[place] = i;
                    transposition.entries[place] = k;
                }
            }
        });
        return transposition;
    }
}
