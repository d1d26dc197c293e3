package org.grainflux.fem.solve;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.grainflux.core.Cancellation;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.fem.algebra.CsrMatrix;

/**
 * Multifrontal Cholesky factorisation of the interior block of a sparse symmetric matrix, leaving the Schur complement on
 * the kept unknowns. The matrix may be singular as a whole (a body with natural borders); its interior block must be
 * positive definite, which holds when every connected part touches a kept unknown or a Robin side.
 *
 * <p>There is no pivoting: for positive definite matrices none is needed (Higham 2002, Accuracy and Stability of Numerical
 * Algorithms, §10.1). Use {@link org.grainflux.fem.algebra.Residual} to verify a solution.
 */
public final class SparseCholesky {
    /**
     * Smallest pivot, relative to the diagonal entry before elimination. Rounding leaves about 1e-15 where a floating part
     * should leave zero; a contrast of coefficients of 1e13 still passes.
     */
    private static final double PIVOT_FLOOR = 1e-14;

    private final EliminationPlan plan;
    private final CsrMatrix matrix;
    private final FrontStore store;
    /** Position → row in the current front; stale elsewhere. */
    private final int[] localRow;
    /** Rows of a child's update in the current front. */
    private final int[] childRows;

    private final double[] floors;
    /** Updates that wait for their parent: lower triangles, column by column. */
    private final double[] stack;
    /** Null when only the Schur complement is wanted. */
    private final CholeskyFactor factor;

    private final DMatrixRMaj schur;

    private SparseCholesky(EliminationPlan plan, CsrMatrix matrix, boolean keepFactor) {
        if (matrix.pattern() != plan.pattern()) {
            throw new IllegalArgumentException("the plan was made for another pattern");
        }
        this.plan = plan;
        this.matrix = matrix;
        this.store = new FrontStore(plan.largestFront());
        this.localRow = new int[plan.unknowns()];
        this.childRows = new int[plan.largestFront()];
        this.floors = new double[plan.largestFront()];
        this.stack = new double[plan.stackEntries()];
        this.factor = keepFactor ? new CholeskyFactor(plan) : null;
        this.schur = new DMatrixRMaj(plan.keptCount(), plan.keptCount());
    }

    /** Condenses and keeps the factor, so that interior values can be recovered. */
    public static CondensedSystem condense(CsrMatrix matrix, EliminationPlan plan) {
        SparseCholesky run = new SparseCholesky(plan, matrix, true);
        run.eliminate();
        return new CondensedSystem(run.schur, run.factor);
    }

    /** The factor alone, for a plan that keeps nothing. */
    static CholeskyFactor factor(CsrMatrix matrix, EliminationPlan plan) {
        SparseCholesky run = new SparseCholesky(plan, matrix, true);
        run.eliminate();
        return run.factor;
    }

    /** As above with a plan made on the spot. @param coordinates node-major, unknowns × dimension */
    public static CondensedSystem condense(CsrMatrix matrix, double[] coordinates, int dimension, int[] keptUnknowns) {
        return condense(matrix, EliminationPlan.of(matrix.pattern(), coordinates, dimension, keptUnknowns));
    }

    /** The Schur complement alone, kept × kept and symmetric; the factor is dropped front by front to save memory. */
    public static DMatrixRMaj schurComplement(CsrMatrix matrix, EliminationPlan plan) {
        SparseCholesky run = new SparseCholesky(plan, matrix, false);
        run.eliminate();
        return run.schur;
    }

    private void eliminate() {
        int fronts = plan.fronts();
        int[] firstChild = new int[fronts + 1];
        int[] nextSibling = new int[fronts];
        Arrays.fill(firstChild, -1);
        for (int s = fronts - 1; s >= 0; s--) {
            nextSibling[s] = firstChild[plan.parent(s)];
            firstChild[plan.parent(s)] = s;
        }
        assembleKept();
        for (int s = 0; s < fronts; s++) {
            Cancellation.point();
            double[][] columns = store.zeroed(plan.frontSize(s));
            assembleMatrix(s, columns);
            for (int child = firstChild[s]; child >= 0; child = nextSibling[child]) {
                addUpdate(child, columns);
            }
            factorFront(s, columns);
        }
        mirrorSchur();
    }

