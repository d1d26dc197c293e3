package org.grainflux.fem.multigrid;

import java.util.Locale;
import org.grainflux.core.Cancellation;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.fem.solve.SolveReport;

/**
 * Conjugate gradients over a {@link PreconditionedSweep}. Iterations stop when the updated residual meets the tolerance; the
 * true residual is then computed afresh from the matrix, and when it does not meet the tolerance the iteration starts again
 * from it.
 */
public final class SweepGradients {
    /** Far above the 10–30 iterations of the problems this is made for, so that a hard one still ends in a result. */
    private static final int ITERATION_LIMIT = 500;

    /** Fresh starts from the true residual; each gains several digits unless rounding forbids it. */
    private static final int START_LIMIT = 6;

    private SweepGradients() {}

    /**
     * @param method name, for the message of a failure
     * @param solution first guess, overwritten by the solution
     * @throws NumericalFailureException ITERATION_LIMIT with what was reached
     */
    public static SolveReport solve(
            String method, PreconditionedSweep sweep, double[] load, double[] solution, double relativeTolerance) {
        if (load.length != solution.length) {
            throw new IllegalArgumentException(
                    "a load of " + load.length + " and a solution of " + solution.length + " entries");
        }
        double loadNorm = norm(load);
        double target = relativeTolerance * loadNorm;
        int iterations = 0;
        double reached = Double.POSITIVE_INFINITY;
        for (int start = 0; start < START_LIMIT && iterations < ITERATION_LIMIT; start++) {
            double before = reached;
            reached = sweep.start(load, solution);
            if (reached <= target) {
                return new SolveReport(iterations, reached == 0 ? 0 : reached / loadNorm);
            }
            // Without progress between two starts, rounding is the limit.
            if (!(reached < 0.5 * before)) {
                break;
            }
            iterations += iterate(sweep, solution, target, ITERATION_LIMIT - iterations);
        }
        throw new NumericalFailureException(
                Reason.ITERATION_LIMIT,
                String.format(
                        Locale.ROOT,
                        "%s reached a relative residual of %.2e in %d iterations, asked for %.2e",
                        method,
                        sweep.start(load, solution) / loadNorm,
                        iterations,
                        relativeTolerance));
    }

    /** From the residual in the sweep's vectors. @return iterations done */
    private static int iterate(PreconditionedSweep sweep, double[] solution, double target, int limit) {
        double energyBefore = 1;
        double directionEnergy = 0;
        for (int iteration = 1; iteration <= limit; iteration++) {
            Cancellation.point();
            sweep.precondition();
            double energy = sweep.residualTimesCorrection();
            double beta = iteration == 1 ? 0 : energy / energyBefore;
            // z = p − β p₋, and p and p₋ are conjugate.
            directionEnergy = sweep.correctionEnergy() - beta * beta * directionEnergy;
            if (!(energy > 0 && directionEnergy > 0)) {
                return iteration;
            }
            energyBefore = energy;
            double left = sweep.advance(solution, energy / directionEnergy, beta);
            if (!(left > target)) {
                return iteration;
            }
        }
        return limit;
    }

    private static double norm(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
