package org.grainflux.fem.solve;

import java.util.Arrays;

/**
 * Work space for dense fronts, reused from front to front. Small fronts get a small space of their own, so that they stay
 * in the cache instead of touching one page per column of the largest front.
 */
final class FrontStore {
    private static final int SMALLEST = 64;

    private final int largestFront;
    private final double[][][] spaces;

    FrontStore(int largestFront) {
        this.largestFront = largestFront;
        this.spaces = new double[Integer.SIZE][][];
    }

    /** At least size columns, the lower triangle of the leading size × size block zero. */
    double[][] zeroed(int size) {
        int tier = 0;
        while (SMALLEST << tier < size) {
            tier++;
        }
        if (spaces[tier] == null) {
            int width = Math.min(SMALLEST << tier, Math.max(largestFront, 1));
            spaces[tier] = new double[width][width];
        }
        double[][] columns = spaces[tier];
        for (int j = 0; j < size; j++) {
            Arrays.fill(columns[j], j, size, 0);
        }
        return columns;
    }

    /**
     * Copies the lower triangle of columns from…to − 1, one after the other, each from its diagonal to row size − 1.
     *
     * @param packed filled from offset on
     */
    static void pack(double[][] columns, int from, int to, int size, double[] packed, int offset) {
        int next = offset;
        for (int j = from; j < to; j++) {
            System.arraycopy(columns[j], j, packed, next, size - j);
            next += size - j;
        }
    }

    /** Entries of the lower triangle of the leading columns. */
    static long packedLength(int columns, int size) {
        return (long) columns * (2L * size - columns + 1) / 2;
    }
}
