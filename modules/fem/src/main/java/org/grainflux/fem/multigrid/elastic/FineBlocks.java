package org.grainflux.fem.multigrid.elastic;

import java.util.Arrays;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.fem.algebra.CsrMatrix;

/** Reads the blocks of the finest level out of a matrix of single entries. */
final class FineBlocks {
    private final CsrMatrix matrix;
    private final int width;
    private final TiedCopies copies;
    private final int[] placeOf;
    private final int[] groupOf;
    private final int[] starts;
    private int[] columns;
    private double[] values;
    private int count;
    private final int[] diagonalStarts;
    private final double[] diagonal;
    /** Block of a place in the row at hand, and the row it was put there for. */
    private final int[] blockOf;

    private final int[] seenBy;

    private FineBlocks(CsrMatrix matrix, int width, TiedCopies copies) {
        this.matrix = matrix;
        this.width = width;
        this.copies = copies;
        int nodes = copies.order.length;
        this.placeOf = new int[nodes];
        this.groupOf = new int[nodes];
        for (int g = 0; g + 1 < copies.starts.length; g++) {
            for (int p = copies.starts[g]; p < copies.starts[g + 1]; p++) {
                placeOf[copies.order[p]] = p;
                groupOf[copies.order[p]] = g;
            }
        }
        this.starts = new int[nodes + 1];
        // Half the blocks off the diagonal, where all of them are full.
        int likely = matrix.entryCount() / (width * width) / 2 + nodes / 8;
        this.columns = new int[likely];
        this.values = new double[Math.multiplyExact(likely, width * width)];
        this.diagonalStarts = BlockMatrix.diagonalStarts(width, copies.starts);
        this.diagonal = new double[diagonalStarts[diagonalStarts.length - 1]];
        this.blockOf = new int[nodes];
        this.seenBy = new int[nodes];
        Arrays.fill(seenBy, -1);
    }

    static BlockMatrix of(CsrMatrix matrix, int width, TiedCopies copies) {
        FineBlocks blocks = new FineBlocks(matrix, width, copies);
        for (int p = 0; p < copies.order.length; p++) {
            blocks.readPlace(p);
            blocks.starts[p + 1] = blocks.count;
        }
        return new BlockMatrix(
                width,
                copies.starts,
                blocks.starts,
                Arrays.copyOf(blocks.columns, blocks.count),
                Arrays.copyOf(blocks.values, blocks.count * width * width),
                blocks.diagonalStarts,
                blocks.diagonal);
    }

    private void readPlace(int place) {
        int node = copies.order[place];
        int[] rowStarts = matrix.pattern().rowStarts();
        int[] rowColumns = matrix.pattern().columns();
        double[] entries = matrix.values();
        int group = groupOf[node];
        for (int r = 0; r < width; r++) {
            int row = node * width + r;
            checkDiagonal(row);
            for (int k = rowStarts[row]; k < rowStarts[row + 1]; k++) {
                int other = rowColumns[k] / width;
                int c = rowColumns[k] - width * other;
                if (groupOf[other] == group) {
                    int first = copies.starts[group];
                    int size = width * (copies.starts[group + 1] - first);
                    int r0 = width * (place - first) + r;
                    int c0 = width * (placeOf[other] - first) + c;
                    diagonal[diagonalStarts[group] + r0 * size + c0] = entries[k];
                } else if (groupOf[other] < group && entries[k] != 0) {
                    int block = blockOf(place, placeOf[other]);
                    values[width * (width * block + r) + c] = entries[k];
                }
            }
        }
    }

    private void checkDiagonal(int row) {
        double diagonalEntry = matrix.at(row, row);
        if (!(diagonalEntry > 0 && diagonalEntry < Double.POSITIVE_INFINITY)) {
            throw new NumericalFailureException(
                    Reason.NOT_POSITIVE_DEFINITE,
                    "the diagonal entry of unknown " + row + " is " + diagonalEntry + ", it must be finite and > 0");
        }
    }

    private int blockOf(int place, int other) {
        if (seenBy[other] == place) {
            return blockOf[other];
        }
        if (count == columns.length) {
            int room = count + count / 4 + 16;
            columns = Arrays.copyOf(columns, room);
            values = Arrays.copyOf(values, Math.multiplyExact(room, width * width));
        }
        seenBy[other] = place;
        blockOf[other] = count;
        columns[count] = other;
        return count++;
    }
}
