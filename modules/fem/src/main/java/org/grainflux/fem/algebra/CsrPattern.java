package org.grainflux.fem.algebra;

import java.util.Arrays;

/**
 * Where a square, structurally symmetric matrix may be non-zero. Columns are sorted in every row and the diagonal is
 * always present.
 */
public final class CsrPattern {
    private final int[] rowStarts;
    private final int[] columns;

    private CsrPattern(int[] rowStarts, int[] columns) {
        this.rowStarts = rowStarts;
        this.columns = columns;
    }

    /**
     * The pattern in which all members of a clique (the nodes of an element, both sides of a facet) couple.
     *
     * @param unknowns number of rows
     * @param cliqueStarts cliques + 1, offsets into members
     * @param members unknowns of every clique, one clique after the other
     */
    public static CsrPattern ofCliques(int unknowns, int[] cliqueStarts, int[] members) {
        int cliques = cliqueStarts.length - 1;
        int[] ofUnknownStarts = new int[unknowns + 1];
        for (int k = 0; k < cliqueStarts[cliques]; k++) {
            ofUnknownStarts[members[k] + 1]++;
        }
        for (int i = 0; i < unknowns; i++) {
            ofUnknownStarts[i + 1] += ofUnknownStarts[i];
        }
        int[] next = Arrays.copyOf(ofUnknownStarts, unknowns);
        int[] ofUnknown = new int[cliqueStarts[cliques]];
        for (int c = 0; c < cliques; c++) {
            for (int k = cliqueStarts[c]; k < cliqueStarts[c + 1]; k++) {
                ofUnknown[next[members[k]]++] = c;
            }
        }
        int[] rowStarts = new int[unknowns + 1];
        int[] columns = new int[Math.max(16, 8 * unknowns)];
        int[] seenInRow = new int[unknowns];
        Arrays.fill(seenInRow, -1);
        int count = 0;
        for (int i = 0; i < unknowns; i++) {
            seenInRow[i] = i;
            columns = withRoom(columns, count + 1);
            columns[count++] = i;
            for (int c = ofUnknownStarts[i]; c < ofUnknownStarts[i + 1]; c++) {
                int begin = cliqueStarts[ofUnknown[c]];
                int end = cliqueStarts[ofUnknown[c] + 1];
                columns = withRoom(columns, count + end - begin);
                for (int k = begin; k < end; k++) {
                    int j = members[k];
                    if (seenInRow[j] != i) {
                        seenInRow[j] = i;
                        columns[count++] = j;
                    }
                }
            }
            Arrays.sort(columns, rowStarts[i], count);
            rowStarts[i + 1] = count;
        }
        return new CsrPattern(rowStarts, Arrays.copyOf(columns, count));
    }

    /**
     * The pattern of a matrix that is already stored by rows.
     *
     * @param rowStarts rows + 1, from 0, ascending; owned by the pattern from now on
     * @param columns ascending within every row, the diagonal among them; owned by the pattern from now on
     * @throws IllegalArgumentException when a row is not as said; symmetry of the pattern is not checked
     */
    public static CsrPattern of(int[] rowStarts, int[] columns) {
        int n = rowStarts.length - 1;
        if (n < 0 || rowStarts[0] != 0 || rowStarts[n] != columns.length) {
            throw new IllegalArgumentException(
                    "row starts must run from 0 to the number of entries, " + columns.length);
        }
        for (int i = 0; i < n; i++) {
            boolean diagonal = false;
            for (int k = rowStarts[i]; k < rowStarts[i + 1]; k++) {
                int j = columns[k];
                if (j < 0 || j >= n || k > rowStarts[i] && j <= columns[k - 1]) {
                    throw new IllegalArgumentException("the columns of row " + i + " must ascend within 0.." + (n - 1));
                }
                diagonal |= j == i;
            }
            if (!diagonal) {
                throw new IllegalArgumentException("row " + i + " has no diagonal entry");
            }
        }
        return new CsrPattern(rowStarts, columns);
    }

    private static int[] withRoom(int[] array, int size) {
        return size <= array.length ? array : Arrays.copyOf(array, Math.max(size, array.length + array.length / 2));
    }

    public int rows() {
        return rowStarts.length - 1;
    }

    public int entryCount() {
        return columns.length;
    }

    /** First entry of a row. */
    public int rowStart(int row) {
        return rowStarts[row];
    }

    /** One past the last entry of a row. */
    public int rowEnd(int row) {
        return rowStarts[row + 1];
    }

    public int column(int entry) {
        return columns[entry];
    }

    /** Rows + 1: where each row starts. The pattern's own array, for inner loops; not to be changed. */
    public int[] rowStarts() {
        return rowStarts;
    }

    /** Column of every entry. The pattern's own array, for inner loops; not to be changed. */
    public int[] columns() {
        return columns;
    }

    /** Entry of (row, column), or a negative number when the pattern has none. */
    public int find(int row, int column) {
        return Arrays.binarySearch(columns, rowStarts[row], rowStarts[row + 1], column);
    }
}
