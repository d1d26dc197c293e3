package org.grainflux.fem.grid;

import java.util.Arrays;

/**
 * Which aggregate each cell belongs to, by blocks of 2 × 2 × 2 cells: the aggregates of a block have consecutive numbers,
 * and nearly all blocks have only one, so a number for each block and a list of the others say it all, in a sixth of the
 * memory that a number for each cell takes. Sums over whole lines of blocks then need no look-up for each cell.
 */
final class BlockAggregates {
    /** Bits that hold the place of a cell's aggregate within its block of at most eight. */
    private static final int BITS = 3;

    private static final int MASK = (1 << BITS) - 1;

    private final int cells0;
    private final int rows1;
    private final int blocks0;
    /** Number of the first aggregate of each block, blocks along axis 0 fastest; and the count of aggregates. */
    private final int[] firsts;
    /** For each line of blocks, where its cut blocks start in the lists of these; one more at the end. */
    private final int[] cutStarts;
    /** Place of each cut block in its line of blocks. */
    private final int[] cutBlocks;
    /** For each cell of a cut block three bits: the place of its aggregate. Cell k is (k & 1, k >> 1 & 1, k >> 2). */
    private final int[] cutPlaces;

    private BlockAggregates(CellGrid grid, int[] firsts, int[] cutStarts, int[] cutBlocks, int[] cutPlaces) {
        this.cells0 = grid.cells0();
        this.blocks0 = (grid.cells0() + 1) / 2;
        this.rows1 = (grid.cells1() + 1) / 2;
        this.firsts = firsts;
        this.cutStarts = cutStarts;
        this.cutBlocks = cutBlocks;
        this.cutPlaces = cutPlaces;
    }

    int count() {
        return firsts[firsts.length - 1];
    }

    /** Number of the aggregate of a cell. */
    int of(int i0, int i1, int i2) {
        int row = i2 / 2 * rows1 + i1 / 2;
        int block = i0 / 2;
        int first = firsts[row * blocks0 + block];
        if (firsts[row * blocks0 + block + 1] == first + 1) {
            return first;
        }
        int k = Arrays.binarySearch(cutBlocks, cutStarts[row], cutStarts[row + 1], block);
        return first + place(cutPlaces[k], (i0 & 1) + 2 * (i1 & 1) + 4 * (i2 & 1));
    }

    private static int place(int places, int cell) {
        return places >> BITS * cell & MASK;
    }

    /**
     * Sums over the aggregates of a line of blocks.
     *
     * @param values of the lines (0, 0), (1, 0), (0, 1), (1, 1) of the blocks along axes 1 and 2; zeros beyond the grid
     * @param sum work space, a line
     * @param sums of all aggregates; those of the line of blocks are set
     */
    void restrict(int b1, int b2, float[][] values, float[] sum, float[] sums) {
        Lines.setSum(sum, values[0], values[1], values[2], values[3]);
        int row = b2 * rows1 + b1;
        int s = row * blocks0;
        int whole = cells0 / 2;
        for (int b = 0; b < whole; b++) {
            sums[firsts[s + b]] = sum[2 * b] + sum[2 * b + 1];
        }
        if (whole < blocks0) {
            sums[firsts[s + whole]] = sum[2 * whole];
        }
        for (int k = cutStarts[row]; k < cutStarts[row + 1]; k++) {
            int x = 2 * cutBlocks[k];
            int first = firsts[s + cutBlocks[k]];
            int end = firsts[s + cutBlocks[k] + 1];
            if (end == first + 2 && x + 1 < cells0) {
                restrictHalves(first, x, cutPlaces[k], values, sums);
            } else {
                restrictParts(first, end, x, cutPlaces[k], values, sums);
            }
        }
    }

