package org.grainflux.fem.fixedpoint;

import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;

/**
 * A fixed point and how it was found.
 *
 * @param point x; its image is no further away than the residual
 * @param iterations how often the map was evaluated
 * @param residual ‖G(x) − x‖∞ at the point, in the unit of x
 */
public record FixedPoint(double[] point, int iterations, double residual) {

    /**
     * Iterates x ← relaxation(x, G(x) − x) until ‖G(x) − x‖∞ ≤ tolerance.
     *
     * @param start the first iterate
     * @param tolerance absolute, in the unit of x
     * @param limit most evaluations of the map, ≥ 1
     * @throws NumericalFailureException ITERATION_LIMIT with what was asked and reached; NOT_FINITE when the map leaves the
     *     numbers
     */
    public static FixedPoint find(
            FixedPointMap map, double[] start, Relaxation relaxation, double tolerance, int limit) {
        double[] x = start.clone();
        double smallest = Double.POSITIVE_INFINITY;
        for (int iteration = 1; ; iteration++) {
            double[] residual = map.image(x);
            double norm = 0;
            for (int i = 0; i < x.length; i++) {
                residual[i] -= x[i];
                // Not Math.max alone: a NaN must not be overtaken by a number.
                norm = Double.isNaN(residual[i]) ? Double.NaN : Math.max(norm, Math.abs(residual[i]));
            }
            if (!Double.isFinite(norm)) {
                throw new NumericalFailureException(
                        Reason.NOT_FINITE, "the coupled fields left the numbers in iteration " + iteration);
            }
            if (norm <= tolerance) {
                return new FixedPoint(x, iteration, norm);
            }
            smallest = Math.min(smallest, norm);
            if (iteration >= limit) {
                throw new NumericalFailureException(
                        Reason.ITERATION_LIMIT,
                        "the coupled fields did not settle: change " + norm + " after " + iteration + " iterations, "
                                + smallest + " at best, tolerance " + tolerance);
            }
            x = relaxation.next(x, residual);
        }
    }
}
