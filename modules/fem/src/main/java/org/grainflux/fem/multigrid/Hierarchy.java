package org.grainflux.fem.multigrid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    private Hierarchy(List<Level> levels, DenseCholesky coarsest) {
        this.levels = levels.toArray(Level[]::new);
        this.coarsest = coarsest;
    }

    static Hierarchy of(RowMatrix matrix) {
        List<Level> levels = new ArrayList<>();
        RowMatrix current = matrix;
        // 1. Copies of a node on a firm interface move as one from the second level on.
        TiedNodes ties = TiedNodes.of(matrix);
        if (ties.count < matrix.rows()) {
            RowMatrix merged = ties.merge(matrix);
            if (TiedNodes.explains(matrix, merged)) {
                levels.add(new Level(SweepMatrix.of(matrix), ties.injection()));
                current = merged;
            }
        }
        // 2. One aggressive step, then ordinary ones.
        boolean aggressive = true;
        while (current.rows() > DENSE_ROWS && levels.size() < MOST_LEVELS) {
            Prolongation prolongation = prolongation(current, aggressive);
            if (prolongation.coarseCount == 0 || prolongation.coarseCount > LEAST_REDUCTION * current.rows()) {
                break;
            }
            levels.add(new Level(SweepMatrix.of(current), prolongation));
            current = GalerkinProduct.of(current, prolongation);
            aggressive = false;
        }
        // 3. A dense factor at the end.
        levels.add(new Level(SweepMatrix.of(current), null));
        return new Hierarchy(levels, current.rows() > DENSE_ROWS_AT_MOST ? null : factor(current));
    }

    /** The same levels for another matrix: coarse nodes and interpolation are kept, the products are made anew. */
    Hierarchy updated(RowMatrix matrix) {
        List<Level> updated = new ArrayList<>();
        RowMatrix current = matrix;
        for (Level level : levels) {
            updated.add(new Level(SweepMatrix.of(current), level.prolongation));
            if (level.prolongation != null) {
                current = GalerkinProduct.of(current, level.prolongation);
            }
        }
        return new Hierarchy(updated, coarsest == null ? null : factor(current));
    }

    private static Prolongation prolongation(RowMatrix matrix, boolean aggressive) {
        StrongGraph graph = StrongGraph.of(matrix, STRENGTH);
        byte[] state = aggressive ? Coarsening.aggressive(graph) : Coarsening.independentSet(graph);
        Coarsening.keepUnreached(graph, state, aggressive ? AGGRESSIVE_REACH : REACH);
        return aggressive
                ? Interpolation.multipass(matrix, graph, state, INTERPOLATION_WIDTH)
                : Interpolation.extended(matrix, graph, state, INTERPOLATION_WIDTH);
    }

    private static DenseCholesky factor(RowMatrix matrix) {
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
    void correctFinest(double[] residual, double[] cleared) {
        correct(0, residual, cleared);
    }

    private void correct(int index, double[] residual, double[] cleared) {
        Level level = levels[index];
        Level coarse = levels[index + 1];
        level.prolongation.restrict(residual, coarse.load);
        cycle(index + 1);
        level.prolongation.addTo(coarse.solution, level.solution, cleared);
    }

    private void cycle(int index) {
        Level level = levels[index];
        if (index == levels.length - 1) {
            solveCoarsest(level);
            return;
        }
        level.matrix.forward(level.load, level.solution, level.work);
        correct(index, level.work, level.work);
        level.matrix.backward(level.load, level.solution, level.work);
    }

    void solveCoarsest(Level level) {
        if (coarsest != null) {
            System.arraycopy(level.load, 0, level.solution, 0, level.load.length);
            coarsest.solveInPlace(level.solution);
            return;
        }
        level.matrix.forward(level.load, level.solution, level.work);
        for (int s = 0; s < LAST_LEVEL_SWEEPS; s++) {
            Arrays.fill(level.work, 0);
            level.matrix.backward(level.load, level.solution, level.work);
            if (s < LAST_LEVEL_SWEEPS - 1) {
                level.matrix.forwardFrom(level.load, level.solution, level.work);
            }
        }
    }
}
