package org.grainflux.fem.multigrid;

import java.util.Arrays;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.CsrPattern;
import org.grainflux.fem.solve.LinearSolver;
import org.grainflux.fem.solve.SolveReport;

/**
 * Conjugate gradients preconditioned by one symmetric V-cycle of classical algebraic multigrid.
 *
 * <p>The first guess is taken from the caller; see {@link SweepGradients} for how iterations end. An iteration takes two passes over half the matrix: the sweep that follows an update also applies A to
 * the direction, and the energy of the direction comes out of the sweep before it (see {@link DirectionSweep}).
 *
 * <p>A solver keeps work vectors: one solve at a time.
 */
public final class MultigridSolver implements LinearSolver {
    private final CsrMatrix matrix;
    private final int threads;
    private final Hierarchy hierarchy;
    private final DirectionSweep sweep;

    private MultigridSolver(CsrMatrix matrix, int threads, Hierarchy hierarchy) {
        this.matrix = matrix;
        this.threads = threads;
        this.hierarchy = hierarchy;
        this.sweep = new DirectionSweep(hierarchy);
    }

    /**
     * A solver that uses the calling thread only.
     *
     * @param matrix symmetric positive definite; kept, not copied
     * @throws NumericalFailureException NOT_POSITIVE_DEFINITE when a diagonal entry is not positive or the coarsest level
     *     has no factor
     */
    public static MultigridSolver of(CsrMatrix matrix) {
        return of(matrix, 1);
    }

    /**
     * A solver that uses several threads, for its set-up and in every solve. Solutions, iterations and residuals are the
     * same to the last bit for any number. The set-up uses all of them, sweeps use two.
     *
     * @param threads the calling one included, ≥ 1; the others end with each call
     */
    public static MultigridSolver of(CsrMatrix matrix, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread, got " + threads);
        }
        try (ThreadTeam team = new ThreadTeam(threads)) {
            return new MultigridSolver(matrix, threads, Hierarchy.of(team, rows(matrix)));
        }
    }

    /**
     * A solver for another matrix on the same unknowns that keeps the choice of coarse nodes and the interpolation: half
     * the set-up. It converges as fast when the strong connections are the same, as for other contacts on one structure.
     *
     * @param other symmetric positive definite, with entries where this one's has them; kept, not copied
     */
    public MultigridSolver updated(CsrMatrix other) {
        CsrPattern pattern = matrix.pattern();
        if (!Arrays.equals(other.pattern().rowStarts(), pattern.rowStarts())
                || !Arrays.equals(other.pattern().columns(), pattern.columns())) {
            throw new IllegalArgumentException("a hierarchy of " + matrix.rows() + " unknowns and "
                    + matrix.entryCount() + " entries cannot serve a matrix of " + other.rows() + " unknowns and "
                    + other.entryCount() + " entries that stands on another pattern");
        }
        try (ThreadTeam team = new ThreadTeam(threads)) {
            return new MultigridSolver(other, threads, hierarchy.updated(team, rows(other)));
        }
    }

    static RowMatrix rows(CsrMatrix matrix) {
        return new RowMatrix(matrix.pattern().rowStarts(), matrix.pattern().columns(), matrix.values());
    }

    @Override
    public String method() {
        return "multigrid";
    }

    @Override
    public long storedBytes() {
        return hierarchy.bytes() + sweep.bytes();
    }

    @Override
    public SolveReport solve(double[] load, double[] solution, double relativeTolerance) {
        if (load.length != matrix.rows() || solution.length != matrix.rows()) {
            throw new IllegalArgumentException("a system of " + matrix.rows() + " unknowns, got a load of "
                    + load.length + " and a solution of " + solution.length + " entries");
        }
        try (ThreadTeam team = new ThreadTeam(threads)) {
            return solve(team, load, solution, relativeTolerance);
        }
    }

    private SolveReport solve(ThreadTeam team, double[] load, double[] solution, double relativeTolerance) {
        PreconditionedSweep pass = new PreconditionedSweep() {
            @Override
            public double start(double[] b, double[] x) {
                double norm = residual(team, b, x);
                sweep.start(team);
                return norm;
            }

            @Override
            public void precondition() {
                sweep.precondition();
            }

            @Override
            public double residualTimesCorrection() {
                return sweep.residualTimesCorrection();
            }

            @Override
            public double correctionEnergy() {
                return sweep.correctionEnergy();
            }

            @Override
            public double advance(double[] x, double alpha, double beta) {
                return sweep.advance(x, alpha, beta);
            }
        };
        return SweepGradients.solve(method(), pass, load, solution, relativeTolerance);
    }

    /** Puts b − A x into the sweep's vector. @return its norm */
    private double residual(ThreadTeam team, double[] load, double[] solution) {
        int[] order = sweep.order();
        double[] squares = new double[ThreadTeam.rowParts(order.length)];
        team.rows(
                order.length,
                (begin, end, part, worker) -> squares[part] = residual(load, solution, order, begin, end));
        return Math.sqrt(Arrays.stream(squares).sum());
    }

    private double residual(double[] load, double[] solution, int[] order, int begin, int end) {
        double[] residual = sweep.residual();
        int[] starts = matrix.pattern().rowStarts();
        int[] columns = matrix.pattern().columns();
        double[] values = matrix.values();
        double square = 0;
        for (int t = begin; t < end; t++) {
            int i = order[t];
            double r = load[i];
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                r -= values[k] * solution[columns[k]];
            }
            residual[t] = r;
            square += r * r;
        }
        return square;
    }
}
