package org.grainflux.fem.multigrid.elastic;

/**
 * Block Gauss–Seidel over a {@link BlockMatrix} that delivers residuals as it goes: a block serves its row by a gather and
 * its column by a scatter, so that a sweep and the residual after it read half the matrix once.
 *
 * <p>A forward sweep from zero solves (D + L) x = b and leaves −Lᵀ x. A backward sweep from y solves (D + Lᵀ) z = b − L y
 * and leaves δ = z − y, with which A z = b + L δ and zᵀ A z = zᵀ b + δᵀ Lᵀ z. One after the other they are a symmetric
 * preconditioner.
 */
final class BlockSweep {
    final BlockMatrix matrix;
    private final double[] sums;
    private final double[] otherSums;
    private double loadTimesSolution;
    private double energy;

    BlockSweep(BlockMatrix matrix) {
        this.matrix = matrix;
        this.sums = new double[matrix.width * matrix.largestGroup()];
        this.otherSums = new double[sums.length];
    }

    /** (D + L) x = b from zero. @param residual overwritten by −Lᵀ x */
    void forward(double[] b, double[] x, double[] residual) {
        BlockMatrix m = matrix;
        int width = m.width;
        int groups = m.groups();
        for (int g = 0; g < groups; g++) {
            int first = m.groupStarts[g];
            int last = m.groupStarts[g + 1];
            for (int p = first; p < last; p++) {
                int at = width * (p - first);
                for (int c = 0; c < width; c++) {
                    sums[at + c] = b[width * p + c];
                    residual[width * p + c] = 0;
                }
                m.subtractRow(p, x, sums, at);
            }
            m.solveGroup(g, sums, x);
            for (int p = first; p < last; p++) {
                m.scatterRow(p, x, residual);
            }
        }
    }

    /** (D + Lᵀ) z = b − L y, z in place of y. @param work zeros, overwritten by z − y */
    void backward(double[] b, double[] x, double[] work) {
        loadTimesSolution = 0;
        energy = 0;
        for (int g = matrix.groups() - 1; g >= 0; g--) {
            backwardGroup(g, b, x, work);
        }
        energy += loadTimesSolution;
    }

    private void backwardGroup(int g, double[] b, double[] x, double[] work) {
        BlockMatrix m = matrix;
        int width = m.width;
        int first = m.groupStarts[g];
        int last = m.groupStarts[g + 1];
        double[] right = sums;
        double[] before = otherSums;
        int from = width * first;
        int size = width * last - from;
        for (int c = 0; c < size; c++) {
            right[c] = b[from + c] + work[from + c];
            before[c] = x[from + c];
        }
        for (int p = first; p < last; p++) {
            m.subtractRow(p, x, right, width * (p - first));
        }
        m.solveGroup(g, right, x);
        double bz = 0;
        double extra = 0;
        for (int c = 0; c < size; c++) {
            double z = x[from + c];
            double delta = z - before[c];
            bz += b[from + c] * z;
            extra += delta * work[from + c];
            work[from + c] = delta;
        }
        for (int p = first; p < last; p++) {
            m.scatterRow(p, x, work);
        }
        loadTimesSolution += bz;
        energy -= extra;
    }

    /** bᵀ z of the last backward sweep. */
    double loadTimesSolution() {
        return loadTimesSolution;
    }

    /** zᵀ A z of the last backward sweep. */
    double energy() {
        return energy;
    }

    /**
     * One pass for a step of conjugate gradients and the forward sweep after it: with A z = r + L δ, p ← z + β p,
     * x ← x + α p, r ← r − α A p, and the sweep on the new r.
     *
     * @param order node of every place: x is in the order of nodes
     * @return ‖r‖₂²
     */
    double advance(DirectionVectors vectors, double[] solution, int[] order, double alpha, double beta) {
        BlockMatrix m = matrix;
        int width = m.width;
        double[] residual = vectors.residual;
        double[] correction = vectors.correction;
        double[] direction = vectors.direction;
        double[] product = vectors.product;
        double[] smoothed = vectors.smoothed;
        double square = 0;
        int groups = m.groups();
        for (int g = 0; g < groups; g++) {
            int first = m.groupStarts[g];
            int last = m.groupStarts[g + 1];
            for (int p = first; p < last; p++) {
                int at = width * (p - first);
                for (int c = 0; c < width; c++) {
                    sums[at + c] = 0;
                    otherSums[at + c] = 0;
                }
                m.subtractRows(p, correction, vectors.change, sums, otherSums, at);
                for (int c = 0; c < width; c++) {
                    int u = width * p + c;
                    double ap = residual[u] - otherSums[at + c] + beta * product[u];
                    double d = correction[u] + beta * direction[u];
                    double r = residual[u] - alpha * ap;
                    product[u] = ap;
                    direction[u] = d;
                    residual[u] = r;
                    solution[width * order[p] + c] += alpha * d;
                    square += r * r;
                    sums[at + c] += r;
                    smoothed[u] = 0;
                }
            }
            m.solveGroup(g, sums, correction);
            for (int p = first; p < last; p++) {
                m.scatterRow(p, correction, smoothed);
            }
        }
        return square;
    }

    /** y = −A x. @param x not changed; needs D, see {@link BlockMatrix#diagonal()} */
    void negativeProduct(double[] x, double[] y) {
        BlockMatrix m = matrix;
        int width = m.width;
        double[] diagonal = m.diagonal();
        for (int g = 0; g < m.groups(); g++) {
            int first = width * m.groupStarts[g];
            int last = width * m.groupStarts[g + 1];
            int d = m.diagonalStarts[g];
            for (int u = first; u < last; u++) {
                double sum = 0;
                for (int w = first; w < last; w++) {
                    sum -= diagonal[d++] * x[w];
                }
                y[u] = sum;
            }
            for (int p = m.groupStarts[g]; p < m.groupStarts[g + 1]; p++) {
                m.subtractRow(p, x, y, width * p);
                m.scatterRow(p, x, y);
            }
        }
    }
}
