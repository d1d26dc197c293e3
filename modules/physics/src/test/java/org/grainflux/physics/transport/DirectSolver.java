package org.grainflux.physics.transport;

import java.util.Arrays;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.CsrPattern;
import org.grainflux.fem.algebra.Residual;
import org.grainflux.fem.solve.CondensedSystem;
import org.grainflux.fem.solve.LinearSolver;
import org.grainflux.fem.solve.SolveReport;
import org.grainflux.fem.solve.SparseCholesky;

/** Factors small systems, so that tests of the physics see no error of a solver. */
final class DirectSolver implements LinearSolver {
    private static final int LANDMARKS = 3;

    private final CsrMatrix matrix;
    private final CondensedSystem factor;

    DirectSolver(CsrMatrix matrix) {
        this.matrix = matrix;
        this.factor = SparseCholesky.condense(matrix, places(matrix.pattern()), LANDMARKS, new int[0]);
    }

    /** Distances in the graph from unknowns that are far from each other: coordinates good enough to dissect it. */
    private static double[] places(CsrPattern pattern) {
        int n = pattern.rows();
        double[] places = new double[LANDMARKS * n];
        int[] nearest = new int[n];
        Arrays.fill(nearest, Integer.MAX_VALUE);
        int landmark = 0;
        for (int k = 0; k < LANDMARKS; k++) {
            int[] distance = distances(pattern, landmark);
            for (int i = 0; i < n; i++) {
                places[LANDMARKS * i + k] = distance[i];
                nearest[i] = Math.min(nearest[i], distance[i]);
                landmark = nearest[i] > nearest[landmark] ? i : landmark;
            }
        }
        return places;
    }

    private static int[] distances(CsrPattern pattern, int from) {
        int[] distance = new int[pattern.rows()];
        Arrays.fill(distance, -1);
        int[] queue = new int[distance.length];
        queue[0] = from;
        distance[from] = 0;
        int count = 1;
        for (int next = 0; next < count; next++) {
            for (int e = pattern.rowStart(queue[next]); e < pattern.rowEnd(queue[next]); e++) {
                int j = pattern.column(e);
                if (distance[j] < 0) {
                    distance[j] = distance[queue[next]] + 1;
                    queue[count++] = j;
                }
            }
        }
        return distance;
    }

    @Override
    public SolveReport solve(double[] load, double[] solution, double relativeTolerance) {
        double[] x = factor.solve(load);
        factor.refine(matrix, load, x);
        System.arraycopy(x, 0, solution, 0, x.length);
        return new SolveReport(0, Residual.of(matrix, x, load).relativeToLoad());
    }

    @Override
    public String method() {
        return "cholesky";
    }

    @Override
    public long storedBytes() {
        return 8 * factor.plan().nonZeros();
    }
}
