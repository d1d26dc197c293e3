package org.grainflux.fem.solve;

import org.grainflux.fem.algebra.CsrPattern;

/**
 * How wide a graph is: the largest set of unknowns at one distance from an end of it. In a plane mesh of n unknowns that is
 * about √n, in a volume n^⅔; it tells the two apart without coordinates and without a symbolic elimination.
 */
final class LevelSets {
    /** Searches for a far end; the distance hardly grows after two (George and Liu 1979, ACM Trans. Math. Softw. 5, 284). */
    private static final int SEARCHES = 2;

    private final CsrPattern pattern;
    private final int[] seenIn;
    private final int[] queue;
    private final int dense;
    private int search;
    private int last;

    private LevelSets(CsrPattern pattern) {
        this.pattern = pattern;
        int n = pattern.rows();
        seenIn = new int[n];
        queue = new int[n];
        dense = MinimumDegree.denseRow(n);
    }

    /** Over all parts of the graph; rows that couple to very many unknowns are left out, as they join everything. */
    static int width(CsrPattern pattern) {
        LevelSets run = new LevelSets(pattern);
        boolean[] done = new boolean[pattern.rows()];
        int width = 0;
        for (int v = 0; v < done.length; v++) {
            if (!done[v] && !run.isDense(v)) {
                run.last = v;
                for (int k = 0; k < SEARCHES; k++) {
                    run.widestFrom(run.last, null);
                }
                width = Math.max(width, run.widestFrom(run.last, done));
            }
        }
        return width;
    }

    private boolean isDense(int v) {
        return pattern.rowEnd(v) - pattern.rowStart(v) > dense;
    }

    /** Breadth first; notes the last unknown found. @param done marks the part when not null */
    private int widestFrom(int root, boolean[] done) {
        search++;
        int begin = 0;
        int end = 1;
        queue[0] = root;
        seenIn[root] = search;
        int widest = 0;
        while (begin < end) {
            widest = Math.max(widest, end - begin);
            int next = end;
            for (int k = begin; k < end; k++) {
                int v = queue[k];
                for (int e = pattern.rowStart(v); e < pattern.rowEnd(v); e++) {
                    int w = pattern.column(e);
                    if (seenIn[w] != search && !isDense(w)) {
                        seenIn[w] = search;
                        queue[next++] = w;
                    }
                }
            }
            begin = end;
            end = next;
        }
        last = queue[end - 1];
        for (int k = 0; done != null && k < end; k++) {
            done[queue[k]] = true;
        }
        return widest;
    }
}
