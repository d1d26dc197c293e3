package org.grainflux.fem.multigrid;

/** One level of a hierarchy: its matrix for sweeps, the way to the next level, and its work vectors. */
final class Level {
    final SweepMatrix matrix;
    /** Null on the coarsest level. */
    final Prolongation prolongation;

    final double[] load;
    final double[] solution;
    /** Holds the residual after a forward sweep, and serves the backward one. */
    final double[] work;

    Level(SweepMatrix matrix, Prolongation prolongation) {
        this.matrix = matrix;
        this.prolongation = prolongation;
        int n = matrix.rows();
        this.load = new double[n];
        this.solution = new double[n];
        this.work = new double[n];
    }

    long bytes() {
        return matrix.bytes() + 24L * load.length + (prolongation == null ? 0 : prolongation.bytes());
    }
}
