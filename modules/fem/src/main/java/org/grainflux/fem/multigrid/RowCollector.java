package org.grainflux.fem.multigrid;

import java.util.Arrays;

/** Puts finished rows one after the other into a {@link RowMatrix}. */
final class RowCollector {
    private final int[] starts;
    private int[] columns;
    private double[] values;
    private int rows;

    /** @param expectedPerRow entries a row is expected to have; more are taken too */
    RowCollector(int rowCount, int expectedPerRow) {
        this.starts = new int[rowCount + 1];
        this.columns = new int[expectedPerRow * rowCount + 64];
        this.values = new double[columns.length];
    }

    void append(RowBuilder row) {
        int count = starts[rows];
        if (count + row.count > columns.length) {
            int larger = columns.length + columns.length / 2 + row.count;
            columns = Arrays.copyOf(columns, larger);
            values = Arrays.copyOf(values, larger);
        }
        System.arraycopy(row.columns, 0, columns, count, row.count);
        System.arraycopy(row.values, 0, values, count, row.count);
        starts[++rows] = count + row.count;
    }

    RowMatrix matrix() {
        return new RowMatrix(starts, columns, values);
    }
}
