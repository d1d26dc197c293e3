package org.grainflux.fem.grid;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.fem.solve.DenseCholesky;

/**
 * Approximate inverse of a network of aggregates: a K-cycle, that is, every coarse problem is solved by at most two
 * steps of conjugate gradients preconditioned by the next level. This repairs the wrong scale of coarse conductances
 * that piecewise constant interpolation brings, level by level.
 *
 * @see "Notay and Vassilevski (2008), Numer. Linear Algebra Appl. 15, 473"
 */
final class GraphCycle {
    /** Small enough for a dense factor to cost less than a sweep over the level above. */
    private static final int DENSE_NODES = 64;

    /** A level that shrinks by less is the last: further pairing only adds cost. */
    private static final double SHRINKS_TO = 0.8;

    /** A first step that leaves this part of the residual or less makes the second one superfluous (Notay 2010). */
    private static final double SECOND_STEP_ABOVE = 0.25;

    private final List<Level> levels = new ArrayList<>();
    private final double[][] factorColumns;
    private final DenseCholesky factor;

    GraphCycle(ConductanceGraph finest) {
        ConductanceGraph graph = finest;
        while (graph.nodeCount() > DENSE_NODES) {
            PairwiseAggregation.Result coarser = PairwiseAggregation.of(graph);
            if (coarser.graph().nodeCount() > SHRINKS_TO * graph.nodeCount()) {
                break;
            }
            levels.add(new Level(graph, coarser.aggregates()));
            graph = coarser.graph();
        }
        levels.add(new Level(graph, null));
        factorColumns = dense(graph);
        factor = DenseCholesky.inPlace(factorColumns);
    }

    /** One level and its work vectors. */
    private static final class Level {
        final ConductanceGraph graph;
        final int[] aggregates;
        final float[] load;
        final float[] first;
        final float[] firstProduct;
        final float[] second;
        final float[] secondProduct;

        Level(ConductanceGraph graph, int[] aggregates) {
            this.graph = graph;
            this.aggregates = aggregates;
            int n = graph.nodeCount();
            load = new float[n];
            first = new float[n];
            firstProduct = new float[n];
            second = new float[n];
            secondProduct = new float[n];
        }
    }

    int levelCount() {
        return levels.size();
    }

    /** Load of the finest graph, to be filled before {@link #solve}. */
    float[] load() {
        return levels.get(0).load;
    }

    /** Where {@link #solve} leaves its result. */
    float[] solution() {
        return levels.get(0).first;
    }

    long storedBytes() {
        long bytes = 0;
        for (Level level : levels) {
            bytes += level.graph.storedBytes() + 4L * 6 * level.graph.nodeCount();
        }
        return bytes;
    }

    void solve() {
        solve(0);
    }

    private void solve(int depth) {
        Level level = levels.get(depth);
        if (level.aggregates == null) {
            solveDense(level);
            return;
        }
        float[] r = level.load;
        precondition(depth, level.first);
        double rho1 = level.graph.multiply(level.first, level.firstProduct);
        if (rho1 <= 0) {
            return;
        }
        double alpha1 = dot(level.first, r);
        double before = dot(r, r);
        float step1 = (float) (alpha1 / rho1);
        for (int i = 0; i < r.length; i++) {
            r[i] -= step1 * level.firstProduct[i];
        }
        if (dot(r, r) <= SECOND_STEP_ABOVE * SECOND_STEP_ABOVE * before) {
            for (int i = 0; i < r.length; i++) {
                level.first[i] *= step1;
            }
            return;
        }
        precondition(depth, level.second);
        double beta = level.graph.multiply(level.second, level.secondProduct);
        double gamma = dot(level.second, level.firstProduct);
        double alpha2 = dot(level.second, r);
        double rho2 = beta - gamma * gamma / rho1;
        if (rho2 <= 0) {
            for (int i = 0; i < r.length; i++) {
                level.first[i] *= step1;
            }
            return;
        }
        float step2 = (float) (alpha2 / rho2);
        float part1 = (float) (alpha1 / rho1 - gamma * alpha2 / (rho1 * rho2));
        for (int i = 0; i < r.length; i++) {
            level.first[i] = part1 * level.first[i] + step2 * level.second[i];
        }
    }

    private void precondition(int depth, float[] u) {
        Level level = levels.get(depth);
        Level coarser = levels.get(depth + 1);
        level.graph.relaxFromZero(level.load, u);
        level.graph.restrictResidual(u, level.aggregates, coarser.load);
        solve(depth + 1);
        level.graph.correctAndRelax(level.load, level.aggregates, coarser.first, u);
    }

    private void solveDense(Level level) {
        double[] x = new double[level.load.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = level.load[i];
        }
        factor.solveInPlace(x);
        for (int i = 0; i < x.length; i++) {
            level.first[i] = (float) x[i];
        }
    }

    private static double dot(float[] a, float[] b) {
        double s0 = 0;
        double s1 = 0;
        int i = 0;
        for (; i + 1 < a.length; i += 2) {
            s0 += (double) a[i] * b[i];
            s1 += (double) a[i + 1] * b[i + 1];
        }
        return i < a.length ? s0 + s1 + (double) a[i] * b[i] : s0 + s1;
    }

    private static double[][] dense(ConductanceGraph graph) {
        int n = graph.nodeCount();
        double[][] columns = new double[n][n];
        for (int i = 0; i < n; i++) {
            double diagonal = graph.ground(i);
            for (int k = graph.start(i); k < graph.end(i); k++) {
                columns[i][graph.neighbour(k)] = -graph.conductance(k);
                diagonal += graph.conductance(k);
            }
            columns[i][i] = diagonal;
        }
        return columns;
    }
}
