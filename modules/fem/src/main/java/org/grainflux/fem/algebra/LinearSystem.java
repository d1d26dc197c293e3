package org.grainflux.fem.algebra;

/**
 * A x = b.
 *
 * @param load b, one entry per row
 */
public record LinearSystem(CsrMatrix matrix, double[] load) {
    public LinearSystem {
        if (load.length != matrix.rows()) {
            throw new IllegalArgumentException(matrix.rows() + " rows, got a load of " + load.length);
        }
    }
}
