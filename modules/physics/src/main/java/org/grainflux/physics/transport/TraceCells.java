package org.grainflux.physics.transport;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The dual cells along a trace, on which the currents of every design of one structure are given. Where a sliding window's
 * ends fall depends on them alone, so that is found once per window and shared. Immutable to its users; safe for
 * concurrent use.
 */
final class TraceCells {
    private final double widthM;
    private final double[] edgesM;
    private final ConcurrentMap<Double, WindowPositions> windows = new ConcurrentHashMap<>();

    /**
     * @param widthM W, period of the trace
     * @param edgesM increasing, one more than cells; the last is the first plus W; not copied
     */
    TraceCells(double widthM, double[] edgesM) {
        this.widthM = widthM;
        this.edgesM = edgesM;
    }

    static TraceCells uniform(double widthM, int count) {
        double[] edges = new double[count + 1];
        for (int i = 0; i < count; i++) {
            edges[i] = widthM * i / count;
        }
        edges[count] = widthM;
        return new TraceCells(widthM, edges);
    }

    double widthM() {
        return widthM;
    }

    int count() {
        return edgesM.length - 1;
    }

    double edgeM(int edge) {
        return edgesM[edge];
    }

    double lengthM(int cell) {
        return edgesM[cell + 1] - edgesM[cell];
    }

    /** Number of whole periods between the first edge's and a coordinate's. */
    double periodOf(double xM) {
        return Math.floor((xM - edgesM[0]) / widthM);
    }

    /** Cell that holds a coordinate of the first period. */
    int cellOf(double xM) {
        int k = Arrays.binarySearch(edgesM, xM);
        return Math.max(Math.min(k >= 0 ? k : -k - 2, count() - 1), 0);
    }

    /** Where a window starts whenever one of its ends meets an edge, and the cells its ends are in. */
    WindowPositions window(double windowM) {
        return windows.computeIfAbsent(windowM, w -> new WindowPositions(this, w));
    }
}
