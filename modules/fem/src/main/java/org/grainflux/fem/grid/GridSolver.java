package org.grainflux.fem.grid;

import java.util.Arrays;
import org.grainflux.core.Cancellation;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.core.Require;
import org.grainflux.fem.multigrid.ThreadTeam;
import org.grainflux.fem.solve.LinearSolver;
import org.grainflux.fem.solve.SolveReport;

/**
 * Solves the network of a grid by flexible conjugate gradients with a multigrid preconditioner, without a matrix.
 *
 * <p>Directions, their sum and the updated residual are in single precision, the solution in double. Whenever the residual
 * has fallen by 10³ the sum is added to the solution and the residual computed afresh in double precision, so rounding in
 * single precision never limits the result; iterations stop only on a residual computed afresh.
 *
 * <p>A solver keeps work vectors: one solve at a time.
 */
public final class GridSolver implements LinearSolver {
    /** Iterations asserted in tests stay below 30; more than this means the network defeats the method. */
    private static final int ITERATION_LIMIT = 200;

    /** Single precision holds 10⁻⁷ of the residual at the last renewal; three digits are used. */
    private static final double RENEWAL_RATIO = 1e-3;

    private final CellGrid grid;
    private final int threads;
    private final GridOperator operator;
    private final GridSmoother smoother;
    private final GraphCycle coarse;
    private final LayerSweep sweep;
    private final long aggregateBytes;
    private final float[][] residual;
    private final float[][] direction;
    private final float[][] product;
    private final float[][] preconditioned;
    /** Of the directions since the residual was renewed. */
    private final float[][] sum;
    /** Parts of the layers in two inner products. */
    private final double[] parts;

    private final double[] otherParts;

    /** A solver that uses the calling thread only. */
    public GridSolver(FaceConductances faces) {
        this(faces, 1);
    }

    /**
     * A solver that uses several threads on the grid itself, in every solve. Solutions, iterations and residuals are the
     * same to the last bit for any number.
     *
     * @param threads the calling one included, ≥ 1; the others end with each call
     */
    public GridSolver(FaceConductances faces, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread, got " + threads);
        }
        this.threads = threads;
        grid = faces.grid();
        operator = new GridOperator(faces);
        BlockAggregation.Result aggregation = BlockAggregation.of(faces);
        smoother = new GridSmoother(faces, aggregation.aggregates());
        aggregateBytes = aggregation.aggregates().storedBytes();
        coarse = new GraphCycle(aggregation.graph());
        sweep = new LayerSweep(faces, threads);
        residual = Lines.of(grid);
        direction = Lines.of(grid);
        product = Lines.of(grid);
        preconditioned = Lines.of(grid);
        sum = Lines.of(grid);
        parts = new double[grid.cells2()];
        otherParts = new double[grid.cells2()];
    }

    @Override
    public SolveReport solve(double[] load, double[] solution, double relativeTolerance) {
        Require.positive("relative tolerance", relativeTolerance, "");
        double loadNorm = 0;
        for (double b : load) {
            loadNorm += b * b;
        }
        loadNorm = Math.sqrt(loadNorm);
        if (loadNorm == 0) {
            Arrays.fill(solution, 0);
            return new SolveReport(0, 0);
        }
        try (ThreadTeam team = new ThreadTeam(threads)) {
            sweep.use(team);
            return solve(load, solution, relativeTolerance, loadNorm);
        }
    }

    private SolveReport solve(double[] load, double[] solution, double relativeTolerance, double loadNorm) {
        double target = relativeTolerance * loadNorm;
        double norm = renew(load, solution);
        double renewed = norm;
        double rho = 0;
        double alpha = 0;
        int iterations = 0;
        while (norm > target) {
            Cancellation.point();
            if (iterations == ITERATION_LIMIT || !Double.isFinite(norm)) {
                throw new NumericalFailureException(
                        Double.isFinite(norm) ? Reason.ITERATION_LIMIT : Reason.NOT_FINITE,
                        "grid of " + grid.cellCount() + " cells: relative residual " + norm / loadNorm + " after "
                                + iterations + " iterations, asked for " + relativeTolerance);
            }
            // 1. One cycle, z = M r, with z·r and z·A p.
            precondition();
            // 2. Flexible (Polak–Ribière) weight: r − r_old = −α A p.
            double next = sum(parts);
            double beta = iterations == 0 ? 0 : -alpha * sum(otherParts) / rho;
            rho = next;
            // 3. p = z + β p and A p, then the step along p.
            alpha = rho / turn((float) beta);
            norm = advance((float) alpha);
            iterations++;
            if (norm <= target || norm <= RENEWAL_RATIO * renewed) {
                norm = renew(load, solution);
                renewed = norm;
            }
        }
        return new SolveReport(iterations, norm / loadNorm);
    }

    @Override
    public String method() {
        return "matrix-free multigrid on a grid";
    }

    @Override
    public long storedBytes() {
        return 4L * 6 * grid.cellCount() + aggregateBytes + coarse.storedBytes();
    }

    /** Adds what was found since the last time to the solution; returns the norm of what is left, in double precision. */
    private double renew(double[] load, double[] solution) {
        sweep.run(
                (at, layer) -> collect(layer, solution),
                (at, layer) -> parts[layer] = operator.residual(layer, load, solution, residual));
        return Math.sqrt(sum(parts));
    }

    private void collect(int layer, double[] solution) {
        for (int i1 = 0; i1 < grid.cells1(); i1++) {
            float[] line = sum[grid.line(i1, layer)];
            int first = grid.cell(0, i1, layer);
            for (int x = 0; x < line.length; x++) {
                solution[first + x] += line[x];
            }
            Arrays.fill(line, 0);
        }
    }

    private void precondition() {
        smoother.descend(sweep, residual, preconditioned, coarse.load());
        coarse.solve();
        smoother.ascend(sweep, coarse.solution(), residual, preconditioned, (at, layer) -> {
            parts[layer] = dot(at.products, layer, preconditioned, residual);
            otherParts[layer] = dot(at.products, layer, preconditioned, product);
        });
    }

    /** Returns p·A p. */
    private double turn(float beta) {
        sweep.run(
                (at, layer) -> {
                    for (int i1 = 0; i1 < grid.cells1(); i1++) {
                        int line = grid.line(i1, layer);
                        Lines.turn(direction[line], beta, preconditioned[line]);
                    }
                },
                (at, layer) -> parts[layer] = operator.multiply(at, layer, direction, product));
        return sum(parts);
    }

    /** Returns the norm of the residual. */
    private double advance(float alpha) {
        sweep.run((at, layer) -> {
            for (int i1 = 0; i1 < grid.cells1(); i1++) {
                int line = grid.line(i1, layer);
                Lines.addScaled(sum[line], alpha, direction[line]);
                Lines.addScaled(residual[line], -alpha, product[line]);
            }
            parts[layer] = dot(at.products, layer, residual, residual);
        });
        return Math.sqrt(sum(parts));
    }

    /** a·b over a layer; terms of a column of the layer are added up in single precision. */
    private double dot(float[] work, int layer, float[][] a, float[][] b) {
        Arrays.fill(work, 0);
        for (int i1 = 0; i1 < grid.cells1(); i1++) {
            int line = grid.line(i1, layer);
            Lines.addProduct(work, a[line], b[line]);
        }
        return Lines.sum(work);
    }

    private static double sum(double[] parts) {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum;
    }
}
