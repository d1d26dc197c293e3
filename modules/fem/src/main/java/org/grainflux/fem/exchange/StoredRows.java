package org.grainflux.fem.exchange;

import java.nio.file.Path;
import java.util.Arrays;
import org.grainflux.core.InvalidInputException;

/** Rows as they were read: put in order, and held to what a symmetric positive definite matrix must be. */
final class StoredRows {
    /**
     * Largest |a_ij − a_ji| relative to √(a_ii a_jj): programs that assemble row by row round both triangles apart, in the
     * last digits of numbers that are at most of that size.
     */
    private static final double SYMMETRY_TOLERANCE = 1e-12;

    private final Path file;
    private final int[] rowStarts;
    private final int[] columns;
    private final double[] values;

    private StoredRows(Path file, int[] rowStarts, int[] columns, double[] values) {
        this.file = file;
        this.rowStarts = rowStarts;
        this.columns = columns;
        this.values = values;
    }

    /** Sorts columns and values in place. @throws InvalidInputException naming file, row and column */
    static void sortAndCheck(Path file, int[] rowStarts, int[] columns, double[] values) {
        StoredRows rows = new StoredRows(file, rowStarts, columns, values);
        int n = rowStarts.length - 1;
        for (int i = 0; i < n; i++) {
            if (!rows.ascends(i)) {
                rows.sort(i);
            }
        }
        rows.checkSymmetry(rows.diagonal());
    }

    /** Whether the columns of a row ascend; all must be within the matrix. */
    private boolean ascends(int row) {
        boolean ascends = true;
        int n = rowStarts.length - 1;
        int previous = -1;
        for (int k = rowStarts[row]; k < rowStarts[row + 1]; k++) {
            int j = columns[k];
            if (j < 0 || j >= n) {
                throw new InvalidInputException(
                        file + ": row " + row + " has column " + j + "; columns must lie in 0.." + (n - 1));
            }
            if (!Double.isFinite(values[k])) {
                throw new InvalidInputException(
                        file + ": entry (" + row + ", " + j + ") is " + values[k] + "; every entry must be finite");
            }
            ascends &= j > previous;
            previous = j;
        }
        return ascends;
    }

    private void sort(int row) {
        int start = rowStarts[row];
        int length = rowStarts[row + 1] - start;
        long[] columnAndPlace = new long[length];
        for (int k = 0; k < length; k++) {
            columnAndPlace[k] = (long) columns[start + k] << 32 | k;
        }
        Arrays.sort(columnAndPlace);
        double[] unsorted = Arrays.copyOfRange(values, start, start + length);
        for (int k = 0; k < length; k++) {
            int column = (int) (columnAndPlace[k] >>> 32);
            if (k > 0 && column == columns[start + k - 1]) {
                throw new InvalidInputException(
                        file + ": row " + row + " has column " + column + " twice; add such entries up");
            }
            columns[start + k] = column;
            values[start + k] = unsorted[(int) columnAndPlace[k]];
        }
    }

    private double[] diagonal() {
        double[] diagonal = new double[rowStarts.length - 1];
        for (int i = 0; i < diagonal.length; i++) {
            int k = Arrays.binarySearch(columns, rowStarts[i], rowStarts[i + 1], i);
            if (k < 0) {
                throw new InvalidInputException(file + ": row " + i
                        + " has no diagonal entry; store it, as a positive definite matrix has one");
            }
            if (!(values[k] > 0)) {
                throw new InvalidInputException(file + ": the diagonal entry of row " + i + " is " + values[k]
                        + "; the matrix must be positive definite");
            }
            diagonal[i] = values[k];
        }
        return diagonal;
    }

    /**
     * Rows are visited in order, so the entries of row j left of its diagonal are met one after the other as the mirrors
     * of entries (i, j) with i &lt; j: one pointer per row is enough.
     */
    private void checkSymmetry(double[] diagonal) {
        int n = diagonal.length;
        int[] next = Arrays.copyOf(rowStarts, n);
        for (int i = 0; i < n; i++) {
            if (columns[next[i]] < i) {
                throw unsymmetric(i, columns[next[i]]);
            }
            for (int k = next[i] + 1; k < rowStarts[i + 1]; k++) {
                int j = columns[k];
                int mirror = next[j]++;
                if (columns[mirror] != i) {
                    throw unsymmetric(i, j);
                }
                double difference = Math.abs(values[k] - values[mirror]);
                if (!(difference <= SYMMETRY_TOLERANCE * Math.sqrt(diagonal[i] * diagonal[j]))) {
                    throw unsymmetric(i, j);
                }
            }
        }
    }

    private InvalidInputException unsymmetric(int row, int column) {
        return new InvalidInputException(file + ": the matrix must be symmetric, but entries (" + row + ", " + column
                + ") and (" + column + ", " + row + ") differ or one of them is missing");
    }
}
