package org.grainflux.fem.multigrid;

import java.util.Arrays;

/** Rows of a sparse matrix of unknown length, collected range by range of a {@link ThreadTeam} and kept that way. */
final class CollectedRows {
    private final int rowCount;
    private final Range[] ranges;

    CollectedRows(int rowCount) {
        this.rowCount = rowCount;
        this.ranges = new Range[ThreadTeam.rowParts(rowCount)];
    }

    /** The rows of one range, one after the other. */
    static final class Range {
        private final int firstRow;
        private final int[] starts;
        private int[] columns;
        private double[] values;
        private int rows;

        private Range(int firstRow, int rowCount, int expectedPerRow) {
            this.firstRow = firstRow;
            this.starts = new int[rowCount + 1];
            this.columns = new int[expectedPerRow * rowCount];
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

        /** Adds a row of this range, given by its number in the matrix, times a factor. */
        void addTo(RowBuilder sum, int row, double factor) {
            int local = row - firstRow;
            for (int k = starts[local]; k < starts[local + 1]; k++) {
                sum.add(columns[k], factor * values[k]);
            }
        }
    }

    /** Begins the range of a part. @param expectedPerRow entries a row is expected to have; more are taken too */
    Range begin(int part, int expectedPerRow) {
        int first = ThreadTeam.begin(part);
        ranges[part] = new Range(first, Math.min(rowCount, ThreadTeam.begin(part + 1)) - first, expectedPerRow);
        return ranges[part];
    }

    /** The range that holds a row. */
    Range holding(int row) {
        return ranges[ThreadTeam.partOf(row)];
    }

    /** All rows in one piece. */
    RowMatrix joined(ThreadTeam team) {
        int[] starts = new int[rowCount + 1];
        for (Range range : ranges) {
            starts[range.firstRow + range.rows] = starts[range.firstRow] + range.starts[range.rows];
        }
        RowMatrix all = RowMatrix.zeros(team, starts);
        team.run(ranges.length, (part, worker) -> {
            Range range = ranges[part];
            int offset = starts[range.firstRow];
            for (int r = 1; r < range.rows; r++) {
                starts[range.firstRow + r] = offset + range.starts[r];
            }
            int count = range.starts[range.rows];
            System.arraycopy(range.columns, 0, all.columns, offset, count);
            System.arraycopy(range.values, 0, all.values, offset, count);
        });
        return all;
    }
}
