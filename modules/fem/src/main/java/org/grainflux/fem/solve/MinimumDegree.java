package org.grainflux.fem.solve;

import java.util.Arrays;
import org.grainflux.core.Cancellation;
import org.grainflux.fem.algebra.CsrPattern;

/**
 * An order of elimination from the graph alone: at every step the unknown with the fewest neighbours goes next. The graph
 * of what is left is never formed. Eliminating pivot p leaves an element, the clique of its neighbours; an unknown knows
 * the elements it belongs to and those original neighbours that no element covers. Unknowns that have become
 * indistinguishable are merged and eliminated together, an element inside a newer one is absorbed by it, and the number of
 * neighbours is bounded from above by adding up elements as if they overlapped in the newest one only.
 *
 * <p>Method: Amestoy, Davis and Duff (1996), SIAM J. Matrix Anal. Appl. 17, 886, with aggressive absorption. Ties are
 * broken by the order of the node numbers, so the result depends on the pattern only.
 */
final class MinimumDegree {
    private static final int NONE = -1;
    private static final int ELEMENT = -2;
    private static final int ABSORBED = -3;
    /** Unknowns with more than this times √n neighbours are eliminated last; the constant is that of the paper's code. */
    private static final double DENSE_ROW = 10;

    private final int n;
    /** Lists of all vertices; see start and length. */
    private int[] lists;

    private int free;
    /** Where the list of a vertex begins: an unknown's elements, then its neighbours; an element's members. */
    private final int[] start;

    private final int[] length;
    /** How many entries at the head of an unknown's list are elements; ELEMENT for an element, ABSORBED for the rest. */
    private final int[] elements;
    /** Unknowns that a vertex stands for; negated while the unknown is in the element being formed. */
    private final int[] weight;
    /** Bound on the number of neighbours of an unknown; exact weight of an element. */
    private final int[] degree;
    /** The vertex that absorbed this one; NONE for a root. */
    private final int[] absorber;
    /** Unknowns that are not in the element being formed, by degree. */
    private final DegreeLists byDegree;
    /** First member of the element being formed with a given hash of its list. */
    private final int[] bucket;

    private final int[] nextInBucket;
    private final int[] hashOf;
    /** For an element: mark + weight outside the element being formed, when ≥ mark; 0 when absorbed. */
    private final int[] outside;

    private int mark = 1;
    private int largestElement;
    private int eliminated;
    private final int[] pivots;
    private int pivotCount;
    /** Stands for all dense rows; NONE when there are none. */
    private int denseRoot = NONE;

    private MinimumDegree(CsrPattern pattern, int[] members, int[] localOf) {
        n = members.length;
        start = new int[n];
        length = new int[n];
        elements = new int[n];
        weight = new int[n];
        degree = new int[n];
        absorber = new int[n];
        byDegree = new DegreeLists(n);
        bucket = new int[n];
        nextInBucket = new int[n];
        hashOf = new int[n];
        outside = new int[n];
        pivots = new int[n];
        Arrays.fill(weight, 1);
        Arrays.fill(absorber, NONE);
        Arrays.fill(bucket, NONE);
        Arrays.fill(outside, 1);
        copyGraph(pattern, members, localOf);
    }

    /**
     * @param kept true for unknowns left out
     * @return supervariables in the order of their elimination, with the tree of elements
     */
    static BlockTree of(CsrPattern pattern, boolean[] kept) {
        int[] members = new int[kept.length];
        int[] localOf = new int[kept.length];
        int count = 0;
        for (int v = 0; v < kept.length; v++) {
            localOf[v] = kept[v] ? NONE : count;
            members[count] = v;
            count += kept[v] ? 0 : 1;
        }
        members = Arrays.copyOf(members, count);
        MinimumDegree run = new MinimumDegree(pattern, members, localOf);
        run.eliminate();
        return run.tree(members);
    }

    /** A row with more entries off the diagonal counts as dense. */
    static int denseRow(int unknowns) {
        return (int) Math.max(16, DENSE_ROW * Math.sqrt(unknowns));
    }

    private void copyGraph(CsrPattern pattern, int[] members, int[] localOf) {
        long entries = 0;
        for (int v : members) {
            entries += pattern.rowEnd(v) - pattern.rowStart(v) - 1;
        }
        // A fifth more keeps collections of garbage rare (same paper); a new element needs at most n.
        lists = new int[Math.toIntExact(entries + entries / 5 + n)];
        int dense = denseRow(n);
        boolean[] isDense = new boolean[n];
        for (int i = 0; i < n; i++) {
            isDense[i] = pattern.rowEnd(members[i]) - pattern.rowStart(members[i]) - 1 > dense;
        }
        for (int i = 0; i < n; i++) {
            int v = members[i];
            start[i] = free;
            if (isDense[i]) {
                continue;
            }
            for (int e = pattern.rowStart(v); e < pattern.rowEnd(v); e++) {
                int j = localOf[pattern.column(e)];
                if (j >= 0 && j != i && !isDense[j]) {
                    lists[free++] = j;
                }
            }
            length[i] = free - start[i];
        }
        // Backwards, so that the lowest number comes first in its list.
        for (int i = n - 1; i >= 0; i--) {
            degree[i] = length[i];
            if (isDense[i]) {
                denseFound(i);
            } else {
                byDegree.enlist(i, degree[i]);
            }
        }
    }

