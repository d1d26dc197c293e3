package org.grainflux.fem.multigrid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grainflux.core.Cancellation;
import org.grainflux.fem.solve.DenseCholesky;

/**
 * The levels of a matrix and one symmetric V-cycle on them: a forward Gauss–Seidel sweep down, a backward one up, a dense
 * factor at the end.
 */
final class Hierarchy {
    /** θ of {@link StrongGraph}: 0.5 gave the same counts in 3D for a costlier set-up, and more on facets. */
    private static final double STRENGTH = 0.25;

    /** Entries of a row of interpolation; 6 and 8 gave the same iteration counts. */
    private static final int INTERPOLATION_WIDTH = 4;

    /** Rows that a dense factor takes; its solve is then as cheap as a sweep of the level above. */
    private static final int DENSE_ROWS = 600;

    /** Largest matrix given to the dense factor when coarsening ends early. */
    private static final int DENSE_ROWS_AT_MOST = 3000;

    /** A level that keeps more of its nodes than this does not pay. */
    private static final double LEAST_REDUCTION = 0.9;

    private static final int MOST_LEVELS = 25;

    /** Sweep pairs on a last level too large for a dense factor, which only a nearly diagonal matrix leaves. */
    private static final int LAST_LEVEL_SWEEPS = 8;

    /** Steps of dependence within which a node must find a coarse one: aggressive and ordinary levels. */
    private static final int AGGRESSIVE_REACH = 8;

    private static final int REACH = 2;

    final Level[] levels;
    private final DenseCholesky coarsest;

    private Hierarchy(Level[] levels, DenseCholesky coarsest) {
        this.levels = levels;
        this.coarsest = coarsest;
    }

    static Hierarchy of(ThreadTeam team, RowMatrix matrix) {
        List<RowMatrix> matrices = new ArrayList<>(List.of(matrix));
        List<Prolongation> prolongations = new ArrayList<>();
        RowMatrix current = matrix;
        // 1. Copies of a node on a firm interface move as one from the second level on.
        if (matrix.rows() > DENSE_ROWS) {
            TiedNodes ties = TiedNodes.of(team, matrix);
            if (ties.exist()) {
                current = ties.merge(team, matrix);
                prolongations.add(ties.injection());
                matrices.add(current);
            }
        }
        // 2. One aggressive step, then ordinary ones.
        boolean aggressive = true;
        while (current.rows() > DENSE_ROWS && matrices.size() <= MOST_LEVELS) {
            Cancellation.point();
            Prolongation prolongation = prolongation(team, current, aggressive);
            if (prolongation.coarseCount == 0 || prolongation.coarseCount > LEAST_REDUCTION * current.rows()) {
                break;
            }
            current = GalerkinProduct.of(team, current, prolongation);
            prolongations.add(prolongation);
            matrices.add(current);
            aggressive = false;
        }
        // 3. An order for two threads, and levels in that order.
        Halves[] halves = Halving.of(team, matrices, prolongations);
        Level[] levels = new Level[halves.length];
        for (int l = 0; l < levels.length; l++) {
            Transfer transfer =
                    l == levels.length - 1 ? null : Transfer.of(team, prolongations.get(l), halves[l], halves[l + 1]);
            levels[l] = level(team, l, matrices.get(l), halves[l], transfer);
        }
        return new Hierarchy(levels, factor(current));
    }

    /** The same levels for another matrix: coarse nodes and interpolation are kept, the products are made anew. */
    Hierarchy updated(ThreadTeam team, RowMatrix matrix) {
        Level[] updated = new Level[levels.length];
        RowMatrix current = matrix;
        for (int l = 0; l < levels.length; l++) {
            Transfer transfer = levels[l].transfer;
            updated[l] = level(team, l, current, levels[l].matrix.halves, transfer);
            if (transfer != null) {
                current = GalerkinProduct.of(team, current, transfer.prolongation(team));
            }
        }
        return new Hierarchy(updated, factor(current));
    }

    private static Level level(ThreadTeam team, int index, RowMatrix matrix, Halves halves, Transfer transfer) {
        int vectorLength = index == 0 ? halves.rows() : halves.vectorLength();
        return new Level(SweepMatrix.of(team, matrix, halves), transfer, vectorLength);
    }

    private static Prolongation prolongation(ThreadTeam team, RowMatrix matrix, boolean aggressive) {
        StrongGraph graph = StrongGraph.of(team, matrix, STRENGTH);
        if (aggressive) {
            byte[] state = Coarsening.aggressive(team, graph);
            byte[] steps = Coarsening.reach(team, graph, state, AGGRESSIVE_REACH);
            return Interpolation.multipass(team, matrix, graph, state, steps, INTERPOLATION_WIDTH);
        }
        byte[] state = Coarsening.independentSet(team, graph);
        Coarsening.reach(team, graph, state, REACH);
        return Interpolation.extended(team, matrix, graph, state, INTERPOLATION_WIDTH);
    }

    /** Of the coarsest level, whose order is that of its numbers; null when it is too large. */
    private static DenseCholesky factor(RowMatrix matrix) {
        if (matrix.rows() > DENSE_ROWS_AT_MOST) {
            return null;
        }
        double[][] columns = new double[matrix.rows()][matrix.rows()];
        for (int i = 0; i < matrix.rows(); i++) {
            for (int k = matrix.starts[i]; k < matrix.starts[i + 1]; k++) {
                int j = matrix.columns[k];
                if (j <= i) {
                    columns[j][i] += matrix.values[k];
                }
            }
        }
        return DenseCholesky.inPlace(columns);
    }

    Level finest() {
        return levels[0];
    }

    int levelCount() {
        return levels.length;
    }

    long bytes() {
        long sum = coarsest == null ? 0 : 8L * coarsest.size() * coarsest.size();
        for (Level level : levels) {
            sum += level.bytes();
        }
        return sum;
    }

    /**
     * What follows a forward sweep on the finest level: restricts its residual, corrects from the coarser levels and
     * leaves the corrected values in its solution.
     *
     * @param residual after the forward sweep
     * @param cleared set to zero for the backward sweep
     */
    void correctFinest(ThreadTeam team, double[] residual, double[] cleared) {
        correct(team, 0, residual, cleared);
    }

    private void correct(ThreadTeam team, int index, double[] residual, double[] cleared) {
        Level level = levels[index];
        Level coarse = levels[index + 1];
        level.transfer.restrict(team, residual, coarse.load);
        cycle(team, index + 1);
        level.transfer.addTo(team, coarse.solution, level.solution, cleared);
    }

    private void cycle(ThreadTeam team, int index) {
        Level level = levels[index];
        if (index == levels.length - 1) {
            solveCoarsest(team, level);
            return;
        }
        level.matrix.forward(team, level.load, level.solution, level.work);
        correct(team, index, level.work, level.work);
        level.matrix.backward(team, level.load, level.solution, level.work);
    }

    void solveCoarsest(ThreadTeam team, Level level) {
        if (coarsest != null) {
            System.arraycopy(level.load, 0, level.solution, 0, level.matrix.rows());
            coarsest.solveInPlace(level.solution);
            return;
        }
        level.matrix.forward(team, level.load, level.solution, level.work);
        for (int s = 0; s < LAST_LEVEL_SWEEPS; s++) {
            Arrays.fill(level.work, 0);
            level.matrix.backward(team, level.load, level.solution, level.work);
            if (s < LAST_LEVEL_SWEEPS - 1) {
                level.matrix.forwardFrom(level.load, level.solution, level.work);
            }
        }
    }
}
