package org.grainflux.fem.choice;

import java.util.Arrays;
import java.util.Optional;
import org.grainflux.fem.algebra.AffineMatrix;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.multigrid.MultigridSolver;
import org.grainflux.fem.solve.CholeskySolver;
import org.grainflux.fem.solve.EliminationPlan;
import org.grainflux.fem.solve.LinearSolver;
import org.grainflux.fem.solve.SolverChoice;
import org.grainflux.fem.solve.SolverMethod;

/**
 * Solvers of A(θ) = Σ θ_q A_q for one set of factors after another, with what does not depend on the factors set up once: the
 * order and the symbolic elimination of Cholesky; coarse nodes and interpolation of multigrid, half of its set-up, as long
 * as they fit.
 *
 * <p>Interpolation follows the strong connections of the matrix, which a common factor leaves alone. It is kept while the
 * factors have moved against each other by no more than {@link #MOST_DRIFT} since it was made, and made anew beyond. Which
 * of both happens depends on the factors asked for before, and so do the last bits of a solution; its tolerance does not.
 */
public final class AffineSolver {
    /**
     * Largest ratio of the ratios of two factors, new over old, for which interpolation is kept. Measured on polycrystals
     * whose boundaries conduct 10⁻⁴ to 10⁴ times as well: within it the solution takes up to 8 iterations more than with
     * an interpolation of its own, whose making costs as much as 15; at a drift of 10 it takes up to 15 more, at 100 up to 44.
     */
    static final double MOST_DRIFT = 3;

    private final AffineMatrix matrix;
    private final int threads;
    private final SolverMethod method;
    private final Optional<EliminationPlan> plan;
    private MultigridSolver interpolated;
    private double[] interpolatedFactors;
    private int interpolations;

    /**
     * @param typicalFactors the method is chosen for, see {@link SolverChoice}
     * @param rightHandSides loads per set of factors, as far as known
     * @param threads of multigrid, the calling one included, ≥ 1
     */
    public AffineSolver(AffineMatrix matrix, double[] typicalFactors, int rightHandSides, int threads) {
        this(matrix, SolverChoice.of(matrix.at(typicalFactors), rightHandSides), threads);
    }

    private AffineSolver(AffineMatrix matrix, SolverChoice choice, int threads) {
        this.matrix = matrix;
        this.threads = threads;
        this.method = choice.method();
        this.plan = choice.plan();
    }

    /** With the method asked for. */
    public static AffineSolver of(AffineMatrix matrix, SolverMethod method, int threads) {
        Optional<EliminationPlan> plan = method == SolverMethod.CHOLESKY
                ? Optional.of(EliminationPlan.of(matrix.pattern(), new int[0]))
                : Optional.empty();
        return new AffineSolver(matrix, new SolverChoice(method, "as asked for", plan), threads);
    }

    /**
     * A solver of A(θ), independent of those given before.
     *
     * @param factors θ; A(θ) must be positive definite
     */
    public LinearSolver at(double... factors) {
        CsrMatrix current = matrix.at(factors);
        if (method == SolverMethod.CHOLESKY) {
            return CholeskySolver.of(current, plan.orElseThrow());
        }
        if (interpolated != null && drift(interpolatedFactors, factors) <= MOST_DRIFT) {
            return interpolated.updated(current);
        }
        interpolated = MultigridSolver.of(current, threads);
        interpolatedFactors = factors.clone();
        interpolations++;
        return interpolated;
    }

    /** How often interpolation has been made. */
    int interpolations() {
        return interpolations;
    }

    /** How far factors have moved against each other, ≥ 1; infinite where one has become zero, or changed its sign. */
    static double drift(double[] from, double[] to) {
        double[] ratios = new double[from.length];
        Arrays.setAll(ratios, q -> from[q] == to[q] && from[q] == 0 ? Double.NaN : to[q] / from[q]);
        double[] known =
                Arrays.stream(ratios).filter(ratio -> !Double.isNaN(ratio)).toArray();
        double least = Arrays.stream(known).min().orElse(1);
        double most = Arrays.stream(known).max().orElse(1);
        return least > 0 ? most / least : Double.POSITIVE_INFINITY;
    }
}
