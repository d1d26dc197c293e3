package org.grainflux.fem.solve;

import java.util.Arrays;

/**
 * The factor L of the interior block with its rows of kept unknowns. Per front it holds the columns of its pivots, each
 * from its diagonal down, one column after the other. All memory is taken at once from the sizes in the plan: one array
 * per front would be copied again and again by the garbage collector.
 */
final class CholeskyFactor {
    /** Entries of one array, 512 MiB: few enough that a heap which holds the factor finds room for its pieces. */
    private static final long CHUNK_ENTRIES = 1L << 26;

    private final EliminationPlan plan;
    private final double[][] chunks;
    private final int[] chunkOf;
    private final int[] offsetOf;

    /** Room for the factor of a plan; every entry zero. */
    CholeskyFactor(EliminationPlan plan) {
        this.plan = plan;
        int fronts = plan.fronts();
        chunkOf = new int[fronts];
        offsetOf = new int[fronts];
        long[] lengths = new long[1];
        int chunk = 0;
        for (int s = 0; s < fronts; s++) {
            int entries = plan.factorEntries(s);
            if (lengths[chunk] > 0 && lengths[chunk] + entries > CHUNK_ENTRIES) {
                lengths = Arrays.copyOf(lengths, ++chunk + 1);
            }
            chunkOf[s] = chunk;
            offsetOf[s] = (int) lengths[chunk];
            lengths[chunk] += entries;
        }
        chunks = new double[lengths.length][];
        for (int c = 0; c < chunks.length; c++) {
            chunks[c] = new double[(int) lengths[c]];
        }
    }

    EliminationPlan plan() {
        return plan;
    }

    /** The array that holds the columns of a front. */
    double[] entries(int front) {
        return chunks[chunkOf[front]];
    }

    /** Where the columns of a front begin in its array. */
    int offset(int front) {
        return offsetOf[front];
    }

    /** Row i of column j, i ≥ j, of a front of the given size is entry {@code columnOrigin(offset, j, size) + i}. */
    static int columnOrigin(int offset, int j, int size) {
        return offset + j * size - j * (j + 1) / 2;
    }
}
