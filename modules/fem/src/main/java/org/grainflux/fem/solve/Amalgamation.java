package org.grainflux.fem.solve;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Merges blocks of an elimination tree into their parents where a larger front with some zeros in it is cheaper than two
 * exact ones, and puts the tree in postorder. A merged block touches what its parent touched, so merging needs no new
 * symbolic elimination.
 *
 * <p>Whether to merge is decided by a model of the time that a front takes. With p pivots and m rows altogether
 *
 * <pre>
 *   cost = FRONT + PIVOT p + ENTRY m² / 2 + FLOP Σ_k (m − k)²,  k = 0…p − 1
 * </pre>
 *
 * in nanoseconds of one core: the fixed cost of a front, loops over its columns, passes over its entries (clearing, adding
 * the children, storing), arithmetic. Only the ratios matter. Half or double of any of them changes the time of 2D systems of
 * 10⁶ unknowns by less than the noise of measurement (10 %), but merging more costs memory and time of every solve.
 */
final class Amalgamation {
    private static final double FRONT_NS = 1000;
    private static final double PIVOT_NS = 60;
    private static final double ENTRY_NS = 3;
    private static final double FLOP_NS = 0.15;

    private static final int NONE = -1;

    private final BlockTree tree;
    /** Pivots of a block and of all blocks merged into it. */
    private final int[] pivots;
    /** The block that this one was merged into; NONE while it stands for itself. */
    private final int[] mergedInto;

    private final int[] firstChild;
    private final int[] nextSibling;

    private Amalgamation(BlockTree tree) {
        this.tree = tree;
        int blocks = tree.blocks();
        pivots = new int[blocks];
        Arrays.setAll(pivots, tree.order()::size);
        mergedInto = new int[blocks];
        Arrays.fill(mergedInto, NONE);
        firstChild = new int[blocks + 1];
        nextSibling = new int[blocks];
    }

    static BlockOrder merge(BlockTree tree) {
        Amalgamation run = new Amalgamation(tree);
        run.mergeChildren();
        return run.collect(run.postorder());
    }

    private double costNs(int block) {
        return costNs(pivots[block], tree.rows()[block]);
    }

    private static double costNs(double pivots, double rows) {
        double m = pivots + rows;
        // Σ (m − k)² over the pivots, as an integral.
        double flops = (m * m * m - rows * rows * rows) / 3;
        return FRONT_NS + PIVOT_NS * pivots + ENTRY_NS * m * m / 2 + FLOP_NS * flops;
    }

    /** Links every block that stands for itself to its parent's list; the number of blocks stands for the root of roots. */
    private void linkChildren() {
        int blocks = tree.blocks();
        Arrays.fill(firstChild, NONE);
        for (int b = blocks - 1; b >= 0; b--) {
            if (mergedInto[b] == NONE) {
                int parent = tree.parents()[b];
                int list = parent == NONE ? blocks : mergedInto[parent] == NONE ? parent : mergedInto[parent];
                nextSibling[b] = firstChild[list];
                firstChild[list] = b;
            }
        }
    }

    /**
     * Children before parents. The child with the largest front goes first: it brings the fewest zeros. Children that were
     * left to a merged block are not asked again, since a larger front takes them in less gladly.
     */
    private void mergeChildren() {
        int blocks = tree.blocks();
        linkChildren();
        for (int b = 0; b < blocks; b++) {
            int largest = firstChild[b];
            for (int child = firstChild[b]; child != NONE; child = nextSibling[child]) {
                largest = pivots[child] + tree.rows()[child] > pivots[largest] + tree.rows()[largest] ? child : largest;
            }
            if (largest != NONE) {
                offer(largest, b);
            }
            for (int child = firstChild[b]; child != NONE; child = nextSibling[child]) {
                if (child != largest) {
                    offer(child, b);
                }
            }
        }
        for (int b = blocks - 1; b >= 0; b--) {
            if (mergedInto[b] != NONE && mergedInto[mergedInto[b]] != NONE) {
                mergedInto[b] = mergedInto[mergedInto[b]];
            }
        }
    }

    private void offer(int child, int parent) {
        double together = costNs(pivots[parent] + pivots[child], tree.rows()[parent]);
        if (together <= costNs(parent) + costNs(child)) {
            mergedInto[child] = parent;
            pivots[parent] += pivots[child];
        }
    }

    /**
     * Blocks that stand for themselves, children before parents and every subtree contiguous. Updates wait on a stack for
     * the parent; the child that needs the most beyond what it leaves goes first, which keeps the stack lowest (Liu 1986,
     * ACM Trans. Math. Softw. 12, 249).
     */
    private int[] postorder() {
        int blocks = tree.blocks();
        linkChildren();
        long[] peak = new long[blocks + 1];
        for (int b = 0; b <= blocks; b++) {
            if (b == blocks || mergedInto[b] == NONE) {
                firstChild[b] = sortedByNeed(firstChild[b], peak);
                long stacked = 0;
                for (int child = firstChild[b]; child != NONE; child = nextSibling[child]) {
                    peak[b] = Math.max(peak[b], stacked + peak[child]);
                    stacked += update(child);
                }
                peak[b] = Math.max(peak[b], b == blocks ? 0 : update(b));
            }
        }
        int[] order = new int[blocks];
        int count = 0;
        int[] path = new int[blocks + 1];
        int depth = 0;
        path[0] = blocks;
        while (depth >= 0) {
            int b = path[depth];
            int child = firstChild[b];
            if (child != NONE) {
                firstChild[b] = nextSibling[child];
                path[++depth] = child;
            } else {
                depth--;
                if (b < blocks) {
                    order[count++] = b;
                }
            }
        }
        return Arrays.copyOf(order, count);
    }

    private long update(int block) {
        long rows = tree.rows()[block];
        return rows * (rows + 1) / 2;
    }

    /** A list of siblings, largest need (peak less update) first; equal ones stay in order. */
    private int sortedByNeed(int head, long[] peak) {
        if (head == NONE || nextSibling[head] == NONE) {
            return head;
        }
        int count = 0;
        for (int b = head; b != NONE; b = nextSibling[b]) {
            count++;
        }
        Integer[] siblings = new Integer[count];
        int next = 0;
        for (int b = head; b != NONE; b = nextSibling[b]) {
            siblings[next++] = b;
        }
        Arrays.sort(siblings, Comparator.comparingLong(b -> update(b) - peak[b]));
        for (int k = 0; k < count; k++) {
            nextSibling[siblings[k]] = k + 1 < count ? siblings[k + 1] : NONE;
        }
        return siblings[0];
    }

    /** Members of merged blocks stand before those of the block that took them, in the order of elimination. */
    private BlockOrder collect(int[] order) {
        int blocks = tree.blocks();
        int[] starts = new int[order.length + 1];
        int[] place = new int[blocks];
        for (int k = 0; k < order.length; k++) {
            place[order[k]] = starts[k];
            starts[k + 1] = starts[k] + pivots[order[k]];
        }
        int[] members = new int[tree.order().members().length];
        for (int b = 0; b < blocks; b++) {
            int size = tree.order().size(b);
            int into = mergedInto[b] == NONE ? b : mergedInto[b];
            System.arraycopy(tree.order().members(), tree.order().starts()[b], members, place[into], size);
            place[into] += size;
        }
        return new BlockOrder(starts, members);
    }
}
