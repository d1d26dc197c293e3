package org.grainflux.bench.kernels;

import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** What one core of this machine can do from Java: the two roofs of the roofline. */
public class MachineBenchmark extends KernelBenchmark {
    /** Three arrays of 128 MB: far beyond any cache of a core. */
    private static final int LONG = 1 << 24;
    /** Two arrays of 4 KB: well within a first-level cache. */
    private static final int SHORT = 512;

    private static final int SHORT_REPEATS = 1000;
    /** Of the polynomial in {@link #multiplyAdd}. */
    private static final int DEGREE = 16;

    private double[] a;
    private double[] b;
    private double[] c;
    private double[] points;
    private double[] polynomials;

    @Setup
    public void fill() {
        a = new double[LONG];
        b = new double[LONG];
        c = new double[LONG];
        Arrays.fill(b, 1);
        Arrays.fill(c, 2);
        points = new double[SHORT];
        polynomials = new double[SHORT];
        Arrays.setAll(points, i -> (i + 0.5) / SHORT);
    }

    /** STREAM's triad, a = b + s c. */
    @Benchmark
    public double[] triad(Work work) {
        double s = 3;
        for (int i = 0; i < LONG; i++) {
            a[i] = b[i] + s * c[i];
        }
        work.add(24.0 * LONG, 2.0 * LONG);
        return a;
    }

    /** A polynomial of degree 16 by Horner's rule at points in the first-level cache. */
    @Benchmark
    public double[] multiplyAdd(Work work) {
        for (int r = 0; r < SHORT_REPEATS; r++) {
            horner(points, polynomials);
        }
        work.add(16.0 * SHORT * SHORT_REPEATS, 2.0 * DEGREE * SHORT * SHORT_REPEATS);
        return polynomials;
    }

    private static void horner(double[] x, double[] p) {
        for (int i = 0; i < SHORT; i++) {
            double t = x[i];
            double low = Math.fma(Math.fma(Math.fma(Math.fma(0.1, t, 0.2), t, 0.3), t, 0.4), t, 0.5);
            double mid = Math.fma(Math.fma(Math.fma(Math.fma(low, t, 0.6), t, 0.7), t, 0.8), t, 0.9);
            double high = Math.fma(Math.fma(Math.fma(Math.fma(mid, t, 1.0), t, 1.1), t, 1.2), t, 1.3);
            p[i] = Math.fma(Math.fma(Math.fma(Math.fma(high, t, 1.4), t, 1.5), t, 1.6), t, 1.7);
        }
    }
}
