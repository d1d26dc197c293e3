package org.grainflux.fem.solve;

import java.util.Arrays;
import org.grainflux.fem.algebra.CsrPattern;

/**
 * Splits the interior unknowns of a graph into nested blocks: leaves, and separators between what was split. Along each
 * axis the unknowns are ranked by coordinate, and one sweep over the edges gives, for every place to cut, the size of the
 * separator made of the nodes on one side that have a neighbour on the other. The separator comes from the graph alone,
 * so a graph that wraps around a period, or copies of a point with equal coordinates, are handled like any other.
 */
final class NestedDissection {
    private static final int LEAF_SIZE = 24;
    /** A cut leaves at least this fraction on either side. */
    private static final double SMALLEST_SIDE = 0.3;

    private static final int ELIMINATED = -1;

    private final CsrPattern pattern;
    private final int axes;
    /** Per axis: interior unknowns by coordinate; every open segment is contiguous and sorted. */
    private final int[][] sorted;
    /** Per axis: place of an unknown in sorted. */
    private final int[][] rank;
    /** Which segment an unknown is in; separators, leaves and kept unknowns are in none. */
    private final int[] segmentOf;

    private int segments;
    private final int[] lowest;
    private final int[] highest;
    private final int[] cutBelow;
    private final int[] cutAbove;
    private final int[] scratch;

    /** Blocks in order of creation: every block before the blocks it separates. */
    private int[] blockStarts = new int[64];

    private int blocks;
    private final int[] members;

    private NestedDissection(CsrPattern pattern, double[] coordinates, int dimension, boolean[] kept) {
        this.pattern = pattern;
        this.axes = dimension;
        int n = pattern.rows();
        int interior = 0;
        for (int v = 0; v < n; v++) {
            interior += kept[v] ? 0 : 1;
        }
        sorted = new int[axes][interior];
        rank = new int[axes][n];
        for (int axis = 0; axis < axes; axis++) {
            sortByCoordinate(coordinates, axis, kept);
        }
        segmentOf = new int[n];
        Arrays.fill(segmentOf, ELIMINATED);
        for (int v : sorted[0]) {
            segmentOf[v] = 0;
        }
        segments = 1;
        lowest = new int[n];
        highest = new int[n];
        cutBelow = new int[interior + 2];
        cutAbove = new int[interior + 2];
        scratch = new int[interior];
        members = new int[interior];
        split(0, interior);
    }

    /** @param kept true for unknowns left out */
    static BlockOrder order(CsrPattern pattern, double[] coordinates, int dimension, boolean[] kept) {
        return new NestedDissection(pattern, coordinates, dimension, kept).order();
    }

    /** The last block created goes first, so that a block comes after all the blocks it separates. */
    private BlockOrder order() {
        int[] starts = new int[blocks + 1];
        int[] ordered = new int[members.length];
        for (int s = 0; s < blocks; s++) {
            int created = blocks - 1 - s;
            int size = blockStarts[created + 1] - blockStarts[created];
            System.arraycopy(members, blockStarts[created], ordered, starts[s], size);
            starts[s + 1] = starts[s] + size;
        }
        return new BlockOrder(starts, ordered);
    }

    private void sortByCoordinate(double[] coordinates, int axis, boolean[] kept) {
        int count = sorted[axis].length;
        double[] keys = new double[count];
        int next = 0;
        for (int v = 0; v < kept.length; v++) {
            if (!kept[v]) {
                sorted[axis][next] = v;
                keys[next++] = coordinates[v * axes + axis];
            }
        }
        mergeSort(keys, sorted[axis]);
        for (int r = 0; r < count; r++) {
            rank[axis][sorted[axis][r]] = r;
        }
    }

    /** Stable, so that equal coordinates stay in the order of the node numbers. */
    private static void mergeSort(double[] keys, int[] items) {
        int n = keys.length;
        double[] fromKeys = keys;
        int[] fromItems = items;
        double[] toKeys = new double[n];
        int[] toItems = new int[n];
        for (int width = 1; width < n; width *= 2) {
            for (int lo = 0; lo < n; lo += 2 * width) {
                int mid = Math.min(n, lo + width);
                int hi = Math.min(n, lo + 2 * width);
                int a = lo;
                int b = mid;
                for (int k = lo; k < hi; k++) {
                    int source = b >= hi || (a < mid && fromKeys[a] <= fromKeys[b]) ? a++ : b++;
                    toKeys[k] = fromKeys[source];
                    toItems[k] = fromItems[source];
                }
            }
            double[] keysSwap = fromKeys;
            fromKeys = toKeys;
            toKeys = keysSwap;
            int[] itemsSwap = fromItems;
            fromItems = toItems;
            toItems = itemsSwap;
        }
        if (fromItems != items) {
            System.arraycopy(fromItems, 0, items, 0, n);
        }
    }

