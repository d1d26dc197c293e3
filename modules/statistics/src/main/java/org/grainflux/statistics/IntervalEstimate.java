package org.grainflux.statistics;

import java.io.Serializable;

/**
 * An estimate with its 95 % interval, in the unit of the quantity. Any of the three may be +∞ where the population is
 * censored; NaN means "cannot be known from this sample" (no usable value, or fewer than two independent clusters).
 */
public record IntervalEstimate(double value, double lower95, double upper95) implements Serializable {
    /** Nothing could be estimated. */
    public static final IntervalEstimate UNKNOWN = new IntervalEstimate(Double.NaN, Double.NaN, Double.NaN);

    public IntervalEstimate {
        if (lower95 > upper95) {
            throw new IllegalArgumentException("interval bounds are swapped: " + lower95 + " > " + upper95);
        }
    }

    /** A value without a known interval. */
    public static IntervalEstimate withoutInterval(double value) {
        return new IntervalEstimate(value, Double.NaN, Double.NaN);
    }

    public boolean contains(double x) {
        return x >= lower95 && x <= upper95;
    }
}
