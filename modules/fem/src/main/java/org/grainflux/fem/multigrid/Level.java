package org.grainflux.fem.multigrid;

/**
 * One level of a hierarchy: its matrix for sweeps, the way to the next level, and its work vectors, which are in the order
 * of the matrix.
 */
final class Level {
    final SweepMatrix matrix;
    /** Null on the coarsest level. */
    final Transfer transfer;

    /** As {@link #solution}, with a second copy of the separator on all levels but the finest: see {@link Halves}. */
    final double[] load;

    final double[] solution;
    /** Holds the residual after a forward sweep, and serves the backward one. */
    final double[] work;

    /** @param vectorLength of load and solution */
    Level(SweepMatrix matrix, Transfer transfer, int vectorLength) {
        this.matrix = matrix;
        this.transfer = transfer;
        this.load = new double[vectorLength];
        this.solution = new double[vectorLength];
        this.work = new double[matrix.rows()];
    }

    long bytes() {
        return matrix.bytes()
                + 8L * (load.length + solution.length + work.length)
                + (transfer == null ? 0 : transfer.bytes());
    }
}
