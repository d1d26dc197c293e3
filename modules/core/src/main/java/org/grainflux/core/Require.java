package org.grainflux.core;

/**
 * Checks of single values at the edge of a constructor or method. Each returns its value, rejects NaN, and on refusal
 * names quantity, value and unit.
 */
public final class Require {
    private Require() {}

    /** Finite and &gt; 0. */
    public static double positive(String quantity, double value, String unit) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new InvalidInputException(quantity + " must be finite and > 0, got " + value + " " + unit);
        }
        return value;
    }

    /** Greater than 0; +∞ stands for "no limit". */
    public static double positiveOrInfinite(String quantity, double value, String unit) {
        if (!(value > 0)) {
            throw new InvalidInputException(
                    quantity + " must be > 0 (infinite means no limit), got " + value + " " + unit);
        }
        return value;
    }

    /** Finite and &ge; 0. */
    public static double nonNegative(String quantity, double value, String unit) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new InvalidInputException(quantity + " must be finite and >= 0, got " + value + " " + unit);
        }
        return value;
    }

    /** In the closed interval [low, high]. */
    public static double within(String quantity, double value, double low, double high, String unit) {
        if (!(value >= low && value <= high)) {
            throw new InvalidInputException(
                    quantity + " must lie in [" + low + ", " + high + "] " + unit + ", got " + value);
        }
        return value;
    }

    /** A count that is not below another. */
    public static long atLeast(String quantity, long value, long least) {
        if (value < least) {
            throw new InvalidInputException(quantity + " must be " + least + " or more, got " + value);
        }
        return value;
    }
}
