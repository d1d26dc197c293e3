package org.grainflux.statistics.convergence;

import java.io.Serializable;

/**
 * Observed order, limit and error of the finest of three meshes.
 *
 * @param behaviour what the three values do; only {@link Behaviour#ASYMPTOTIC} trusts the model
 * @param observedOrder q; NaN unless the differences shrink with one sign
 * @param extrapolated limit of vanishing mesh size; the finest value itself outside the asymptotic range
 * @param relativeError estimated |finest − limit|/|extrapolated|; outside the asymptotic range a conservative bound
 *     (three times the spread of the values). +∞ when the limit is zero and the values are not
 * @param conservativeRelativeError Grid Convergence Index: 1.25 times the estimate in the asymptotic range, the bound
 *     itself elsewhere
 */
public record RichardsonEstimate(
        Behaviour behaviour,
        double observedOrder,
        double extrapolated,
        double relativeError,
        double conservativeRelativeError)
        implements Serializable {

    /** What refining did. */
    public enum Behaviour {
        /** Differences shrink with one sign at a credible order. */
        ASYMPTOTIC,
        /** Differences change sign. */
        OSCILLATING,
        /** Differences do not shrink, or more slowly than at {@link #LEAST_ORDER}. */
        NOT_CONVERGING,
        /** The finer meshes agree to rounding. */
        CONVERGED_TO_ROUNDING
    }

    /** Below this order the extrapolation multiplies the last difference by more than 14 at r = 2: no estimate. */
    public static final double LEAST_ORDER = 0.1;

    private static final double SAFETY_ASYMPTOTIC = 1.25;
    private static final double SAFETY_OTHERWISE = 3;

    /** Relative to the largest value: differences below are rounding and carry no order. */
    private static final double ROUNDING = 1e-13;

    /**
     * @param coarse value on the coarsest mesh
     * @param fine value on the finest mesh
     * @param refinementRatio h_coarse/h_medium = h_medium/h_fine &gt; 1
     * @param formalOrder order the method cannot exceed; a larger observed one is accidental and this is used in the
     *     extrapolation instead, which is the cautious side
     */
    public static RichardsonEstimate of(
            double coarse, double medium, double fine, double refinementRatio, double formalOrder) {
        if (!(refinementRatio > 1 && Double.isFinite(refinementRatio))) {
            throw new IllegalArgumentException("the refinement ratio must be > 1, got " + refinementRatio);
        }
        if (!(formalOrder >= LEAST_ORDER)) {
            throw new IllegalArgumentException("the formal order must be ≥ " + LEAST_ORDER + ", got " + formalOrder);
        }
        if (!(Double.isFinite(coarse) && Double.isFinite(medium) && Double.isFinite(fine))) {
            throw new IllegalArgumentException(
                    "three finite values are needed, got " + coarse + ", " + medium + ", " + fine);
        }
        double first = medium - coarse;
        double second = fine - medium;
        double magnitude = Math.max(Math.abs(coarse), Math.max(Math.abs(medium), Math.abs(fine)));
        if (Math.abs(second) <= ROUNDING * magnitude) {
            double error = magnitude == 0 ? 0 : SAFETY_OTHERWISE * ROUNDING;
            return new RichardsonEstimate(Behaviour.CONVERGED_TO_ROUNDING, Double.NaN, fine, error, error);
        }
        double spread = Math.max(Math.abs(first), Math.max(Math.abs(second), Math.abs(first + second)));
        double bound = SAFETY_OTHERWISE * spread / Math.abs(fine);
        if (first * second < 0) {
            return new RichardsonEstimate(Behaviour.OSCILLATING, Double.NaN, fine, bound, bound);
        }
        double order = Math.log(first / second) / Math.log(refinementRatio);
        if (!(order >= LEAST_ORDER)) {
            return new RichardsonEstimate(Behaviour.NOT_CONVERGING, order, fine, bound, bound);
        }
        double correction = second / (Math.pow(refinementRatio, Math.min(order, formalOrder)) - 1);
        double limit = fine + correction;
        double error = Math.abs(correction) / Math.abs(limit);
        return new RichardsonEstimate(Behaviour.ASYMPTOTIC, order, limit, error, SAFETY_ASYMPTOTIC * error);
    }

    /** With formal order 2. */
    public static RichardsonEstimate of(double coarse, double medium, double fine, double refinementRatio) {
        return of(coarse, medium, fine, refinementRatio, 2);
    }
}
