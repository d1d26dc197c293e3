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

    /** Groups of unknowns that couple all with all: the nodes of an element, both sides of a facet. */
    public interface Cliques {
        int count();

        /** Number of unknowns of a clique. */
        int size(int clique);

        /** An unknown; a negative number is no member. */
        int member(int clique, int place);
    }

    /**
     * The pattern in which all members of a clique couple.
     *
     * @param unknowns number of rows
     * @param cliqueStarts cliques + 1, offsets into members
     * @param members unknowns of every clique, one clique after the other
     */
    public static CsrPattern ofCliques(int unknowns, int[] cliqueStarts, int[] members) {
        return ofCliques(unknowns, new Cliques() {
            @Override
            public int count() {
                return cliqueStarts.length - 1;
            }

            @Override
            public int size(int clique) {
                return cliqueStarts[clique + 1] - cliqueStarts[clique];
            }

            @Override
            public int member(int clique, int place) {
                return members[cliqueStarts[clique] + place];
            }
        });
    }

    /**
     * As above for cliques that are stored elsewhere. Needs one integer per member beside the result: rows are counted
     * before they are filled, so that nothing grows.
     */
    public static CsrPattern ofCliques(int unknowns, Cliques cliques) {
        CliqueIndex index = new CliqueIndex(unknowns, cliques);
        int[] rowStarts = new int[unknowns + 1];
        int[] row = new int[64];
        for (int i = 0; i < unknowns; i++) {
            row = withRoom(row, index.mostColumns(i));
            rowStarts[i + 1] = rowStarts[i] + index.gather(i, row, 0);
        }
        index.forget();
        int[] columns = new int[rowStarts[unknowns]];
        for (int i = 0; i < unknowns; i++) {
            index.gather(i, columns, rowStarts[i]);
            Arrays.sort(columns, rowStarts[i], rowStarts[i + 1]);
        }
        return new CsrPattern(rowStarts, columns);
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
        return size <= array.length ? array : new int[Math.max(size, 2 * array.length)];
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
