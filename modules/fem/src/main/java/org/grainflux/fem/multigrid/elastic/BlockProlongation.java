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
            if (space) {
                restrict3(p, fine, coarse);
            } else {
                restrictAny(p, fine, coarse);
            }
        }
    }

    private void restrict3(int p, double[] fine, double[] coarse) {
        float[] v = values;
        double r0 = fine[3 * p];
        double r1 = fine[3 * p + 1];
        double r2 = fine[3 * p + 2];
        int end = starts[p + 1];
        for (int k = starts[p]; k < end; k++) {
            int to = 6 * columns[k];
            int a = 18 * k;
            coarse[to] += v[a] * r0 + v[a + 6] * r1 + v[a + 12] * r2;
            coarse[to + 1] += v[a + 1] * r0 + v[a + 7] * r1 + v[a + 13] * r2;
            coarse[to + 2] += v[a + 2] * r0 + v[a + 8] * r1 + v[a + 14] * r2;
            coarse[to + 3] += v[a + 3] * r0 + v[a + 9] * r1 + v[a + 15] * r2;
            coarse[to + 4] += v[a + 4] * r0 + v[a + 10] * r1 + v[a + 16] * r2;
            coarse[to + 5] += v[a + 5] * r0 + v[a + 11] * r1 + v[a + 17] * r2;
        }
    }

    private void restrictAny(int p, double[] fine, double[] coarse) {
        for (int k = starts[p]; k < starts[p + 1]; k++) {
            int a = width * modes * k;
            for (int r = 0; r < width; r++) {
                for (int m = 0; m < modes; m++) {
                    coarse[modes * columns[k] + m] += values[a++] * fine[width * p + r];
                }
            }
        }
    }

    /** fine += P coarse. @param cleared set to zero on the way */
    void addTo(double[] coarse, double[] fine, double[] cleared) {
        boolean space = width == 3 && modes == 6;
        for (int p = 0; p < places(); p++) {
            if (space) {
                add3(p, coarse, fine);
            } else {
                addAny(p, coarse, fine);
            }
        }
        Arrays.fill(cleared, 0);
    }

    private void add3(int p, double[] coarse, double[] fine) {
        float[] v = values;
        double f0 = fine[3 * p];
        double f1 = fine[3 * p + 1];
        double f2 = fine[3 * p + 2];
        int end = starts[p + 1];
        for (int k = starts[p]; k < end; k++) {
            int from = 6 * columns[k];
            int a = 18 * k;
            double c0 = coarse[from];
            double c1 = coarse[from + 1];
            double c2 = coarse[from + 2];
            double c3 = coarse[from + 3];
            double c4 = coarse[from + 4];
            double c5 = coarse[from + 5];
            f0 += v[a] * c0 + v[a + 1] * c1 + v[a + 2] * c2 + v[a + 3] * c3 + v[a + 4] * c4 + v[a + 5] * c5;
            f1 += v[a + 6] * c0 + v[a + 7] * c1 + v[a + 8] * c2 + v[a + 9] * c3 + v[a + 10] * c4 + v[a + 11] * c5;
            f2 += v[a + 12] * c0 + v[a + 13] * c1 + v[a + 14] * c2 + v[a + 15] * c3 + v[a + 16] * c4 + v[a + 17] * c5;
        }
        fine[3 * p] = f0;
        fine[3 * p + 1] = f1;
        fine[3 * p + 2] = f2;
    }

    private void addAny(int p, double[] coarse, double[] fine) {
        for (int k = starts[p]; k < starts[p + 1]; k++) {
            int a = width * modes * k;
            for (int r = 0; r < width; r++) {
                for (int m = 0; m < modes; m++) {
                    fine[width * p + r] += values[a++] * coarse[modes * columns[k] + m];
                }
            }
        }
    }
}
