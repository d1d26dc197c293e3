package org.grainflux.fem.multigrid.elastic;

import java.util.Arrays;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.multigrid.PreconditionedSweep;

/** A V-cycle whose finest sweeps also do the work of conjugate gradients, see {@link BlockSweep#advance}. */
final class ElasticSweep implements PreconditionedSweep {
    private final CsrMatrix matrix;
    private final ElasticHierarchy hierarchy;
    private final BlockSweep sweep;
    private final DirectionVectors vectors;
    /** Whether the forward sweep on the residual at hand is done. */
    private boolean swept;

    private double residualTimesCorrection;
    private double correctionEnergy;

    ElasticSweep(CsrMatrix matrix, ElasticHierarchy hierarchy) {
        this.matrix = matrix;
        this.hierarchy = hierarchy;
        this.sweep = hierarchy.finest().sweep;
        this.vectors = new DirectionVectors(matrix.rows());
    }

    long bytes() {
        return vectors.bytes();
    }

    @Override
    public double start(double[] load, double[] solution) {
        int width = sweep.matrix.width;
        double square = 0;
        for (int p = 0; p < hierarchy.order.length; p++) {
            for (int c = 0; c < width; c++) {
                int row = width * hierarchy.order[p] + c;
                double r = load[row] - matrix.rowTimes(row, solution);
                vectors.residual[width * p + c] = r;
                square += r * r;
            }
        }
        swept = false;
        return Math.sqrt(square);
    }

    @Override
    public void precondition() {
        if (hierarchy.levels.size() == 1) {
            solveExactly();
            return;
        }
        if (!swept) {
            sweep.forward(vectors.residual, vectors.correction, vectors.smoothed);
        }
        hierarchy.correct(0, vectors.smoothed, vectors.correction, vectors.change);
        sweep.backward(vectors.residual, vectors.correction, vectors.change);
        residualTimesCorrection = sweep.loadTimesSolution();
        correctionEnergy = sweep.energy();
    }

    /** A single level: A z = r, so that zᵀ A z = rᵀ z, and no sweep has changed anything. */
    private void solveExactly() {
        hierarchy.solveCoarsest(vectors.residual, vectors.correction);
        Arrays.fill(vectors.change, 0);
        double sum = 0;
        for (int u = 0; u < vectors.residual.length; u++) {
            sum += vectors.residual[u] * vectors.correction[u];
        }
        residualTimesCorrection = sum;
        correctionEnergy = sum;
    }

    @Override
    public double residualTimesCorrection() {
        return residualTimesCorrection;
    }

    @Override
    public double correctionEnergy() {
        return correctionEnergy;
    }

    @Override
    public double advance(double[] solution, double alpha, double beta) {
        // Before the first direction of a run the vectors hold an old one.
        double square = sweep.advance(vectors, solution, hierarchy.order, alpha, swept ? beta : 0);
        swept = true;
        return Math.sqrt(square);
    }
}
