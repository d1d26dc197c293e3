package org.grainflux.statistics.tail;

import java.util.List;
import java.util.Optional;
import org.grainflux.core.NumericalFailureException;

/**
 * Likelihood of right-censored Weibull values with exposures, maximised with one group of values left out. The
 * equations are in the package description; g(m) = S₁/S₀ − 1/m − mean(ln x, uncensored).
 */
final class WeibullLikelihood {
    /** Leave nothing out. */
    static final int NO_GROUP = -1;

    private static final int MAX_ITERATIONS = 200;
    /** Relative change of m between two Newton steps. */
    private static final double TOLERANCE = 1e-12;
    /** A spread of ln x below this is rounding. */
    private static final double LEAST_SPREAD = 1e-9;

    private final double[] y; // ln(min(x, limit)) − shift ≤ 0, so that exp(m y) never overflows
    private final double[] exposure;
    private final boolean[] observed;
    private final int[] group;
    private final double shift;
    private double start = 1; // modulus of the last fit: the next one is near

    /**
     * @param lnScale at exposure 1
     * @param slope g'(m) at the maximum
     */
    record Parameters(double modulus, double lnScale, int uncensored, double slope) {}

    private WeibullLikelihood(int n, double shift) {
        y = new double[n];
        exposure = new double[n];
        observed = new boolean[n];
        group = new int[n];
        this.shift = shift;
    }

    /**
     * @param values positive; +∞ is censored at the limit
     * @param exposureOfEach area of every value's block over the reference area
     * @param group group of each value, for leaving one out
     */
    WeibullLikelihood(double[] values, double limit, double exposureOfEach, int[] group) {
        this(values.length, Math.log(greatest(values, limit)));
        for (int j = 0; j < y.length; j++) {
            if (!(values[j] > 0)) {
                throw new IllegalArgumentException("Weibull values must be > 0, got " + values[j]);
            }
            y[j] = Math.log(Math.min(values[j], limit)) - shift;
            exposure[j] = exposureOfEach;
            observed[j] = values[j] <= limit;
            this.group[j] = group[j];
        }
    }

    private static double greatest(double[] values, double limit) {
        double greatest = 0;
        for (double x : values) {
            greatest = Math.max(greatest, Math.min(x, limit));
        }
        if (greatest == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("an infinite value needs a finite censoring limit");
        }
        return greatest;
    }

    /** Several sizes in one likelihood; their exposures tell them apart. */
    static WeibullLikelihood pooled(List<WeibullLikelihood> sizes) {
        int n = sizes.stream().mapToInt(s -> s.y.length).sum();
        double shift = sizes.stream().mapToDouble(s -> s.shift).max().orElseThrow();
        WeibullLikelihood all = new WeibullLikelihood(n, shift);
        int k = 0;
        for (WeibullLikelihood one : sizes) {
            int length = one.y.length;
            System.arraycopy(one.exposure, 0, all.exposure, k, length);
            System.arraycopy(one.observed, 0, all.observed, k, length);
            System.arraycopy(one.group, 0, all.group, k, length);
            for (int j = 0; j < length; j++, k++) {
                all.y[k] = one.y[j] + one.shift - shift;
            }
        }
        return all;
    }

    /** Empty if no modulus exists: fewer than 2 uncensored values, or none that scatter. */
    Optional<Parameters> maximum(int leftOutGroup) {
        int r = 0;
        double sum = 0;
        double least = 0;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < y.length; j++) {
            if (group[j] != leftOutGroup) {
                greatest = Math.max(greatest, y[j]);
                if (observed[j]) {
                    r++;
                    sum += y[j];
                    least = Math.min(least, y[j]);
                }
            }
        }
        if (r < 2 || !(greatest - least > LEAST_SPREAD)) {
            return Optional.empty();
        }
        return Optional.of(root(leftOutGroup, r, sum / r));
    }

    private Parameters root(int leftOutGroup, int r, double meanObserved) {
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double m = start;
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            for (int j = 0; j < y.length; j++) {
                if (group[j] != leftOutGroup) {
                    double w = exposure[j] * Math.exp(m * y[j]);
                    s0 += w;
                    s1 += w * y[j];
                    s2 += w * y[j] * y[j];
                }
            }
            double mean = s1 / s0;
            double g = mean - 1 / m - meanObserved;
            double slope = s2 / s0 - mean * mean + 1 / (m * m);
            if (g > 0) {
                high = m;
            } else {
                low = m;
            }
            // Newton in 1/m, where g is nearly linear; doubling or bisection when it leaves the bracket.
            double next = m / (1 + g / (slope * m));
            if (Math.abs(next - m) <= TOLERANCE * m) {
                start = m;
                return new Parameters(m, shift + Math.log(s0 / r) / m, r, slope);
            }
            boolean inside = next > low && next < high;
            double fallback = high == Double.POSITIVE_INFINITY ? 2 * m : 0.5 * (low + high);
            m = inside ? next : fallback;
        }
        throw new NumericalFailureException(
                NumericalFailureException.Reason.ITERATION_LIMIT,
                "Weibull modulus not found in " + MAX_ITERATIONS + " iterations; last " + m);
    }
}
