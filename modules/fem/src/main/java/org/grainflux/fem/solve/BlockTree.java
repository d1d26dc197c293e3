package org.grainflux.fem.solve;

import java.util.Arrays;

/**
 * An order of elimination with the tree in which every block passes its update on to its parent.
 *
 * @param order every block before its parent
 * @param parents per block, −1 for a root
 * @param rows per block, how many later interior unknowns it touches; all of them are in the parent or touched by it
 */
record BlockTree(BlockOrder order, int[] parents, int[] rows) {
    int blocks() {
        return parents.length;
    }

    /** The same tree with every unknown replaced by several: unknown · width + component. */
    BlockTree widened(int width) {
        int[] starts = Arrays.stream(order.starts()).map(start -> start * width).toArray();
        int[] members = new int[order.members().length * width];
        Arrays.setAll(members, k -> order.members()[k / width] * width + k % width);
        int[] wideRows = Arrays.stream(rows).map(count -> count * width).toArray();
        return new BlockTree(new BlockOrder(starts, members), parents, wideRows);
    }
}
