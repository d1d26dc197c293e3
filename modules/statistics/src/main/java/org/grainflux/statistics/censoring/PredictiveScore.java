package org.grainflux.statistics.censoring;

import java.util.Arrays;
import org.grainflux.statistics.IntervalEstimate;

/** A predictive sample of a positive quantity, judged by observations; see the package description. */
public final class PredictiveScore {
    private static final double LN_SQRT_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private final double[] ascending; // > 0, may end in +∞

    private PredictiveScore(double[] ascending) {
        this.ascending = ascending;
    }

    /**
     * @param predictions &gt; 0; +∞ for a prediction above everything that was tried; NaN is left out
     */
    public static PredictiveScore of(double[] predictions) {
        double[] usable = Arrays.stream(predictions)
                .filter(x -> !Double.isNaN(x))
                .sorted()
                .toArray();
        if (usable.length == 0 || !(usable[0] > 0)) {
            throw new IllegalArgumentException("a predictive sample needs at least one value and only positive ones");
        }
        return new PredictiveScore(usable);
    }

    /** Logarithmic likelihood; −∞ only for a measured value and a sample that is infinite throughout. */
    public double logLikelihood(Observation observation) {
        if (observation instanceof Observation.Measured measured) {
            return logDensity(Math.log(measured.value()), measured.sigmaLn());
        } else if (observation instanceof Observation.Below below) {
            return Math.log(probabilityBelow(below.bound()));
        } else {
            return Math.log1p(-probabilityBelow(((Observation.Above) observation).bound()));
        }
    }

    /** Probability that a prediction lies below {@code bound}: (k + ½)/(n + 1), k predictions below. */
    public double probabilityBelow(double bound) {
        int k = 0;
        while (k < ascending.length && ascending[k] < bound) {
            k++;
        }
        return (k + 0.5) / (ascending.length + 1.0);
    }

    /**
     * Whether the observation agrees with the interval: a value lies inside, a bound leaves a part of the interval
     * possible.
     */
    public static boolean agrees(Observation observation, IntervalEstimate predictive95) {
        if (observation instanceof Observation.Measured measured) {
            return predictive95.contains(measured.value());
        } else if (observation instanceof Observation.Below below) {
            return predictive95.lower95() < below.bound();
        } else {
            return predictive95.upper95() > ((Observation.Above) observation).bound();
        }
    }

    private double logDensity(double lnValue, double sigmaLn) {
        // Log-sum-exp: far from every prediction the plain sum underflows to zero.
        double[] exponent = new double[ascending.length];
        double greatest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < exponent.length; j++) {
            double z = (lnValue - Math.log(ascending[j])) / sigmaLn;
            exponent[j] = -0.5 * z * z;
            greatest = Math.max(greatest, exponent[j]);
        }
        if (greatest == Double.NEGATIVE_INFINITY) {
            return greatest;
        }
        double sum = 0;
        for (double e : exponent) {
            sum += Math.exp(e - greatest);
        }
        return greatest + Math.log(sum / exponent.length) - LN_SQRT_TWO_PI - Math.log(sigmaLn);
    }
}
