package org.grainflux.fem.multigrid.elastic;

/** The vectors of conjugate gradients on the finest level, in the order of its places. */
final class DirectionVectors {
    /** r. */
    final double[] residual;
    /** z, and before it the values that the backward sweep starts from. */
    final double[] correction;
    /** p. */
    final double[] direction;
    /** A p. */
    final double[] product;
    /** δ of the last backward sweep. */
    final double[] change;
    /** Residual after the forward sweep. */
    final double[] smoothed;

    DirectionVectors(int unknowns) {
        residual = new double[unknowns];
        correction = new double[unknowns];
        direction = new double[unknowns];
        product = new double[unknowns];
        change = new double[unknowns];
        smoothed = new double[unknowns];
    }

    long bytes() {
        return 48L * residual.length;
    }
}
