package org.grainflux.fem.multigrid.elastic;

/**
 * A symmetric matrix of small blocks, each stored once. Places (nodes of the finest level) have {@code width} unknowns;
 * consecutive places form groups that a sweep solves at once. A place keeps its blocks to places of earlier groups; couplings
 * within a group are in the group's dense diagonal block.
 *
 * <p>With A = L + D + Lᵀ, D block-diagonal by groups, {@link BlockSweep} goes over it in both directions.
 */
final class BlockMatrix {
    /** Unknowns of a place: 2 or 3. */
    final int width;
    /** Groups + 1: first place of each group. */
    final int[] groupStarts;
    /** Places + 1: first block of each place. */
    final int[] starts;
    /** Place of an earlier group, per block. */
    final int[] columns;
    /** Blocks one after the other, width × width, row-major. */
    final double[] values;
    /** Groups + 1: where each dense block of the diagonal starts. */
    final int[] diagonalStarts;
    /** Dense blocks of the diagonal, row-major; null once given up. */
    private double[] diagonal;

    /** Inverses of the dense blocks, as they are stored. */
    final double[] inverse;

    /** @param diagonal symmetric positive definite blocks */
    BlockMatrix(
            int width,
            int[] groupStarts,
            int[] starts,
            int[] columns,
            double[] values,
            int[] diagonalStarts,
            double[] diagonal) {
        this.width = width;
        this.groupStarts = groupStarts;
        this.starts = starts;
        this.columns = columns;
        this.values = values;
        this.diagonalStarts = diagonalStarts;
        this.diagonal = diagonal;
        this.inverse = diagonal.clone();
        for (int g = 0; g < groups(); g++) {
            GroupInverses.invert(inverse, diagonalStarts[g], width * (groupStarts[g + 1] - groupStarts[g]));
        }
    }

    int groups() {
        return groupStarts.length - 1;
    }

    int places() {
        return starts.length - 1;
    }

    int unknowns() {
        return places() * width;
    }

    /** Places of the largest group. */
    int largestGroup() {
        int most = 0;
        for (int g = 0; g < groups(); g++) {
            most = Math.max(most, groupStarts[g + 1] - groupStarts[g]);
        }
        return most;
    }

    /** Group of every place. */
    int[] groupOfPlace() {
        int[] group = new int[places()];
        for (int g = 0; g < groups(); g++) {
            for (int p = groupStarts[g]; p < groupStarts[g + 1]; p++) {
                group[p] = g;
            }
        }
        return group;
    }

    /** D, group by group; until {@link #release}. */
    double[] diagonal() {
        return diagonal;
    }

    /** Gives D up: sweeps need its inverse only. */
    void release() {
        diagonal = null;
    }

    /** Where the dense blocks start for groups of these sizes. */
    static int[] diagonalStarts(int width, int[] groupStarts) {
        int[] diagonalStarts = new int[groupStarts.length];
        for (int g = 0; g + 1 < groupStarts.length; g++) {
            int size = width * (groupStarts[g + 1] - groupStarts[g]);
            diagonalStarts[g + 1] = Math.addExact(diagonalStarts[g], size * size);
        }
        return diagonalStarts;
    }

    long bytes() {
        return 4L * (groupStarts.length + starts.length + columns.length + diagonalStarts.length)
                + 8L * (values.length + inverse.length);
    }

    /** sums[0 … width) −= row of L times x. */
    void subtractRow(int place, double[] x, double[] sums, int at) {
        if (width == 3) {
            subtractRow3(place, x, sums, at);
            return;
        }
        for (int k = starts[place]; k < starts[place + 1]; k++) {
            int j = width * columns[k];
            int a = width * width * k;
            for (int r = 0; r < width; r++) {
                for (int c = 0; c < width; c++) {
                    sums[at + r] -= values[a++] * x[j + c];
                }
            }
        }
    }

    private void subtractRow3(int place, double[] x, double[] sums, int at) {
        double[] v = values;
        double s0 = sums[at];
        double s1 = sums[at + 1];
        double s2 = sums[at + 2];
        int end = starts[place + 1];
        for (int k = starts[place]; k < end; k++) {
            int j = 3 * columns[k];
            int a = 9 * k;
            double x0 = x[j];
            double x1 = x[j + 1];
            double x2 = x[j + 2];
            s0 -= v[a] * x0 + v[a + 1] * x1 + v[a + 2] * x2;
            s1 -= v[a + 3] * x0 + v[a + 4] * x1 + v[a + 5] * x2;
            s2 -= v[a + 6] * x0 + v[a + 7] * x1 + v[a + 8] * x2;
        }
        sums[at] = s0;
        sums[at + 1] = s1;
        sums[at + 2] = s2;
    }

