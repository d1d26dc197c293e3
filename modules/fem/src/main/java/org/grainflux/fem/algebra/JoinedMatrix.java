package org.grainflux.fem.algebra;

import java.util.Arrays;
import java.util.List;

/**
 * The matrix of a body that is joined from parts, \( \sum_k P_k^T A_k P_k \): P_k takes every row of part k to one unknown
 * of the whole, so that rows may share an unknown (tied nodes), or to none (a fixed value). Takes two passes over the
 * entries and no memory but the result and a few integers per row. Entries are added in the order of parts and rows.
 */
public final class JoinedMatrix {
    private final int unknowns;
    private final List<Part> parts;
    /** Per part: offsets by unknown into rowsOfUnknown. */
    private final int[][] starts;

    private final int[][] rowsOfUnknown;
    /** The unknown in whose row a column was last seen. */
    private final int[] seen;

    private JoinedMatrix(int unknowns, List<Part> parts) {
        this.unknowns = unknowns;
        this.parts = parts;
        this.starts = new int[parts.size()][];
        this.rowsOfUnknown = new int[parts.size()][];
        this.seen = new int[unknowns];
        for (int k = 0; k < parts.size(); k++) {
            sortRows(k);
        }
    }

    /**
     * A symmetric part.
     *
     * @param unknownOfRow unknown of the whole for each row of the matrix; −1 leaves row and column out
     */
    public record Part(CsrMatrix matrix, int[] unknownOfRow) {
        public Part {
            if (unknownOfRow.length != matrix.rows()) {
                throw new IllegalArgumentException(unknownOfRow.length + " unknowns for " + matrix.rows() + " rows");
            }
        }
    }

    /** @param unknowns rows of the result; each gets a diagonal entry even if no part has it */
    public static CsrMatrix of(int unknowns, List<Part> parts) {
        return new JoinedMatrix(unknowns, parts).assemble();
    }

    private void sortRows(int part) {
        int[] unknownOfRow = parts.get(part).unknownOfRow;
        int[] offsets = new int[unknowns + 1];
        int count = 0;
        for (int u : unknownOfRow) {
            if (u >= 0) {
                offsets[u + 1]++;
                count++;
            }
        }
        for (int u = 0; u < unknowns; u++) {
            offsets[u + 1] += offsets[u];
        }
        int[] rows = new int[count];
        // Filled from the end, so that the rows of an unknown stay ascending.
        int[] next = Arrays.copyOfRange(offsets, 1, unknowns + 1);
        for (int row = unknownOfRow.length - 1; row >= 0; row--) {
            if (unknownOfRow[row] >= 0) {
                rows[--next[unknownOfRow[row]]] = row;
            }
        }
        starts[part] = offsets;
        rowsOfUnknown[part] = rows;
    }

    private CsrMatrix assemble() {
        int[] rowStarts = new int[unknowns + 1];
        int[] row = new int[64];
        Arrays.fill(seen, -1);
        for (int u = 0; u < unknowns; u++) {
            row = withRoom(row, widestRow(u));
            rowStarts[u + 1] = rowStarts[u] + gather(u, row);
        }
        int[] columns = new int[rowStarts[unknowns]];
        double[] values = new double[columns.length];
        double[] sums = new double[unknowns];
        Arrays.fill(seen, -1);
        for (int u = 0; u < unknowns; u++) {
            int count = gather(u, row);
            add(u, sums);
            Arrays.sort(row, 0, count);
            for (int c = 0; c < count; c++) {
                columns[rowStarts[u] + c] = row[c];
                values[rowStarts[u] + c] = sums[row[c]];
                sums[row[c]] = 0;
            }
        }
        return CsrMatrix.of(CsrPattern.of(rowStarts, columns), values);
    }

    private int widestRow(int unknown) {
        int entries = 1;
        for (int k = 0; k < starts.length; k++) {
            CsrPattern pattern = parts.get(k).matrix.pattern();
            for (int r = starts[k][unknown]; r < starts[k][unknown + 1]; r++) {
                int row = rowsOfUnknown[k][r];
                entries += pattern.rowEnd(row) - pattern.rowStart(row);
            }
        }
        return entries;
    }

    /** Distinct columns of a row, the diagonal first, in any order; returns their number. */
    private int gather(int unknown, int[] into) {
        int count = 0;
        into[count++] = unknown;
        seen[unknown] = unknown;
        for (int k = 0; k < starts.length; k++) {
            CsrPattern pattern = parts.get(k).matrix.pattern();
            int[] unknownOfRow = parts.get(k).unknownOfRow;
            for (int r = starts[k][unknown]; r < starts[k][unknown + 1]; r++) {
                int row = rowsOfUnknown[k][r];
                for (int e = pattern.rowStart(row); e < pattern.rowEnd(row); e++) {
                    int column = unknownOfRow[pattern.column(e)];
                    if (column >= 0 && seen[column] != unknown) {
                        seen[column] = unknown;
                        into[count++] = column;
                    }
                }
            }
        }
        return count;
    }

    private void add(int unknown, double[] sums) {
        for (int k = 0; k < starts.length; k++) {
            CsrMatrix matrix = parts.get(k).matrix;
            CsrPattern pattern = matrix.pattern();
            int[] unknownOfRow = parts.get(k).unknownOfRow;
            for (int r = starts[k][unknown]; r < starts[k][unknown + 1]; r++) {
                int row = rowsOfUnknown[k][r];
                for (int e = pattern.rowStart(row); e < pattern.rowEnd(row); e++) {
                    int column = unknownOfRow[pattern.column(e)];
                    if (column >= 0) {
                        sums[column] += matrix.value(e);
                    }
                }
            }
        }
    }

    private static int[] withRoom(int[] array, int size) {
        return size <= array.length ? array : new int[Math.max(size, 2 * array.length)];
    }
}