    /** Dense rows form one block, eliminated after everything else. */
    private void denseFound(int i) {
        if (denseRoot == NONE) {
            denseRoot = i;
            elements[i] = ELEMENT;
        } else {
            absorber[i] = denseRoot;
            elements[i] = ABSORBED;
            weight[denseRoot]++;
            weight[i] = 0;
        }
        eliminated++;
    }

    private void eliminate() {
        while (eliminated < n) {
            Cancellation.point();
            int p = byDegree.takeLowest();
            pivots[pivotCount++] = p;
            eliminated += weight[p];
            formElement(p);
            measureOverlaps(p);
            updateMembers(p);
            mark += largestElement;
            mergeIndistinguishable(p);
            finishElement(p);
        }
        if (denseRoot != NONE) {
            pivots[pivotCount++] = denseRoot;
        }
    }

    /** L_p: the union of p's neighbours and of the elements that p belongs to, which it absorbs. */
    private void formElement(int p) {
        int needed = length[p] - elements[p];
        for (int k = start[p]; k < start[p] + elements[p]; k++) {
            needed += length[lists[k]];
        }
        if (free + needed > lists.length) {
            collectGarbage();
            if (free + needed > lists.length) {
                lists = Arrays.copyOf(lists, free + needed + n);
            }
        }
        int ofElements = elements[p];
        weight[p] = -weight[p];
        int begin = free;
        int total = 0;
        for (int k = 0; k <= ofElements; k++) {
            int e = k < ofElements ? lists[start[p] + k] : p;
            int from = k < ofElements ? start[e] : start[p] + ofElements;
            int to = start[e] + length[e];
            for (int m = from; m < to; m++) {
                int i = lists[m];
                int w = weight[i];
                if (w > 0) {
                    total += w;
                    weight[i] = -w;
                    lists[free++] = i;
                    byDegree.delist(i, degree[i]);
                }
            }
            if (e != p) {
                absorb(e, p);
            }
        }
        degree[p] = total;
        start[p] = begin;
        length[p] = free - begin;
        elements[p] = ELEMENT;
    }

    private void absorb(int vertex, int by) {
        absorber[vertex] = by;
        elements[vertex] = ABSORBED;
        outside[vertex] = 0;
        length[vertex] = 0;
    }

    /** For every element e that meets L_p: the weight of L_e outside L_p. */
    private void measureOverlaps(int p) {
        if (mark > Integer.MAX_VALUE - 2 * n - 2) {
            for (int e = 0; e < n; e++) {
                outside[e] = outside[e] == 0 ? 0 : 1;
            }
            mark = 2;
        } else {
            mark = Math.max(mark, 2);
        }
        for (int k = start[p]; k < start[p] + length[p]; k++) {
            int i = lists[k];
            int w = -weight[i];
            int covered = mark - w;
            for (int m = start[i]; m < start[i] + elements[i]; m++) {
                int e = lists[m];
                int o = outside[e];
                if (o >= mark) {
                    outside[e] = o - w;
                } else if (o != 0) {
                    outside[e] = degree[e] + covered;
                }
            }
        }
    }

    /** New bounds of the degrees; lists lose what L_p covers; unknowns without other neighbours are eliminated with p. */
    private void updateMembers(int p) {
        for (int k = start[p]; k < start[p] + length[p]; k++) {
            int i = lists[k];
            int begin = start[i];
            int firstNeighbour = begin + elements[i];
            int end = begin + length[i];
            int out = begin;
            int hash = 0;
            int d = 0;
            for (int m = begin; m < firstNeighbour; m++) {
                int e = lists[m];
                if (outside[e] == 0) {
                    continue;
                }
                int o = outside[e] - mark;
                if (o > 0) {
                    d += o;
                    lists[out++] = e;
                    hash += e;
                } else {
                    absorb(e, p);
                }
            }
            int ofElements = out - begin + 1;
            int elementEnd = out;
            for (int m = firstNeighbour; m < end; m++) {
                int j = lists[m];
                int w = weight[j];
                if (w > 0) {
                    d += w;
                    lists[out++] = j;
                    hash += j;
                }
            }
            if (d == 0) {
                int w = -weight[i];
                degree[p] -= w;
                weight[p] -= w;
                eliminated += w;
                weight[i] = 0;
                absorb(i, p);
                continue;
            }
            degree[i] = Math.min(degree[i], d);
            // p becomes the first element: the first neighbour and the first element move to make room.
            lists[out] = lists[elementEnd];
            lists[elementEnd] = lists[begin];
            lists[begin] = p;
            elements[i] = ofElements;
            length[i] = out - begin + 1;
            int h = (hash & Integer.MAX_VALUE) % n;
            nextInBucket[i] = bucket[h];
            bucket[h] = i;
            hashOf[i] = h;
        }
        largestElement = Math.max(largestElement, degree[p]);
    }

