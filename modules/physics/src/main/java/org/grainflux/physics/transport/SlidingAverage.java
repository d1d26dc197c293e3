package org.grainflux.physics.transport;

/**
 * Average of a {@link TraceCurrent} over a sliding window: piecewise linear in the window's position, with breaks where
 * one of its ends meets the edge of a dual cell. Maximum, moments and quantiles over the position are exact.
 */
public final class SlidingAverage implements WindowAverage {
    /** Halvings of the range of values when a quantile is looked for: down to rounding. */
    private static final int HALVINGS = 60;

    private final double widthM;
    private final double[] pieceLengthsM;
    private final double[] valuesAPerM2;
    private final double mean;
    private final double minimum;
    private final double maximum;

    /**
     * @param positions of the window, shared by all currents of the trace
     * @param valuesAPerM2 average at each of them
     * @param widthM period
     * @param mean of the current, A/m²
     */
    SlidingAverage(WindowPositions positions, double[] valuesAPerM2, double widthM, double mean) {
        this.widthM = widthM;
        this.mean = mean;
        this.pieceLengthsM = positions.pieceLengthsM();
        this.valuesAPerM2 = valuesAPerM2;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double v : valuesAPerM2) {
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        this.minimum = low;
        this.maximum = high;
    }

    @Override
    public double maximum() {
        return maximum;
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double cov() {
        double variance = 0;
        for (int k = 0; k < valuesAPerM2.length; k++) {
            double a = valuesAPerM2[k] - mean;
            double b = valuesAPerM2[next(k)] - mean;
            variance += pieceLengthsM[k] * (a * a + a * b + b * b) / 3;
        }
        return Math.sqrt(variance / widthM) / Math.abs(mean);
    }

    private int next(int k) {
        return k + 1 < valuesAPerM2.length ? k + 1 : 0;
    }

    @Override
    public double quantile(double fraction) {
        double low = minimum;
        double high = maximum;
        // Pieces that lie on one side of the range still looked at are settled; those that remain are looked at again.
        int[] open = new int[valuesAPerM2.length];
        for (int k = 0; k < open.length; k++) {
            open[k] = k;
        }
        int count = open.length;
        double settledM = 0;
        for (int step = 0; step < HALVINGS && high > low; step++) {
            double mid = 0.5 * (low + high);
            double belowM = settledM;
            for (int i = 0; i < count; i++) {
                belowM += lengthBelow(open[i], mid);
            }
            boolean raise = belowM / widthM < fraction;
            low = raise ? mid : low;
            high = raise ? high : mid;
            int left = 0;
            for (int i = 0; i < count; i++) {
                int k = open[i];
                double a = valuesAPerM2[k];
                double b = valuesAPerM2[next(k)];
                if (raise && Math.max(a, b) <= mid) {
                    settledM += pieceLengthsM[k];
                } else if (raise || Math.min(a, b) < mid) {
                    open[left++] = k;
                }
            }
            count = left;
        }
        return 0.5 * (low + high);
    }

    @Override
    public double fractionAbove(double thresholdAPerM2) {
        double belowM = 0;
        for (int k = 0; k < valuesAPerM2.length; k++) {
            belowM += lengthBelow(k, thresholdAPerM2);
        }
        return 1 - belowM / widthM;
    }

    /** Length of a piece on which the average is below a threshold. */
    private double lengthBelow(int k, double threshold) {
        double a = valuesAPerM2[k];
        double b = valuesAPerM2[next(k)];
        double low = Math.min(a, b);
        double high = Math.max(a, b);
        if (threshold >= high) {
            return pieceLengthsM[k];
        }
        return threshold > low ? pieceLengthsM[k] * (threshold - low) / (high - low) : 0;
    }
}
