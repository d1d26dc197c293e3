package org.grainflux.fem.algebra;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/** A symmetric matrix stored in full (both triangles) on a {@link CsrPattern}, which several matrices may share. */
public final class CsrMatrix {
    private final CsrPattern pattern;
    private final double[] values;

    /** The zero matrix on a pattern. */
    public CsrMatrix(CsrPattern pattern) {
        this(pattern, new double[pattern.entryCount()]);
    }

    private CsrMatrix(CsrPattern pattern, double[] values) {
        this.pattern = pattern;
        this.values = values;
    }

    /** A dense symmetric matrix, every entry stored; for small problems. */
    public static CsrMatrix ofDense(DMatrixRMaj dense) {
        int n = dense.numRows;
        int[] members = new int[n];
        Arrays.setAll(members, i -> i);
        CsrPattern full = CsrPattern.ofCliques(n, new int[] {0, n}, members);
        return new CsrMatrix(full, Arrays.copyOf(dense.data, n * n));
    }

    /** A matrix that is already stored by rows. @param values one per entry; owned by the matrix from now on */
    public static CsrMatrix of(CsrPattern pattern, double[] values) {
        if (values.length != pattern.entryCount()) {
            throw new IllegalArgumentException(
                    pattern.entryCount() + " entries in the pattern, got " + values.length + " values");
        }
        return new CsrMatrix(pattern, values);
    }

    public CsrPattern pattern() {
        return pattern;
    }

    public int rows() {
        return pattern.rows();
    }

    public int entryCount() {
        return values.length;
    }

    /** Value of a stored entry, numbered as in the pattern. */
    public double value(int entry) {
        return values[entry];
    }

    /** Value of every entry. The matrix's own array, for inner loops; not to be changed. */
    public double[] values() {
        return values;
    }

    /** Entry (row, column); zero outside the pattern. */
    public double at(int row, int column) {
        int entry = pattern.find(row, column);
        return entry < 0 ? 0 : values[entry];
    }

    /** Adds to one entry; the caller adds the mirrored one. */
    public void add(int row, int column, double value) {
        int entry = pattern.find(row, column);
        if (entry < 0) {
            throw new IllegalArgumentException("no entry (" + row + ", " + column + ") in the pattern");
        }
        values[entry] += value;
    }

    /** Adds a dense symmetric block. @param block row-major, nodes.length × nodes.length or a larger array */
    public void addBlock(int[] nodes, double[] block) {
        int n = nodes.length;
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                add(nodes[a], nodes[b], block[a * n + b]);
            }
        }
    }

    /** A copy with values of its own. */
    public CsrMatrix copy() {
        return new CsrMatrix(pattern, values.clone());
    }

    /** This += factor · other; both on the same pattern object. */
    public void addScaled(double factor, CsrMatrix other) {
        if (other.pattern != pattern) {
            throw new IllegalArgumentException("matrices are on different patterns");
        }
        for (int k = 0; k < values.length; k++) {
            values[k] += factor * other.values[k];
        }
    }

    /** A x. */
    public double[] multiply(double[] x) {
        double[] y = new double[rows()];
        for (int i = 0; i < y.length; i++) {
            y[i] = rowTimes(i, x);
        }
        return y;
    }

    /** (A x) in one row: the variational reaction of a node when x solves the unloaded problem. */
    public double rowTimes(int row, double[] x) {
        double sum = 0;
        for (int k = pattern.rowStart(row); k < pattern.rowEnd(row); k++) {
            sum += values[k] * x[pattern.column(k)];
        }
        return sum;
    }

    /** ‖A‖ in the infinity norm (largest absolute row sum). */
    public double infinityNorm() {
        double norm = 0;
        for (int i = 0; i < rows(); i++) {
            double sum = 0;
            for (int k = pattern.rowStart(i); k < pattern.rowEnd(i); k++) {
                sum += Math.abs(values[k]);
            }
            norm = Math.max(norm, sum);
        }
        return norm;
    }

    /** Row-major dense copy; for small problems. */
    public DMatrixRMaj toDense() {
        DMatrixRMaj dense = new DMatrixRMaj(rows(), rows());
        for (int i = 0; i < rows(); i++) {
            for (int k = pattern.rowStart(i); k < pattern.rowEnd(i); k++) {
                dense.set(i, pattern.column(k), values[k]);
            }
        }
        return dense;
    }
}
