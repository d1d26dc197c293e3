package org.grainflux.fem.multigrid.elastic;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.core.Cancellation;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.solve.DenseCholesky;

/**
 * The levels of an elastic matrix and the part of a symmetric V-cycle below the finest: a forward sweep down, a backward one
 * up, a dense factor at the end.
 */
final class ElasticHierarchy {
    /** Least strength of a connection, see {@link GroupGraph}; 0.08 splits isotropic meshes and costs five times the set-up. */
    private static final double STRENGTH = 0.02;

    /** Rings of an aggregate on the finest level and below: one on the finest saves 3 iterations of 24 and costs twice. */
    private static final int FINEST_RINGS = 2;

    private static final int RINGS = 1;

    /** Rows that a dense factor takes; its solve is then as cheap as a sweep of the level above. */
    private static final int DENSE_ROWS = 600;

    /** Largest matrix given to the dense factor when coarsening ends early. */
    private static final int DENSE_ROWS_AT_MOST = 3000;

    /** A level that keeps more of its groups than this does not pay. */
    private static final double LEAST_REDUCTION = 0.7;

    final List<ElasticLevel> levels = new ArrayList<>();
    /** Node of every place of the finest level. */
    final int[] order;

    private DenseCholesky coarsest;

    private ElasticHierarchy(int[] order) {
        this.order = order;
    }

    static ElasticHierarchy of(CsrMatrix matrix, double[] coordinates, int dimension) {
        TiedCopies copies = TiedCopies.of(matrix, coordinates, dimension);
        ElasticHierarchy hierarchy = new ElasticHierarchy(copies.order);
        int count = RigidModes.count(dimension);
        double[] modes = RigidModes.of(matrix, copies.order, coordinates, dimension);
        BlockMatrix current = FineBlocks.of(matrix, dimension, copies);
        while (current.unknowns() > DENSE_ROWS) {
            Cancellation.point();
            boolean finest = hierarchy.levels.isEmpty();
            GroupGraph graph = finest ? GroupGraph.ofCopies(current) : GroupGraph.ofModes(current);
            Aggregation aggregation = Aggregation.of(graph, STRENGTH, finest ? FINEST_RINGS : RINGS);
            if (aggregation.count() == 0 || aggregation.count() > LEAST_REDUCTION * current.groups()) {
                break;
            }
            AggregateModes aggregates = AggregateModes.of(current, aggregation, modes, count);
            BlockProlongation prolongation = ProlongationSmoothing.of(current, graph, aggregation, modes, aggregates);
            BlockMatrix coarse = CoarseProduct.of(current, prolongation);
            current.release();
            hierarchy.levels.add(new ElasticLevel(current, prolongation));
            modes = aggregates.coarseModes;
            current = coarse;
        }
        hierarchy.finish(current);
        return hierarchy;
    }

    private void finish(BlockMatrix last) {
        int n = last.unknowns();
        if (n > DENSE_ROWS_AT_MOST) {
            throw new NumericalFailureException(
                    Reason.ITERATION_LIMIT,
                    "coarsening of an elastic matrix ended at " + n + " unknowns, more than the " + DENSE_ROWS_AT_MOST
                            + " of a dense factor: hardly any two nodes of it are coupled");
        }
        double[][] columns = new double[n][n];
        for (int g = 0; g < last.groups(); g++) {
            int first = last.width * last.groupStarts[g];
            int size = last.width * last.groupStarts[g + 1] - first;
            for (int r = 0; r < size; r++) {
                for (int c = 0; c <= r; c++) {
                    columns[first + c][first + r] = last.diagonal()[last.diagonalStarts[g] + r * size + c];
                }
            }
        }
        int width = last.width;
        for (int p = 0; p < last.places(); p++) {
            for (int k = last.starts[p]; k < last.starts[p + 1]; k++) {
                for (int e = 0; e < width * width; e++) {
                    columns[width * last.columns[k] + e % width][width * p + e / width] =
                            last.values[k * width * width + e];
                }
            }
        }
        coarsest = DenseCholesky.inPlace(columns);
        last.release();
        levels.add(new ElasticLevel(last, null));
    }

    ElasticLevel finest() {
        return levels.get(0);
    }

    long bytes() {
        long sum = 8L * coarsest.size() * coarsest.size() + 4L * order.length;
        for (ElasticLevel level : levels) {
            sum += level.bytes();
        }
        return sum;
    }

    /**
     * Corrects a level from the coarser ones.
     *
     * @param residual after the forward sweep
     * @param solution corrected
     * @param cleared set to zero for the backward sweep; may be {@code residual}
     */
    void correct(int index, double[] residual, double[] solution, double[] cleared) {
        ElasticLevel level = levels.get(index);
        ElasticLevel coarse = levels.get(index + 1);
        level.prolongation.restrict(residual, coarse.load);
        cycle(index + 1);
        level.prolongation.addTo(coarse.solution, solution, cleared);
    }

    private void cycle(int index) {
        ElasticLevel level = levels.get(index);
        if (index == levels.size() - 1) {
            solveCoarsest(level.load, level.solution);
            return;
        }
        level.sweep.forward(level.load, level.solution, level.work);
        correct(index, level.work, level.solution, level.work);
        level.sweep.backward(level.load, level.solution, level.work);
    }

    void solveCoarsest(double[] load, double[] solution) {
        System.arraycopy(load, 0, solution, 0, load.length);
        coarsest.solveInPlace(solution);
    }
}
