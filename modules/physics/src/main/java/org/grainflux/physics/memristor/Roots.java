package org.grainflux.physics.memristor;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.util.FastMath;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;

/** Where a function changes sign between two places, to rounding. */
final class Roots {
    private static final int MOST_EVALUATIONS = 200;
    private static final double RELATIVE_TOLERANCE = 1e-14;

    private Roots() {}

    /** @throws NumericalFailureException when it does not change sign */
    static double between(double from, double to, UnivariateFunction function) {
        double low = FastMath.min(from, to);
        double high = FastMath.max(from, to);
        try {
            return new BracketingNthOrderBrentSolver(RELATIVE_TOLERANCE, 1e-15 * (high - low), 5)
                    .solve(MOST_EVALUATIONS, function, low, high);
        } catch (MathIllegalArgumentException | MathIllegalStateException e) {
            throw new NumericalFailureException(
                    Reason.ITERATION_LIMIT, "an event could not be located: " + e.getMessage());
        }
    }
}