    private void split(int lo, int hi) {
        int size = hi - lo;
        if (size == 0) {
            return;
        }
        if (size <= LEAF_SIZE) {
            addBlock(lo, hi);
            return;
        }
        Cut best = null;
        for (int axis = 0; axis < axes; axis++) {
            Cut cut = bestCut(axis, lo, hi);
            if (best == null || cut.cost < best.cost) {
                best = cut;
            }
        }
        int left = segments++;
        int right = segments++;
        int leftSize = 0;
        int rightSize = 0;
        findNeighbours(best.axis, lo, hi);
        for (int k = lo; k < hi; k++) {
            int v = sorted[best.axis][k];
            boolean below = k < best.position;
            boolean separates =
                    best.fromBelow ? below && highest[v] >= best.position : !below && lowest[v] < best.position;
            if (separates) {
                segmentOf[v] = ELIMINATED;
            } else if (below) {
                segmentOf[v] = left;
                leftSize++;
            } else {
                segmentOf[v] = right;
                rightSize++;
            }
        }
        for (int axis = 0; axis < axes; axis++) {
            partition(axis, lo, hi, left, right, leftSize, rightSize);
        }
        addBlock(lo + leftSize + rightSize, hi);
        split(lo, lo + leftSize);
        split(lo + leftSize, lo + leftSize + rightSize);
    }

    /** Cut position: unknowns of lower rank are below. */
    private record Cut(int axis, int position, boolean fromBelow, double cost) {}

    /** The lowest and highest rank among the neighbours of every unknown within the segment. */
    private void findNeighbours(int axis, int lo, int hi) {
        int[] ranks = rank[axis];
        int segment = segmentOf[sorted[axis][lo]];
        for (int k = lo; k < hi; k++) {
            int v = sorted[axis][k];
            int low = k;
            int high = k;
            for (int e = pattern.rowStart(v); e < pattern.rowEnd(v); e++) {
                int w = pattern.column(e);
                if (segmentOf[w] == segment) {
                    low = Math.min(low, ranks[w]);
                    high = Math.max(high, ranks[w]);
                }
            }
            lowest[v] = low;
            highest[v] = high;
        }
    }

    private Cut bestCut(int axis, int lo, int hi) {
        int size = hi - lo;
        findNeighbours(axis, lo, hi);
        Arrays.fill(cutBelow, 0, size + 2, 0);
        Arrays.fill(cutAbove, 0, size + 2, 0);
        for (int k = lo; k < hi; k++) {
            int v = sorted[axis][k];
            // In the separator from below for cuts k < position ≤ highest, from above for lowest < position ≤ k.
            cutBelow[k - lo + 1]++;
            cutBelow[highest[v] - lo + 1]--;
            cutAbove[lowest[v] - lo + 1]++;
            cutAbove[k - lo + 1]--;
        }
        int first = Math.max(1, (int) (SMALLEST_SIDE * size));
        int last = size - first;
        Cut best = null;
        int below = 0;
        int above = 0;
        for (int p = 1; p <= last; p++) {
            below += cutBelow[p];
            above += cutAbove[p];
            if (p < first) {
                continue;
            }
            double unbalance = 2.0 * p / size - 1;
            double cost = (Math.min(below, above) + 1) * (1 + unbalance * unbalance);
            if (best == null || cost < best.cost) {
                best = new Cut(axis, lo + p, below <= above, cost);
            }
        }
        return best;
    }

    /** Reorders a segment stably into left, right and separator. */
    private void partition(int axis, int lo, int hi, int left, int right, int leftSize, int rightSize) {
        int nextLeft = lo;
        int nextRight = lo + leftSize;
        int nextSeparator = nextRight + rightSize;
        System.arraycopy(sorted[axis], lo, scratch, lo, hi - lo);
        for (int k = lo; k < hi; k++) {
            int v = scratch[k];
            int segment = segmentOf[v];
            int place = segment == left ? nextLeft++ : segment == right ? nextRight++ : nextSeparator++;
            sorted[axis][place] = v;
            rank[axis][v] = place;
        }
    }

    private void addBlock(int lo, int hi) {
        if (hi == lo) {
            return;
        }
        if (blocks + 2 > blockStarts.length) {
            blockStarts = Arrays.copyOf(blockStarts, 2 * blockStarts.length);
        }
        int start = blockStarts[blocks];
        System.arraycopy(sorted[0], lo, members, start, hi - lo);
        blockStarts[++blocks] = start + hi - lo;
    }
}
