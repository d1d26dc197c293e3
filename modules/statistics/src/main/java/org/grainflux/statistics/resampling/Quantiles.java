package org.grainflux.statistics.resampling;

/** Sample quantiles, Hyndman–Fan type 8. */
public final class Quantiles {
    private Quantiles() {}

    /**
     * @param ascending sorted, without NaN; may end in +∞
     * @param probability clamped to what n values can tell: below about 1/(1.5 n) the minimum is returned
     * @return +∞ as soon as an infinite value takes part; NaN for an empty sample
     */
    public static double ofSorted(double[] ascending, double probability) {
        requireProbability(probability);
        int n = ascending.length;
        if (n == 0) {
            return Double.NaN;
        }
        double position = position(n, probability);
        int rank = (int) position;
        return between(ascending[rank - 1], ascending[Math.min(rank, n - 1)], position - rank);
    }

    /** Position h in 1..n of the quantile among n ascending values. */
    static double position(long n, double probability) {
        double h = (n + 1.0 / 3.0) * probability + 1.0 / 3.0;
        return Math.min(Math.max(h, 1.0), n);
    }

    /** Linear interpolation that never forms 0·∞ or ∞ − ∞. */
    static double between(double low, double high, double fraction) {
        return fraction == 0 || low == high ? low : low + fraction * (high - low);
    }

    static void requireProbability(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("a quantile's probability must lie in (0, 1), got " + probability);
        }
    }
}