    /** y −= the place's column of Lᵀ times x there. */
    void scatterRow(int place, double[] x, double[] y) {
        if (width == 3) {
            scatterRow3(place, x, y);
            return;
        }
        for (int k = starts[place]; k < starts[place + 1]; k++) {
            int j = width * columns[k];
            int a = width * width * k;
            for (int r = 0; r < width; r++) {
                for (int c = 0; c < width; c++) {
                    y[j + c] -= values[a++] * x[width * place + r];
                }
            }
        }
    }

    private void scatterRow3(int place, double[] x, double[] y) {
        double[] v = values;
        double x0 = x[3 * place];
        double x1 = x[3 * place + 1];
        double x2 = x[3 * place + 2];
        int end = starts[place + 1];
        for (int k = starts[place]; k < end; k++) {
            int j = 3 * columns[k];
            int a = 9 * k;
            y[j] -= v[a] * x0 + v[a + 3] * x1 + v[a + 6] * x2;
            y[j + 1] -= v[a + 1] * x0 + v[a + 4] * x1 + v[a + 7] * x2;
            y[j + 2] -= v[a + 2] * x0 + v[a + 5] * x1 + v[a + 8] * x2;
        }
    }

    /** As {@link #subtractRow} for two vectors in one pass: L x from one sum, L y from the other. */
    void subtractRows(int place, double[] x, double[] y, double[] ofX, double[] ofY, int at) {
        if (width != 3) {
            subtractRow(place, x, ofX, at);
            subtractRow(place, y, ofY, at);
            return;
        }
        double[] v = values;
        double s0 = ofX[at];
        double s1 = ofX[at + 1];
        double s2 = ofX[at + 2];
        double t0 = ofY[at];
        double t1 = ofY[at + 1];
        double t2 = ofY[at + 2];
        int end = starts[place + 1];
        for (int k = starts[place]; k < end; k++) {
            int j = 3 * columns[k];
            int a = 9 * k;
            double x0 = x[j];
            double x1 = x[j + 1];
            double x2 = x[j + 2];
            double y0 = y[j];
            double y1 = y[j + 1];
            double y2 = y[j + 2];
            s0 -= v[a] * x0 + v[a + 1] * x1 + v[a + 2] * x2;
            s1 -= v[a + 3] * x0 + v[a + 4] * x1 + v[a + 5] * x2;
            s2 -= v[a + 6] * x0 + v[a + 7] * x1 + v[a + 8] * x2;
            t0 -= v[a] * y0 + v[a + 1] * y1 + v[a + 2] * y2;
            t1 -= v[a + 3] * y0 + v[a + 4] * y1 + v[a + 5] * y2;
            t2 -= v[a + 6] * y0 + v[a + 7] * y1 + v[a + 8] * y2;
        }
        ofX[at] = s0;
        ofX[at + 1] = s1;
        ofX[at + 2] = s2;
        ofY[at] = t0;
        ofY[at + 1] = t1;
        ofY[at + 2] = t2;
    }

    /** x of a group = D⁻¹ sums. @param sums one per unknown of the group */
    void solveGroup(int group, double[] sums, double[] x) {
        int first = width * groupStarts[group];
        int size = width * groupStarts[group + 1] - first;
        int d = diagonalStarts[group];
        double[] v = inverse;
        if (size == 3) {
            double s0 = sums[0];
            double s1 = sums[1];
            double s2 = sums[2];
            x[first] = v[d] * s0 + v[d + 1] * s1 + v[d + 2] * s2;
            x[first + 1] = v[d + 3] * s0 + v[d + 4] * s1 + v[d + 5] * s2;
            x[first + 2] = v[d + 6] * s0 + v[d + 7] * s1 + v[d + 8] * s2;
            return;
        }
        for (int r = 0; r < size; r++) {
            double sum = 0;
            for (int c = 0; c < size; c++) {
                sum += v[d++] * sums[c];
            }
            x[first + r] = sum;
        }
    }
}
