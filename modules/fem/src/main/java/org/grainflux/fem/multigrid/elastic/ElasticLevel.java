package org.grainflux.fem.multigrid.elastic;

/** One level: its sweeps, the way to the next level, and its work vectors. */
final class ElasticLevel {
    final BlockSweep sweep;
    /** Null on the coarsest level. */
    final BlockProlongation prolongation;

    final double[] load;
    final double[] solution;
    /** The residual after a forward sweep; zeros before the backward one. */
    final double[] work;

    ElasticLevel(BlockMatrix matrix, BlockProlongation prolongation) {
        this.sweep = new BlockSweep(matrix);
        this.prolongation = prolongation;
        this.load = new double[matrix.unknowns()];
        this.solution = new double[matrix.unknowns()];
        this.work = new double[matrix.unknowns()];
    }

    long bytes() {
        return sweep.matrix.bytes() + 24L * load.length + (prolongation == null ? 0 : prolongation.bytes());
    }
}
