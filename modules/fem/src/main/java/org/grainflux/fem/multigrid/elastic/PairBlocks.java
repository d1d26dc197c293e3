package org.grainflux.fem.multigrid.elastic;

import java.util.Arrays;

/** Blocks of pairs (row, column) that are found by hashing while they are summed up. */
final class PairBlocks {
    private final int blockSize;
    private int count;
    /** Row and column of each block. */
    private long[] pairs;

    private double[] values;
    /** Number of a block plus one, 0 where there is none; a power of two long, at most half full. */
    private int[] table;

    PairBlocks(int blockSize, int likely) {
        this.blockSize = blockSize;
        this.pairs = new long[likely + 1];
        this.values = new double[Math.multiplyExact(likely + 1, blockSize)];
        this.table = new int[Math.max(16, Integer.highestOneBit(likely + 1) * 4)];
    }

    double[] values() {
        return values;
    }

    int row(int block) {
        return (int) (pairs[block] >>> 32);
    }

    int column(int block) {
        return (int) pairs[block];
    }

    int start(int block) {
        return block * blockSize;
    }

    /** Where the values of a pair start, zeros when it is new; {@link #values()} may be another array afterwards. */
    int at(int row, int column) {
        long pair = (long) row << 32 | column;
        int slot = slot(pair);
        while (table[slot] != 0) {
            if (pairs[table[slot] - 1] == pair) {
                return start(table[slot] - 1);
            }
            slot = slot + 1 & table.length - 1;
        }
        if (count == pairs.length) {
            pairs = Arrays.copyOf(pairs, count + count / 2 + 16);
            values = Arrays.copyOf(values, Math.multiplyExact(pairs.length, blockSize));
        }
        pairs[count] = pair;
        table[slot] = ++count;
        if (2 * count > table.length) {
            rehash();
        }
        return start(count - 1);
    }

    private void rehash() {
        table = new int[2 * table.length];
        for (int b = 0; b < count; b++) {
            int slot = slot(pairs[b]);
            while (table[slot] != 0) {
                slot = slot + 1 & table.length - 1;
            }
            table[slot] = b + 1;
        }
    }

    /** By the golden ratio (Knuth 1998, The Art of Computer Programming 3, §6.4). */
    private int slot(long pair) {
        return (int) (pair * 0x9E3779B97F4A7C15L >>> 32) & table.length - 1;
    }

    /** Blocks by row, then by column. */
    int[] sorted() {
        long[] keys = Arrays.copyOf(pairs, count);
        Arrays.sort(keys);
        int[] order = new int[count];
        for (int k = 0; k < count; k++) {
            order[k] = at((int) (keys[k] >>> 32), (int) keys[k]) / blockSize;
        }
        return order;
    }
}
