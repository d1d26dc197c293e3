package org.grainflux.fem.multigrid.elastic;

import java.util.Arrays;

/**
 * Interpolation from the modes of aggregates to places, in single precision: it only serves the preconditioner, and the
 * coarse matrix is made of the numbers as they are stored.
 */
final class BlockProlongation {
    /** Unknowns of a place. */
    final int width;
    /** Unknowns of an aggregate. */
    final int modes;

    final int aggregates;
    /** Places + 1; the places of a group have the same columns. */
    final int[] starts;
    /** Aggregates. */
    final int[] columns;
    /** Blocks one after the other, width × modes, row-major. */
    final float[] values;

    BlockProlongation(int width, int modes, int aggregates, int[] starts, int[] columns, float[] values) {
        this.width = width;
        this.modes = modes;
        this.aggregates = aggregates;
        this.starts = starts;
        this.columns = columns;
        this.values = values;
    }

    int places() {
        return starts.length - 1;
    }

    long bytes() {
        return 4L * (starts.length + columns.length + values.length);
    }

    /** coarse = Pᵀ fine. */
    void restrict(double[] fine, double[] coarse) {
        Arrays.fill(coarse, 0);
        boolean space = width == 3 && modes == 6;
        for (int p = 0; p < places(); p++) {
            for (int k = starts[p]; k < starts[p + 1]; k++) {
                if (space) {
                    restrict3(k, fine, 3 * p, coarse, 6 * columns[k]);
                } else {
                    restrictAny(k, fine, width * p, coarse, modes * columns[k]);
                }
            }
        }
    }

    private void restrict3(int k, double[] fine, int from, double[] coarse, int to) {
        float[] v = values;
        int a = 18 * k;
        double r0 = fine[from];
        double r1 = fine[from + 1];
        double r2 = fine[from + 2];
        coarse[to] += v[a] * r0 + v[a + 6] * r1 + v[a + 12] * r2;
        coarse[to + 1] += v[a + 1] * r0 + v[a + 7] * r1 + v[a + 13] * r2;
        coarse[to + 2] += v[a + 2] * r0 + v[a + 8] * r1 + v[a + 14] * r2;
        coarse[to + 3] += v[a + 3] * r0 + v[a + 9] * r1 + v[a + 15] * r2;
        coarse[to + 4] += v[a + 4] * r0 + v[a + 10] * r1 + v[a + 16] * r2;
        coarse[to + 5] += v[a + 5] * r0 + v[a + 11] * r1 + v[a + 17] * r2;
    }

    private void restrictAny(int k, double[] fine, int from, double[] coarse, int to) {
        int a = width * modes * k;
        for (int r = 0; r < width; r++) {
            for (int m = 0; m < modes; m++) {
                coarse[to + m] += values[a++] * fine[from + r];
            }
        }
    }

    /** fine += P coarse. @param cleared set to zero on the way */
    void addTo(double[] coarse, double[] fine, double[] cleared) {
        boolean space = width == 3 && modes == 6;
        for (int p = 0; p < places(); p++) {
            for (int k = starts[p]; k < starts[p + 1]; k++) {
                if (space) {
                    add3(k, coarse, 6 * columns[k], fine, 3 * p);
                } else {
                    addAny(k, coarse, modes * columns[k], fine, width * p);
                }
            }
        }
        Arrays.fill(cleared, 0);
    }

    private void add3(int k, double[] coarse, int from, double[] fine, int to) {
        float[] v = values;
        int a = 18 * k;
        double c0 = coarse[from];
        double c1 = coarse[from + 1];
        double c2 = coarse[from + 2];
        double c3 = coarse[from + 3];
        double c4 = coarse[from + 4];
        double c5 = coarse[from + 5];
        fine[to] += v[a] * c0 + v[a + 1] * c1 + v[a + 2] * c2 + v[a + 3] * c3 + v[a + 4] * c4 + v[a + 5] * c5;
        fine[to + 1] += v[a + 6] * c0 + v[a + 7] * c1 + v[a + 8] * c2 + v[a + 9] * c3 + v[a + 10] * c4 + v[a + 11] * c5;
        fine[to + 2] +=
                v[a + 12] * c0 + v[a + 13] * c1 + v[a + 14] * c2 + v[a + 15] * c3 + v[a + 16] * c4 + v[a + 17] * c5;
    }

    private void addAny(int k, double[] coarse, int from, double[] fine, int to) {
        int a = width * modes * k;
        for (int r = 0; r < width; r++) {
            for (int m = 0; m < modes; m++) {
                fine[to + r] += values[a++] * coarse[from + m];
            }
        }
    }
}