    /** Of the usual cut block, which has two aggregates: sums in registers, not in memory where each would wait for the last. */
    private static void restrictHalves(int first, int x, int places, float[][] values, float[] sums) {
        float low = 0;
        float high = 0;
        int rest = places;
        for (float[] line : values) {
            float here = rest & 1;
            float next = rest >> BITS & 1;
            high += here * line[x] + next * line[x + 1];
            low += (1 - here) * line[x] + (1 - next) * line[x + 1];
            rest >>= 2 * BITS;
        }
        sums[first] = low;
        sums[first + 1] = high;
    }

    private void restrictParts(int first, int end, int x, int places, float[][] values, float[] sums) {
        Arrays.fill(sums, first, end, 0);
        int rest = places;
        for (float[] line : values) {
            sums[first + (rest & MASK)] += line[x];
            if (x + 1 < cells0) {
                sums[first + (rest >> BITS & MASK)] += line[x + 1];
            }
            rest >>= 2 * BITS;
        }
    }

    /** For whole blocks of a line of blocks, the value of its aggregate in both cells. */
    void expand(int b1, int b2, float[] values, float[] line) {
        int s = (b2 * rows1 + b1) * blocks0;
        int whole = cells0 / 2;
        for (int b = 0; b < whole; b++) {
            float value = values[firsts[s + b]];
            line[2 * b] = value;
            line[2 * b + 1] = value;
        }
        if (whole < blocks0) {
            line[2 * whole] = values[firsts[s + whole]];
        }
    }

    /** For the cut blocks of a line of blocks, the values of the aggregates of the cells of a line. */
    void expandCut(int i1, int i2, float[] values, float[] line) {
        int row = i2 / 2 * rows1 + i1 / 2;
        int shift = 2 * BITS * ((i1 & 1) + 2 * (i2 & 1));
        for (int k = cutStarts[row]; k < cutStarts[row + 1]; k++) {
            int x = 2 * cutBlocks[k];
            int first = firsts[row * blocks0 + cutBlocks[k]];
            int places = cutPlaces[k] >> shift;
            line[x] = values[first + (places & MASK)];
            if (x + 1 < cells0) {
                line[x + 1] = values[first + (places >> BITS & MASK)];
            }
        }
    }

    long storedBytes() {
        return 4L * (firsts.length + cutStarts.length + 2L * cutBlocks.length);
    }

    /** Takes blocks in order, along axis 0 fastest. */
    static final class Builder {
        private final CellGrid grid;
        private final int blocks0;
        private final int[] firsts;
        private final int[] cutStarts;
        private int[] cutBlocks = new int[1024];
        private int[] cutPlaces = new int[1024];
        private int cuts;
        private int block;

        Builder(CellGrid grid) {
            this.grid = grid;
            blocks0 = (grid.cells0() + 1) / 2;
            int rows = ((grid.cells1() + 1) / 2) * ((grid.cells2() + 1) / 2);
            firsts = new int[rows * blocks0 + 1];
            cutStarts = new int[rows + 1];
        }

        /** @param parents of each cell of a block the first one of its aggregate; cells beyond the grid are their own */
        void add(int[] cells, int[] parents) {
            int count = 0;
            int places = 0;
            int[] placeOf = new int[8];
            for (int k = 0; k < 8; k++) {
                if (cells[k] >= 0) {
                    placeOf[k] = parents[k] == k ? count++ : placeOf[parents[k]];
                    places |= placeOf[k] << BITS * k;
                }
            }
            if (count > 1) {
                if (cuts == cutBlocks.length) {
                    cutBlocks = Arrays.copyOf(cutBlocks, cuts + cuts / 2);
                    cutPlaces = Arrays.copyOf(cutPlaces, cuts + cuts / 2);
                }
                cutBlocks[cuts] = block % blocks0;
                cutPlaces[cuts++] = places;
            }
            firsts[block + 1] = firsts[block] + count;
            block++;
            cutStarts[(block - 1) / blocks0 + 1] = cuts;
        }

        BlockAggregates build() {
            return new BlockAggregates(
                    grid, firsts, cutStarts, Arrays.copyOf(cutBlocks, cuts), Arrays.copyOf(cutPlaces, cuts));
        }
    }
}