    /** Adds the matrix entries of the pivots and notes the pivot floors. */
    private void assembleMatrix(int front, double[][] columns) {
        int start = plan.pivotStart(front);
        int pivots = plan.pivotCount(front);
        int[] rows = plan.rows(front);
        for (int k = 0; k < pivots; k++) {
            localRow[start + k] = k;
        }
        for (int k = 0; k < rows.length; k++) {
            localRow[rows[k]] = pivots + k;
        }
        for (int k = 0; k < pivots; k++) {
            int v = plan.unknownAt(start + k);
            double[] column = columns[k];
            for (int e = matrix.pattern().rowStart(v); e < matrix.pattern().rowEnd(v); e++) {
                int q = plan.positionOf(matrix.pattern().column(e));
                if (q >= start + k) {
                    column[localRow[q]] += matrix.value(e);
                }
            }
            floors[k] = PIVOT_FLOOR * Math.abs(column[k]);
        }
    }

    /** Extend-add of a child's update; rows of both are ascending, so lower stays lower. */
    private void addUpdate(int child, double[][] columns) {
        int[] rows = plan.rows(child);
        for (int k = 0; k < rows.length; k++) {
            childRows[k] = localRow[rows[k]];
        }
        int next = plan.updateOffset(child);
        for (int j = 0; j < rows.length; j++) {
            double[] column = columns[childRows[j]];
            for (int i = j; i < rows.length; i++) {
                column[childRows[i]] += stack[next++];
            }
        }
    }

    private void factorFront(int front, double[][] columns) {
        int size = plan.frontSize(front);
        int pivots = plan.pivotCount(front);
        int failed = CholeskyKernel.factor(columns, size, pivots, floors);
        if (failed >= 0) {
            int unknown = plan.unknownAt(plan.pivotStart(front) + failed);
            throw new NumericalFailureException(
                    Reason.NOT_POSITIVE_DEFINITE,
                    "pivot " + columns[failed][failed] + " of unknown " + unknown + " (diagonal entry "
                            + matrix.at(unknown, unknown) + "); a part of the body without electrode floats");
        }
        if (factor != null) {
            FrontStore.pack(columns, 0, pivots, size, factor.entries(front), factor.offset(front));
        }
        if (plan.parent(front) == plan.fronts()) {
            addToSchur(front, columns);
        } else {
            FrontStore.pack(columns, pivots, size, size, stack, plan.updateOffset(front));
        }
    }

    private void assembleKept() {
        int start = plan.interiorCount();
        int kept = plan.keptCount();
        for (int a = 0; a < kept; a++) {
            int v = plan.keptUnknown(a);
            for (int e = matrix.pattern().rowStart(v); e < matrix.pattern().rowEnd(v); e++) {
                int q = plan.positionOf(matrix.pattern().column(e));
                if (q >= start + a) {
                    schur.data[a * kept + q - start] += matrix.value(e);
                }
            }
        }
    }

    /** The upper triangle, row by row, is the lower one column by column. */
    private void addToSchur(int front, double[][] columns) {
        int start = plan.interiorCount();
        int kept = plan.keptCount();
        int pivots = plan.pivotCount(front);
        int[] rows = plan.rows(front);
        for (int j = 0; j < rows.length; j++) {
            double[] column = columns[pivots + j];
            int offset = (rows[j] - start) * kept - start;
            for (int i = j; i < rows.length; i++) {
                schur.data[offset + rows[i]] += column[pivots + i];
            }
        }
    }

    private void mirrorSchur() {
        int kept = plan.keptCount();
        for (int a = 0; a < kept; a++) {
            for (int b = a + 1; b < kept; b++) {
                schur.data[b * kept + a] = schur.data[a * kept + b];
            }
        }
    }
}
