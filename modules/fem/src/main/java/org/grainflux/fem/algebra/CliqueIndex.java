package org.grainflux.fem.algebra;

import java.util.Arrays;

/** The cliques of every unknown, to find the columns of its row. */
final class CliqueIndex {
    private final CsrPattern.Cliques cliques;
    private final int[] starts;
    private final int[] cliqueOf;
    /** The row in which an unknown was last found. */
    private final int[] seenInRow;

    CliqueIndex(int unknowns, CsrPattern.Cliques cliques) {
        this.cliques = cliques;
        starts = new int[unknowns + 1];
        for (int c = 0; c < cliques.count(); c++) {
            for (int k = 0; k < cliques.size(c); k++) {
                int member = cliques.member(c, k);
                starts[member + 1] += member >= 0 ? 1 : 0;
            }
        }
        for (int i = 0; i < unknowns; i++) {
            starts[i + 1] += starts[i];
        }
        cliqueOf = new int[starts[unknowns]];
        int[] next = Arrays.copyOf(starts, unknowns);
        for (int c = 0; c < cliques.count(); c++) {
            for (int k = 0; k < cliques.size(c); k++) {
                int member = cliques.member(c, k);
                if (member >= 0) {
                    cliqueOf[next[member]++] = c;
                }
            }
        }
        seenInRow = new int[unknowns];
        forget();
    }

    /** To be called before rows are gathered a second time. */
    void forget() {
        Arrays.fill(seenInRow, -1);
    }

    /** More than the distinct columns of a row, or as many. */
    int mostColumns(int row) {
        int most = 1;
        for (int k = starts[row]; k < starts[row + 1]; k++) {
            most += cliques.size(cliqueOf[k]);
        }
        return most;
    }

    /** Writes the distinct columns of a row, itself first, from a place on; returns their number. */
    int gather(int row, int[] columns, int from) {
        int count = from;
        seenInRow[row] = row;
        columns[count++] = row;
        for (int k = starts[row]; k < starts[row + 1]; k++) {
            int clique = cliqueOf[k];
            for (int place = 0; place < cliques.size(clique); place++) {
                int column = cliques.member(clique, place);
                if (column >= 0 && seenInRow[column] != row) {
                    seenInRow[column] = row;
                    columns[count++] = column;
                }
            }
        }
        return count - from;
    }
}
