package org.grainflux.fem.fixedpoint;

/**
 * One factor for all unknowns, taken from the last two residuals: ω_k = −ω_{k−1} f_{k−1}·(f_k − f_{k−1})/‖f_k − f_{k−1}‖². It needs two
 * vectors and finds the limit of a scalar linear map in two steps; for maps of several slow directions use
 * {@link AndersonRelaxation}.
 */
public final class AitkenRelaxation implements Relaxation {
    private final double first;
    private final double largest;
    private double factor;
    private double[] previous;

    /**
     * @param first ω of the first step, in (0, 1]
     * @param largest bound of |ω|, so that two nearly equal residuals do not throw the iterate away
     */
    public AitkenRelaxation(double first, double largest) {
        if (!(first > 0 && first <= 1 && largest >= first)) {
            throw new IllegalArgumentException(
                    "Aitken relaxation needs 0 < first <= 1 and largest >= first, got " + first + " and " + largest);
        }
        this.first = first;
        this.largest = largest;
    }

    @Override
    public double[] next(double[] x, double[] residual) {
        if (previous == null) {
            factor = first;
        } else {
            double along = 0;
            double square = 0;
            for (int i = 0; i < residual.length; i++) {
                double change = residual[i] - previous[i];
                along += previous[i] * change;
                square += change * change;
            }
            double wanted = square > 0 ? -factor * along / square : factor;
            factor = Math.copySign(Math.min(Math.abs(wanted), largest), wanted);
        }
        previous = residual.clone();
        double[] next = x.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += factor * residual[i];
        }
        return next;
    }
}
