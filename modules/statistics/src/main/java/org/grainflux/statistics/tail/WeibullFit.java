package org.grainflux.statistics.tail;

import java.io.Serializable;
import org.grainflux.statistics.IntervalEstimate;

/**
 * Two-parameter Weibull law of minima fitted by maximum likelihood to independent, right-censored values.
 *
 * @param modulus m with the asymptotic 95 % interval of the profile likelihood's curvature, symmetric in ln m
 * @param scale s, the 63.2 % quantile
 * @param uncensored values at or below the limit
 * @param censored values above the limit, known only to be above it
 */
public record WeibullFit(IntervalEstimate modulus, double scale, int uncensored, int censored) implements Serializable {
    private static final double Z95 = 1.959963984540054;

    /** Fit of complete values; +∞ is not allowed. */
    public static WeibullFit of(double[] values) {
        return of(values, Double.POSITIVE_INFINITY);
    }

    /**
     * @param values positive, without NaN
     * @param limit values above (+∞ too) are censored there
     * @throws IllegalArgumentException if fewer than 2 values are uncensored or nothing scatters: no modulus exists
     */
    public static WeibullFit of(double[] values, double limit) {
        WeibullLikelihood.Parameters fit = new WeibullLikelihood(values, limit, 1, new int[values.length])
                .maximum(WeibullLikelihood.NO_GROUP)
                .orElseThrow(() -> new IllegalArgumentException(
                        "a Weibull modulus needs at least 2 uncensored values that scatter"));
        // d²ℓ/dm² of the profile likelihood is −r g'(m), so the information of ln m is m² r g'(m).
        double standardErrorOfLn = 1 / (fit.modulus() * Math.sqrt(fit.uncensored() * fit.slope()));
        double factor = Math.exp(Z95 * standardErrorOfLn);
        return new WeibullFit(
                new IntervalEstimate(fit.modulus(), fit.modulus() / factor, fit.modulus() * factor),
                Math.exp(fit.lnScale()),
                fit.uncensored(),
                values.length - fit.uncensored());
    }
}
