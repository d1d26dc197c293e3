package org.grainflux.fem.multigrid.elastic;

import java.util.Arrays;

/**
 * Which groups of a {@link BlockMatrix} couple, and how firmly: ‖A_gh‖ / √(‖A_gg‖ ‖A_hh‖) in Frobenius norms. Of the
 * finest level the blocks are those of copies that move as one, in which springs within a group cancel.
 */
final class GroupGraph {
    /** Groups + 1. */
    final int[] starts;

    final int[] neighbours;
    /** One per neighbour, in both directions. */
    final float[] strengths;

    private GroupGraph(int[] starts, int[] neighbours, float[] strengths) {
        this.starts = starts;
        this.neighbours = neighbours;
        this.strengths = strengths;
    }

    int groups() {
        return starts.length - 1;
    }

    /** Of the finest level: the places of a group are copies of a node. */
    static GroupGraph ofCopies(BlockMatrix matrix) {
        return of(matrix, true);
    }

    /** Of a coarse level: the places of a group are the modes of an aggregate. */
    static GroupGraph ofModes(BlockMatrix matrix) {
        return of(matrix, false);
    }

    private static GroupGraph of(BlockMatrix matrix, boolean summed) {
        int groups = matrix.groups();
        int[] groupOf = matrix.groupOfPlace();
        int block = matrix.width * matrix.width;
        double[] norms = new double[groups];
        for (int g = 0; g < groups; g++) {
            norms[g] = ownNorm(matrix, g, summed);
        }
        int[] lowerStarts = new int[groups + 1];
        int[] lower = new int[matrix.columns.length];
        float[] lowerStrengths = new float[matrix.columns.length];
        int[] slotOf = new int[groups];
        Arrays.fill(slotOf, -1);
        double[] sums = new double[0];
        int count = 0;
        for (int g = 0; g < groups; g++) {
            int begin = count;
            int room = matrix.starts[matrix.groupStarts[g + 1]] - matrix.starts[matrix.groupStarts[g]];
            if (sums.length < room * block) {
                sums = new double[2 * room * block];
            }
            Arrays.fill(sums, 0, room * block, 0);
            for (int p = matrix.groupStarts[g]; p < matrix.groupStarts[g + 1]; p++) {
                for (int k = matrix.starts[p]; k < matrix.starts[p + 1]; k++) {
                    int other = groupOf[matrix.columns[k]];
                    if (slotOf[other] < begin) {
                        slotOf[other] = count;
                        lower[count++] = other;
                    }
                    int at = (slotOf[other] - begin) * block;
                    for (int e = 0; e < block; e++) {
                        double value = matrix.values[k * block + e];
                        sums[at + e] += summed ? value : value * value;
                    }
                }
            }
            for (int s = begin; s < count; s++) {
                double square = 0;
                for (int e = 0; e < block; e++) {
                    double value = sums[(s - begin) * block + e];
                    square += summed ? value * value : value;
                }
                lowerStrengths[s] = (float) Math.sqrt(square / (norms[g] * norms[lower[s]]));
            }
            lowerStarts[g + 1] = count;
        }
        return symmetric(lowerStarts, lower, lowerStrengths, count);
    }

    private static double ownNorm(BlockMatrix matrix, int group, boolean summed) {
        double[] diagonal = matrix.diagonal();
        int begin = matrix.diagonalStarts[group];
        int end = matrix.diagonalStarts[group + 1];
        int width = matrix.width;
        int size = width * (matrix.groupStarts[group + 1] - matrix.groupStarts[group]);
        double square = 0;
        if (!summed || size == width) {
            for (int k = begin; k < end; k++) {
                square += diagonal[k] * diagonal[k];
            }
            return Math.sqrt(square);
        }
        for (int r = 0; r < width; r++) {
            for (int c = 0; c < width; c++) {
                double sum = 0;
                for (int i = r; i < size; i += width) {
                    for (int j = c; j < size; j += width) {
                        sum += diagonal[begin + i * size + j];
                    }
                }
                square += sum * sum;
            }
        }
        return Math.sqrt(square);
    }

    private static GroupGraph symmetric(int[] lowerStarts, int[] lower, float[] lowerStrengths, int count) {
        int groups = lowerStarts.length - 1;
        int[] starts = new int[groups + 1];
        for (int g = 0; g < groups; g++) {
            starts[g + 1] += lowerStarts[g + 1] - lowerStarts[g];
            for (int k = lowerStarts[g]; k < lowerStarts[g + 1]; k++) {
                starts[lower[k] + 1]++;
            }
        }
        for (int g = 0; g < groups; g++) {
            starts[g + 1] += starts[g];
        }
        int[] neighbours = new int[2 * count];
        float[] strengths = new float[2 * count];
        int[] next = starts.clone();
        for (int g = 0; g < groups; g++) {
            for (int k = lowerStarts[g]; k < lowerStarts[g + 1]; k++) {
                int h = lower[k];
                neighbours[next[g]] = h;
                strengths[next[g]++] = lowerStrengths[k];
                neighbours[next[h]] = g;
                strengths[next[h]++] = lowerStrengths[k];
            }
        }
        return new GroupGraph(starts, neighbours, strengths);
    }
}
