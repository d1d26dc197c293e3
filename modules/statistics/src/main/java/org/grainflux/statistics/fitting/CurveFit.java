package org.grainflux.statistics.fitting;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * A positive curve with positive parameters fitted to positive values whose scatter is relative: least Σ(ln y − ln f)² over the
 * logarithms of the parameters, by simplices (Nelder and Mead 1965) from several starts, each begun anew from its end until
 * that gains nothing. The curve need not be smooth. A minimum, perhaps not the lowest: give starts that span what is
 * plausible.
 *
 * @param parameters of the best fit
 * @param residualSumOfSquares RSS, of logarithms
 * @param values n
 */
public record CurveFit(double[] parameters, double residualSumOfSquares, int values) implements Serializable {
    private static final int EVALUATIONS = 20_000;
    private static final double RELATIVE_TOLERANCE = 1e-10;
    private static final double ABSOLUTE_TOLERANCE = 1e-14;
    /** First edge of a simplex in ln(parameter). */
    private static final double FIRST_STEP = 0.3;

    private static final int RESTARTS = 20;

    /** y = f(x; parameters). */
    @FunctionalInterface
    public interface Curve {
        double at(double[] parameters, double x);
    }

    /**
     * @param x one per value
     * @param y finite and positive
     * @param starts at least one; positive parameters
     */
    public static CurveFit of(Curve curve, double[] x, double[] y, double[]... starts) {
        int parameters = starts[0].length;
        if (x.length != y.length || y.length < parameters + 3) {
            throw new IllegalArgumentException("a curve of " + parameters + " parameters needs at least "
                    + (parameters + 3) + " points, got " + x.length + " and " + y.length);
        }
        double[] lnY = Arrays.stream(y).map(Math::log).toArray();
        if (!Arrays.stream(lnY).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("values must be finite and > 0");
        }
        ObjectiveFunction sum = new ObjectiveFunction(ln -> {
            double[] p = Arrays.stream(ln).map(Math::exp).toArray();
            double total = 0;
            for (int i = 0; i < x.length; i++) {
                double residual = lnY[i] - Math.log(curve.at(p, x[i]));
                total += residual * residual;
            }
            return Double.isNaN(total) ? Double.MAX_VALUE : total;
        });
        PointValuePair best = null;
        for (double[] start : starts) {
            PointValuePair found =
                    minimum(sum, Arrays.stream(start).map(Math::log).toArray());
            best = best == null || found.getValue() < best.getValue() ? found : best;
        }
        return new CurveFit(Arrays.stream(best.getPoint()).map(Math::exp).toArray(), best.getValue(), y.length);
    }

    private static PointValuePair minimum(ObjectiveFunction sum, double[] start) {
        PointValuePair best = null;
        double[] from = start;
        for (int restart = 0; restart < RESTARTS; restart++) {
            PointValuePair found = new SimplexOptimizer(RELATIVE_TOLERANCE, ABSOLUTE_TOLERANCE)
                    .optimize(
                            new MaxEval(EVALUATIONS),
                            sum,
                            GoalType.MINIMIZE,
                            new InitialGuess(from),
                            new NelderMeadSimplex(start.length, FIRST_STEP));
            if (best != null && !(found.getValue() < best.getValue() * (1 - 1e-9))) {
                return best;
            }
            best = found;
            from = found.getPoint();
        }
        return best;
    }

    /** AICc; lower is better, and only differences for the same values mean anything. */
    public double akaike() {
        double n = values;
        double k = parameters.length + 1.0;
        return n * Math.log(residualSumOfSquares / n) + 2 * k + 2 * k * (k + 1) / (n - k - 1);
    }
}
