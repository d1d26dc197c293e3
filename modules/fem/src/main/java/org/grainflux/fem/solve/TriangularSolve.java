package org.grainflux.fem.solve;

/**
 * Solves with the factor for one right-hand side. Vectors are by position in the plan: interior unknowns in the order of
 * elimination, then the kept ones. The time is that of reading the factor once per direction.
 */
final class TriangularSolve {
    private final CholeskyFactor factor;
    private final EliminationPlan plan;
    /** The entries of x that the current front touches. */
    private final double[] local;

    TriangularSolve(CholeskyFactor factor) {
        this.factor = factor;
        this.plan = factor.plan();
        this.local = new double[plan.largestFront()];
    }

    /** Replaces the interior of x by L⁻¹ x; the kept entries become the load of the condensed system. */
    void forward(double[] x) {
        for (int s = 0; s < plan.fronts(); s++) {
            gather(s, x);
            int pivots = plan.pivotCount(s);
            eliminate(factor.entries(s), factor.offset(s), pivots, plan.frontSize(s));
            System.arraycopy(local, 0, x, plan.pivotStart(s), pivots);
            int[] rows = plan.rows(s);
            for (int k = 0; k < rows.length; k++) {
                x[rows[k]] = local[pivots + k];
            }
        }
    }

    /** Two columns at a time, so that the local vector is read and written half as often. */
    private void eliminate(double[] l, int offset, int pivots, int size) {
        int j = 0;
        for (; j + 2 <= pivots; j += 2) {
            int c0 = CholeskyFactor.columnOrigin(offset, j, size);
            int c1 = CholeskyFactor.columnOrigin(offset, j + 1, size);
            double x0 = local[j] / l[c0 + j];
            double x1 = (local[j + 1] - x0 * l[c0 + j + 1]) / l[c1 + j + 1];
            local[j] = x0;
            local[j + 1] = x1;
            for (int i = j + 2; i < size; i++) {
                local[i] -= x0 * l[c0 + i] + x1 * l[c1 + i];
            }
        }
        if (j < pivots) {
            int c0 = CholeskyFactor.columnOrigin(offset, j, size);
            double x0 = local[j] / l[c0 + j];
            local[j] = x0;
            for (int i = j + 1; i < size; i++) {
                local[i] -= x0 * l[c0 + i];
            }
        }
    }

    /** Replaces the interior of x by its solution, with the kept entries given. */
    void backward(double[] x) {
        for (int s = plan.fronts() - 1; s >= 0; s--) {
            gather(s, x);
            int pivots = plan.pivotCount(s);
            substitute(factor.entries(s), factor.offset(s), pivots, plan.frontSize(s));
            System.arraycopy(local, 0, x, plan.pivotStart(s), pivots);
        }
    }

    /** Two columns at a time, as above. */
    private void substitute(double[] l, int offset, int pivots, int size) {
        int j = pivots - 1;
        for (; j >= 1; j -= 2) {
            int c0 = CholeskyFactor.columnOrigin(offset, j - 1, size);
            int c1 = CholeskyFactor.columnOrigin(offset, j, size);
            double sum0 = 0;
            double sum1 = 0;
            for (int i = j + 1; i < size; i++) {
                double x = local[i];
                sum0 += l[c0 + i] * x;
                sum1 += l[c1 + i] * x;
            }
            local[j] = (local[j] - sum1) / l[c1 + j];
            local[j - 1] = (local[j - 1] - sum0 - l[c0 + j] * local[j]) / l[c0 + j - 1];
        }
        if (j == 0) {
            int c0 = CholeskyFactor.columnOrigin(offset, 0, size);
            double sum0 = 0;
            for (int i = 1; i < size; i++) {
                sum0 += l[c0 + i] * local[i];
            }
            local[0] = (local[0] - sum0) / l[c0];
        }
    }

    private void gather(int front, double[] x) {
        int pivots = plan.pivotCount(front);
        System.arraycopy(x, plan.pivotStart(front), local, 0, pivots);
        int[] rows = plan.rows(front);
        for (int k = 0; k < rows.length; k++) {
            local[pivots + k] = x[rows[k]];
        }
    }
}
