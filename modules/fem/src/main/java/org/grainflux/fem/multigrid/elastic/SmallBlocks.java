package org.grainflux.fem.multigrid.elastic;

/** Products of dense blocks a few rows wide, row-major within larger arrays. */
final class SmallBlocks {
    private SmallBlocks() {}

    /** Y += A X. @param a n × n @param x, y n × m */
    static void addProduct(double[] a, int aAt, double[] x, int xAt, double[] y, int yAt, int n, int m) {
        if (n == 3 && m == 6) {
            for (int r = 0; r < 3; r++) {
                addRow6(a[aAt + 3 * r], a[aAt + 3 * r + 1], a[aAt + 3 * r + 2], x, xAt, y, yAt + 6 * r);
            }
            return;
        }
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                double factor = a[aAt + n * r + c];
                for (int k = 0; k < m; k++) {
                    y[yAt + m * r + k] += factor * x[xAt + m * c + k];
                }
            }
        }
    }

    /** Y += Aᵀ X. @param a n × n @param x, y n × m */
    static void addTransposedProduct(double[] a, int aAt, double[] x, int xAt, double[] y, int yAt, int n, int m) {
        if (n == 3 && m == 6) {
            for (int r = 0; r < 3; r++) {
                addRow6(a[aAt + r], a[aAt + 3 + r], a[aAt + 6 + r], x, xAt, y, yAt + 6 * r);
            }
            return;
        }
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                double factor = a[aAt + n * c + r];
                for (int k = 0; k < m; k++) {
                    y[yAt + m * r + k] += factor * x[xAt + m * c + k];
                }
            }
        }
    }

    /** Y += Xᵀ W. @param x, w n × m @param y m × m */
    static void addGram(float[] x, int xAt, double[] w, int wAt, double[] y, int yAt, int n, int m) {
        if (n == 3 && m == 6) {
            for (int r = 0; r < 6; r++) {
                addRow6(x[xAt + r], x[xAt + 6 + r], x[xAt + 12 + r], w, wAt, y, yAt + 6 * r);
            }
            return;
        }
        for (int r = 0; r < m; r++) {
            for (int c = 0; c < n; c++) {
                double factor = x[xAt + m * c + r];
                for (int k = 0; k < m; k++) {
                    y[yAt + m * r + k] += factor * w[wAt + m * c + k];
                }
            }
        }
    }

    /** Y += Wᵀ X, the transpose of {@link #addGram}. */
    static void addTransposedGram(float[] x, int xAt, double[] w, int wAt, double[] y, int yAt, int n, int m) {
        if (n == 3 && m == 6) {
            for (int r = 0; r < 6; r++) {
                addRow6(w[wAt + r], w[wAt + 6 + r], w[wAt + 12 + r], x, xAt, y, yAt + 6 * r);
            }
            return;
        }
        for (int r = 0; r < m; r++) {
            for (int c = 0; c < n; c++) {
                double factor = w[wAt + m * c + r];
                for (int k = 0; k < m; k++) {
                    y[yAt + m * r + k] += factor * x[xAt + m * c + k];
                }
            }
        }
    }

    private static void addRow6(double f0, double f1, double f2, double[] x, int at, double[] y, int to) {
        y[to] += f0 * x[at] + f1 * x[at + 6] + f2 * x[at + 12];
        y[to + 1] += f0 * x[at + 1] + f1 * x[at + 7] + f2 * x[at + 13];
        y[to + 2] += f0 * x[at + 2] + f1 * x[at + 8] + f2 * x[at + 14];
        y[to + 3] += f0 * x[at + 3] + f1 * x[at + 9] + f2 * x[at + 15];
        y[to + 4] += f0 * x[at + 4] + f1 * x[at + 10] + f2 * x[at + 16];
        y[to + 5] += f0 * x[at + 5] + f1 * x[at + 11] + f2 * x[at + 17];
    }

    private static void addRow6(double f0, double f1, double f2, float[] x, int at, double[] y, int to) {
        y[to] += f0 * x[at] + f1 * x[at + 6] + f2 * x[at + 12];
        y[to + 1] += f0 * x[at + 1] + f1 * x[at + 7] + f2 * x[at + 13];
        y[to + 2] += f0 * x[at + 2] + f1 * x[at + 8] + f2 * x[at + 14];
        y[to + 3] += f0 * x[at + 3] + f1 * x[at + 9] + f2 * x[at + 15];
        y[to + 4] += f0 * x[at + 4] + f1 * x[at + 10] + f2 * x[at + 16];
        y[to + 5] += f0 * x[at + 5] + f1 * x[at + 11] + f2 * x[at + 17];
    }
}
