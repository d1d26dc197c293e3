package org.grainflux.fem.mesh;

/**
 * Bisects at the longest edge. Edges are compared by (length, position of the lower end, of the higher end); all tetrahedra at an
 * edge compute the same digits, so the order is one for the whole mesh.
 */
final class LongestEdgeRule implements BisectionRule {
    @Override
    public void arrangeRoot(TetrahedronStore store, int t) {
        arrange(store, t);
    }

    @Override
    public void arrangeChild(TetrahedronStore store, int t, int kept) {
        arrange(store, t);
    }

    private static void arrange(TetrahedronStore store, int t) {
        int bestFrom = 0;
        int bestTo = 1;
        double best = store.lengthSquared(t, 0, 1);
        for (int from = 0; from < 3; from++) {
            for (int to = Math.max(from + 1, 2); to < 4; to++) {
                double squared = store.lengthSquared(t, from, to);
                if (squared > best || squared == best && isHigher(store, 4 * t, from, to, bestFrom, bestTo)) {
                    bestFrom = from;
                    bestTo = to;
                    best = squared;
                }
            }
        }
        store.lead(t, bestFrom, bestTo);
    }

    /** Order of edges of equal length. */
    private static boolean isHigher(TetrahedronStore store, int at, int from, int to, int otherFrom, int otherTo) {
        int[] corners = store.corners;
        int low = store.lower(corners[at + from], corners[at + to]);
        int otherLow = store.lower(corners[at + otherFrom], corners[at + otherTo]);
        if (low != otherLow) {
            return store.lower(low, otherLow) == otherLow;
        }
        int high = corners[at + from] == low ? corners[at + to] : corners[at + from];
        int otherHigh = corners[at + otherFrom] == otherLow ? corners[at + otherTo] : corners[at + otherFrom];
        return store.lower(high, otherHigh) == otherHigh;
    }
}