    /** Unknowns of L_p with the same elements and neighbours become one. */
    private void mergeIndistinguishable(int p) {
        for (int k = start[p]; k < start[p] + length[p]; k++) {
            if (weight[lists[k]] >= 0) {
                continue;
            }
            int h = hashOf[lists[k]];
            int i = bucket[h];
            bucket[h] = NONE;
            while (i != NONE && nextInBucket[i] != NONE) {
                for (int m = start[i] + 1; m < start[i] + length[i]; m++) {
                    outside[lists[m]] = mark;
                }
                int last = i;
                int j = nextInBucket[i];
                while (j != NONE) {
                    if (matches(i, j)) {
                        weight[i] += weight[j];
                        weight[j] = 0;
                        absorber[j] = i;
                        elements[j] = ABSORBED;
                        length[j] = 0;
                        outside[j] = 0;
                        j = nextInBucket[j];
                        nextInBucket[last] = j;
                    } else {
                        last = j;
                        j = nextInBucket[j];
                    }
                }
                mark++;
                i = nextInBucket[i];
            }
        }
    }

    private boolean matches(int i, int j) {
        if (length[i] != length[j] || elements[i] != elements[j]) {
            return false;
        }
        for (int m = start[j] + 1; m < start[j] + length[j]; m++) {
            if (outside[lists[m]] != mark) {
                return false;
            }
        }
        return true;
    }

    /** Members of L_p that still stand for unknowns go back to the lists of degrees. */
    private void finishElement(int p) {
        int out = start[p];
        for (int k = start[p]; k < start[p] + length[p]; k++) {
            int i = lists[k];
            int w = -weight[i];
            if (w <= 0) {
                continue;
            }
            weight[i] = w;
            degree[i] = Math.min(degree[i] + degree[p] - w, n - eliminated - w);
            byDegree.enlist(i, degree[i]);
            lists[out++] = i;
        }
        weight[p] = -weight[p];
        length[p] = out - start[p];
        free = out;
        if (length[p] == 0) {
            outside[p] = 0;
        }
    }

    /** Moves all live lists to the front; the first entry of each is swapped for its owner while they move. */
    private void collectGarbage() {
        for (int v = 0; v < n; v++) {
            if (length[v] > 0) {
                int head = lists[start[v]];
                lists[start[v]] = -v - 1;
                start[v] = head;
            }
        }
        int out = 0;
        int in = 0;
        while (in < free) {
            int entry = lists[in++];
            if (entry < 0) {
                int v = -entry - 1;
                lists[out] = start[v];
                start[v] = out++;
                for (int k = 1; k < length[v]; k++) {
                    lists[out++] = lists[in++];
                }
            }
        }
        free = out;
    }

    private BlockTree tree(int[] members) {
        int[] blockOf = new int[n];
        Arrays.fill(blockOf, NONE);
        int[] starts = new int[pivotCount + 1];
        int[] rows = new int[pivotCount];
        for (int b = 0; b < pivotCount; b++) {
            int p = pivots[b];
            blockOf[p] = b;
            starts[b + 1] = starts[b] + weight[p];
            rows[b] = degree[p];
        }
        int[] parents = new int[pivotCount];
        for (int b = 0; b < pivotCount; b++) {
            int by = absorber[pivots[b]];
            parents[b] = by == NONE ? NONE : blockOf[by];
        }
        int[] place = new int[pivotCount];
        int[] ordered = new int[n];
        for (int b = 0; b < pivotCount; b++) {
            // The pivot goes first: those eliminated with it see the whole element only after it.
            ordered[starts[b]] = members[pivots[b]];
            place[b] = starts[b] + 1;
        }
        for (int i = 0; i < n; i++) {
            if (blockOf[i] != NONE) {
                continue;
            }
            int root = i;
            while (blockOf[root] == NONE) {
                root = absorber[root];
            }
            int b = blockOf[root];
            // Paths are shortened on the way, so that long chains of absorption cost once.
            for (int k = i; blockOf[k] == NONE; ) {
                int up = absorber[k];
                absorber[k] = root;
                k = up;
            }
            ordered[place[b]++] = members[i];
        }
        return new BlockTree(new BlockOrder(starts, ordered), parents, rows);
    }
}
