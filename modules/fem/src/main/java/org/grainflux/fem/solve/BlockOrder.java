package org.grainflux.fem.solve;

/**
 * Interior unknowns in the order of their elimination, in blocks that are eliminated together.
 *
 * @param starts blocks + 1, where each block starts in members
 * @param members unknowns, block after block
 */
record BlockOrder(int[] starts, int[] members) {
    int blocks() {
        return starts.length - 1;
    }

    int size(int block) {
        return starts[block + 1] - starts[block];
    }
}
