package org.grainflux.fem.multigrid;

import java.util.Arrays;

/**
 * Nodes bound to one neighbour so firmly that they follow it: the two copies of a node on a well conducting interface. The
 * consistent mass of such an interface fills the matrix with positive entries, on which classical coarsening fails; they
 * cancel when the copies move as one. Nodes are tied for the choice of coarse nodes and their interpolation only: the
 * smoother still resolves the jump, which is local.
 */
final class TiedNodes {
    /**
     * Sum of the positive entries, and modulus of the most negative one, over the diagonal, of a row that is tied. On an
     * interface alone they are 1 (0.5 in the plane) and 1 over the number of other copies.
     */
    private static final double POSITIVE_SHARE = 0.25;

    private static final double TIE_SHARE = 0.3;

    /** A row ties to all that are nearly as firm as the firmest, such as further copies at a junction. */
    private static final double OTHER_TIES = 0.9;

    /** Both shares of a row that is tied firmly; obtuse elements alone rarely reach them. */
    private static final double FIRM_POSITIVE_SHARE = 0.35;

    private static final double FIRM_TIE_SHARE = 0.6;

    /** Share of rows that must be tied firmly before anything is merged. */
    private static final double FIRM_ROWS = 0.003;

    /** Positive entries that may be left by merging: those of anisotropic grains, unlike an interface's, do not cancel. */
    private static final double POSITIVE_LEFT = 0.3;

    /** Share of the nodes that interfaces leave at the least: more merging means grains that are themselves anisotropic. */
    private static final double LEAST_LEFT = 0.6;

    /** Index of the merged node of each node. */
    final int[] merged;

    final int count;

    private TiedNodes(int[] merged, int count) {
        this.merged = merged;
        this.count = count;
    }

    /** Merges nothing, every node by itself, unless enough rows are tied firmly. */
    static TiedNodes of(RowMatrix matrix) {
        int n = matrix.rows();
        int[] parent = new int[n];
        Arrays.setAll(parent, i -> i);
        int firm = 0;
        for (int i = 0; i < n; i++) {
            double diagonal = 0;
            double positive = 0;
            double firmest = 0;
            for (int k = matrix.starts[i]; k < matrix.starts[i + 1]; k++) {
                double a = matrix.values[k];
                if (matrix.columns[k] == i) {
                    diagonal = a;
                } else {
                    positive += Math.max(0, a);
                    firmest = Math.max(firmest, -a);
                }
            }
            if (positive > POSITIVE_SHARE * diagonal && firmest > TIE_SHARE * diagonal) {
                firm += positive > FIRM_POSITIVE_SHARE * diagonal && firmest > FIRM_TIE_SHARE * diagonal ? 1 : 0;
                for (int k = matrix.starts[i]; k < matrix.starts[i + 1]; k++) {
                    if (-matrix.values[k] >= OTHER_TIES * firmest) {
                        join(parent, i, matrix.columns[k]);
                    }
                }
            }
        }
        if (firm < FIRM_ROWS * n) {
            Arrays.setAll(parent, i -> i);
        }
        int[] merged = new int[n];
        Arrays.fill(merged, -1);
        int count = 0;
        for (int i = 0; i < n; i++) {
            int root = root(parent, i);
            if (merged[root] < 0) {
                merged[root] = count++;
            }
            merged[i] = merged[root];
        }
        return new TiedNodes(merged, count);
    }

    /** Whether the positive entries were those of interfaces, which cancel when both sides move as one. */
    static boolean explains(RowMatrix matrix, RowMatrix merged) {
        return merged.rows() >= LEAST_LEFT * matrix.rows()
                && positiveSum(merged) <= POSITIVE_LEFT * positiveSum(matrix);
    }

    private static double positiveSum(RowMatrix matrix) {
        double sum = 0;
        for (int i = 0; i < matrix.rows(); i++) {
            double diagonal = 0;
            double positive = 0;
            for (int k = matrix.starts[i]; k < matrix.starts[i + 1]; k++) {
                if (matrix.columns[k] == i) {
                    diagonal = matrix.values[k];
                } else {
                    positive += Math.max(0, matrix.values[k]);
                }
            }
            sum += positive / diagonal;
        }
        return sum;
    }

    /** Every node takes the value of its merged node. */
    Prolongation injection() {
        return Prolongation.injection(merged, count);
    }

    private static void join(int[] parent, int i, int j) {
        int a = root(parent, i);
        int b = root(parent, j);
        parent[Math.max(a, b)] = Math.min(a, b);
    }

    private static int root(int[] parent, int i) {
        int node = i;
        while (parent[node] != node) {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }
        return node;
    }

    /** Rows and columns of tied nodes added up. */
    RowMatrix merge(RowMatrix matrix) {
        int n = matrix.rows();
        int[] memberStarts = new int[count + 1];
        for (int m : merged) {
            memberStarts[m + 1]++;
        }
        for (int m = 0; m < count; m++) {
            memberStarts[m + 1] += memberStarts[m];
        }
        int[] next = Arrays.copyOf(memberStarts, count);
        int[] members = new int[n];
        for (int i = 0; i < n; i++) {
            members[next[merged[i]]++] = i;
        }
        int[] starts = new int[count + 1];
        int[] columns = new int[(int) matrix.entryCount()];
        double[] values = new double[columns.length];
        RowBuilder row = new RowBuilder(count);
        for (int m = 0; m < count; m++) {
            row.clear();
            for (int u = memberStarts[m]; u < memberStarts[m + 1]; u++) {
                for (int k = matrix.starts[members[u]]; k < matrix.starts[members[u] + 1]; k++) {
                    row.add(merged[matrix.columns[k]], matrix.values[k]);
                }
            }
            System.arraycopy(row.columns, 0, columns, starts[m], row.count);
            System.arraycopy(row.values, 0, values, starts[m], row.count);
            starts[m + 1] = starts[m] + row.count;
        }
        return new RowMatrix(starts, columns, values);
    }
}
