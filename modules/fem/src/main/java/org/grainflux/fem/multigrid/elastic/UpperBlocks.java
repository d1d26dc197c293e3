package org.grainflux.fem.multigrid.elastic;

/** The blocks of a {@link BlockMatrix} by column: for every place those of later places that couple to it. */
final class UpperBlocks {
    /** Places + 1. */
    final int[] starts;
    /** Place whose row a block stands in. */
    final int[] rows;
    /** Number of the block in the matrix. */
    final int[] blocks;

    UpperBlocks(BlockMatrix matrix) {
        int places = matrix.places();
        starts = new int[places + 1];
        for (int column : matrix.columns) {
            starts[column + 1]++;
        }
        for (int p = 0; p < places; p++) {
            starts[p + 1] += starts[p];
        }
        rows = new int[matrix.columns.length];
        blocks = new int[matrix.columns.length];
        int[] next = starts.clone();
        for (int p = 0; p < places; p++) {
            for (int k = matrix.starts[p]; k < matrix.starts[p + 1]; k++) {
                int at = next[matrix.columns[k]]++;
                rows[at] = p;
                blocks[at] = k;
            }
        }
    }
}
