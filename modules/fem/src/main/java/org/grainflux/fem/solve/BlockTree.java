package org.grainflux.fem.solve;

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
}
