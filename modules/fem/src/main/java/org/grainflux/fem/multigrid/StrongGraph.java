package org.grainflux.fem.multigrid;

import java.util.Arrays;

/**
 * Strong connections: i depends on j when −a_ij ≥ θ max_k(−a_ik) (Ruge and Stüben 1987). The matrix is symmetric, so whether
 * j depends on i is read off the same entry and no transpose is needed.
 *
 * <p>Neighbours of a node that is connected in either direction are stored once, with a mark for each direction.
 */
final class StrongGraph {
    static final int DEPENDS = 1;
    static final int INFLUENCES = 2;

    final int[] starts;
    /** Neighbour times 4, plus {@link #DEPENDS} and {@link #INFLUENCES}. */
    final int[] links;

    private StrongGraph(int[] starts, int[] links) {
        this.starts = starts;
        this.links = links;
    }

    int rows() {
        return starts.length - 1;
    }

    static StrongGraph of(RowMatrix matrix, double threshold) {
        int n = matrix.rows();
        double[] limits = new double[n];
        for (int i = 0; i < n; i++) {
            double largest = 0;
            for (int k = matrix.starts[i]; k < matrix.starts[i + 1]; k++) {
                largest = matrix.columns[k] == i ? largest : Math.max(largest, -matrix.values[k]);
            }
            limits[i] = largest > 0 ? threshold * largest : Double.POSITIVE_INFINITY;
        }
        int[] starts = new int[n + 1];
        int[] links = new int[(int) Math.min(matrix.entryCount(), 8L * n + 64)];
        int count = 0;
        for (int i = 0; i < n; i++) {
            int end = matrix.starts[i + 1];
            if (links.length - count < end - matrix.starts[i]) {
                links = Arrays.copyOf(links, links.length + links.length / 2 + end - matrix.starts[i]);
            }
            double limit = limits[i];
            for (int k = matrix.starts[i]; k < end; k++) {
                int j = matrix.columns[k];
                double strength = -matrix.values[k];
                if (j != i) {
                    int mark = (strength >= limit ? DEPENDS : 0) | (strength >= limits[j] ? INFLUENCES : 0);
                    if (mark != 0) {
                        links[count++] = j << 2 | mark;
                    }
                }
            }
            starts[i + 1] = count;
        }
        return new StrongGraph(starts, Arrays.copyOf(links, count));
    }

    /**
     * Among chosen nodes: those within two steps of dependence, both ways marked.
     *
     * @param number index of a chosen node, negative for others
     * @param chosen how many are chosen
     */
    StrongGraph secondNeighbours(int[] number, int chosen) {
        int[] starts = new int[chosen + 1];
        int[] found = new int[32 * chosen + 64];
        int[] seenBy = new int[chosen];
        Arrays.fill(seenBy, -1);
        int count = 0;
        for (int i = 0; i < rows(); i++) {
            int own = number[i];
            if (own < 0) {
                continue;
            }
            seenBy[own] = own;
            for (int k = this.starts[i]; k < this.starts[i + 1]; k++) {
                if ((links[k] & DEPENDS) == 0) {
                    continue;
                }
                int j = links[k] >> 2;
                if (found.length - count < 1 + this.starts[j + 1] - this.starts[j]) {
                    found = Arrays.copyOf(found, found.length + found.length / 2 + this.starts[j + 1] - this.starts[j]);
                }
                int other = number[j];
                if (other >= 0 && seenBy[other] != own) {
                    seenBy[other] = own;
                    found[count++] = other << 2 | DEPENDS;
                }
                for (int l = this.starts[j]; l < this.starts[j + 1]; l++) {
                    int far = number[links[l] >> 2];
                    if ((links[l] & DEPENDS) != 0 && far >= 0 && seenBy[far] != own) {
                        seenBy[far] = own;
                        found[count++] = far << 2 | DEPENDS;
                    }
                }
            }
            starts[own + 1] = count;
        }
        return symmetrized(starts, found);
    }

    /** Adds the links by which others depend on a node. */
    private static StrongGraph symmetrized(int[] starts, int[] links) {
        int n = starts.length - 1;
        int[] transposedStarts = new int[n + 1];
        for (int k = 0; k < starts[n]; k++) {
            transposedStarts[(links[k] >> 2) + 1]++;
        }
        for (int i = 0; i < n; i++) {
            transposedStarts[i + 1] += transposedStarts[i];
        }
        int[] transposed = new int[starts[n]];
        int[] next = Arrays.copyOf(transposedStarts, n);
        for (int i = 0; i < n; i++) {
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                transposed[next[links[k] >> 2]++] = i;
            }
        }
        int[] allStarts = new int[n + 1];
        int[] all = new int[2 * starts[n]];
        int[] place = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            int begin = count;
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                place[links[k] >> 2] = count + 1;
                all[count++] = links[k];
            }
            for (int k = transposedStarts[i]; k < transposedStarts[i + 1]; k++) {
                int j = transposed[k];
                int at = place[j] - 1;
                if (at >= begin && at < count && all[at] >> 2 == j) {
                    all[at] |= INFLUENCES;
                } else {
                    place[j] = count + 1;
                    all[count++] = j << 2 | INFLUENCES;
                }
            }
            allStarts[i + 1] = count;
        }
        return new StrongGraph(allStarts, Arrays.copyOf(all, count));
    }
}
