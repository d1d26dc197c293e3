package org.grainflux.statistics.fitting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.util.Pair;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.core.ScalarDistribution;
import org.grainflux.statistics.IntervalEstimate;

/** A fit of positive parameters; see the package. */
public final class LogFit {
    /** Standard error of a logarithm beyond which nothing is known: a factor of ten. */
    public static final double WIDEST_LN = Math.log(10);

    /** Share of a unit vector's square from which a parameter takes part in a direction. */
    private static final double TAKES_PART = 0.1;

    /** Of θ, for central differences: the cube root of the rounding, times the scale one of a logarithm. */
    private static final double STEP = 1e-5;

    private static final int MOST_ITERATIONS = 200;

    private LogFit() {}

    /**
     * What was found.
     *
     * @param intervals by parameter; an unidentified one has its starting value and no interval
     * @param unidentified groups of parameters of which the figures know less than all: singly, or some combination only
     * @param chiSquare sum of squared residuals over the standard errors
     * @param fitted the figures at the solution
     */
    public record Result(
            Map<String, IntervalEstimate> intervals,
            List<List<String>> unidentified,
            double chiSquare,
            double[] fitted) {}

    /**
     * Fits.
     *
     * @param names of the parameters
     * @param start positive values to start from
     * @param model figures of positive parameters; finite wherever it can be
     * @param measured the figures
     * @param standardErrors of the figures, > 0
     */
    public static Result fit(
            List<String> names,
            double[] start,
            UnaryOperator<double[]> model,
            double[] measured,
            double[] standardErrors) {
        int n = names.size();
        RealVector theta = new ArrayRealVector(n);
        for (int i = 0; i < n; i++) {
            theta.setEntry(i, Math.log(start[i]));
        }
        double[] target = new double[measured.length];
        for (int k = 0; k < target.length; k++) {
            target[k] = measured[k] / standardErrors[k];
        }
        try {
            Optimum optimum = new LevenbergMarquardtOptimizer()
                    .optimize(new LeastSquaresBuilder()
                            .start(theta)
                            .target(target)
                            .model(point -> {
                                double[] values = scaled(model, point, standardErrors);
                                return new Pair<>(
                                        (RealVector) new ArrayRealVector(values),
                                        jacobian(model, point, standardErrors));
                            })
                            .maxIterations(MOST_ITERATIONS)
                            .maxEvaluations(10 * MOST_ITERATIONS)
                            .build());
            return result(
                    names,
                    start,
                    optimum.getPoint(),
                    jacobian(model, optimum.getPoint(), standardErrors),
                    optimum.getCost() * optimum.getCost(),
                    model.apply(exp(optimum.getPoint())));
        } catch (MathIllegalStateException e) {
            throw new NumericalFailureException(Reason.ITERATION_LIMIT, "the fit did not converge: " + e.getMessage());
        }
    }

    private static double[] exp(RealVector theta) {
        return theta.map(Math::exp).toArray();
    }

    private static double[] scaled(UnaryOperator<double[]> model, RealVector theta, double[] standardErrors) {
        double[] values = model.apply(exp(theta)).clone();
        for (int k = 0; k < values.length; k++) {
            values[k] /= standardErrors[k];
        }
        return values;
    }

    private static RealMatrix jacobian(UnaryOperator<double[]> model, RealVector theta, double[] standardErrors) {
        RealMatrix jacobian = new Array2DRowRealMatrix(standardErrors.length, theta.getDimension());
        for (int i = 0; i < theta.getDimension(); i++) {
            RealVector up = theta.copy();
            RealVector down = theta.copy();
            up.addToEntry(i, STEP);
            down.addToEntry(i, -STEP);
            double[] high = scaled(model, up, standardErrors);
            double[] low = scaled(model, down, standardErrors);
            for (int k = 0; k < high.length; k++) {
                jacobian.setEntry(k, i, (high[k] - low[k]) / (2 * STEP));
            }
        }
        return jacobian;
    }

    private static Result result(
            List<String> names,
            double[] start,
            RealVector theta,
            RealMatrix jacobian,
            double chiSquare,
            double[] fitted) {
        int n = names.size();
        // The normal matrix keeps all n directions when there are fewer figures than parameters.
        SingularValueDecomposition svd =
                new SingularValueDecomposition(jacobian.transpose().multiply(jacobian));
        boolean[] unknown = new boolean[n];
        double[] variance = new double[n];
        List<List<String>> groups = new ArrayList<>();
        for (int d = 0; d < n; d++) {
            double information = svd.getSingularValues()[d];
            RealVector direction = svd.getV().getColumnVector(d);
            boolean known = information > 1 / (WIDEST_LN * WIDEST_LN);
            List<String> group = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                double share = direction.getEntry(i) * direction.getEntry(i);
                if (known) {
                    variance[i] += share / information;
                } else if (share > TAKES_PART) {
                    unknown[i] = true;
                    group.add(names.get(i));
                }
            }
            if (!known) {
                groups.add(group);
            }
        }
        Map<String, IntervalEstimate> intervals = new TreeMap<>();
        for (int i = 0; i < n; i++) {
            double half = ScalarDistribution.Z95 * Math.sqrt(variance[i]);
            double value = theta.getEntry(i);
            intervals.put(
                    names.get(i),
                    unknown[i]
                            ? IntervalEstimate.withoutInterval(start[i])
                            : new IntervalEstimate(Math.exp(value), Math.exp(value - half), Math.exp(value + half)));
        }
        return new Result(intervals, List.copyOf(groups), chiSquare, fitted);
    }
}
