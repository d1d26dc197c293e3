package org.grainflux.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.report.text.Numbers;

/** One axis: title with unit, bounds rounded outwards, ticks. Linear or logarithmic. */
public final class Axis {
    /** A labelled line; an empty label marks a minor tick. */
    record Tick(double value, String label) {}

    private final String title;
    private final boolean logarithmic;
    private final double low;
    private final double high;
    private final List<Tick> ticks;

    private Axis(String title, boolean logarithmic, double low, double high, List<Tick> ticks) {
        this.title = title;
        this.logarithmic = logarithmic;
        this.low = low;
        this.high = high;
        this.ticks = ticks;
    }

    /** Bounds are rounded outwards to a step of 1, 2 or 5 times a power of ten, about five of them. */
    public static Axis linear(String title, double low, double high) {
        return linear(title, low, high, 5);
    }

    static Axis linear(String title, double from, double to, int aboutSteps) {
        double low = Double.isFinite(from) ? from : 0;
        double high = Double.isFinite(to) ? to : low + 1;
        if (!(high > low)) {
            double pad = Math.max(Math.abs(low) * 0.1, 1e-12);
            low -= pad;
            high += pad;
        }
        double raw = (high - low) / aboutSteps;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = power * (raw / power <= 1.0001 ? 1 : raw / power <= 2.0001 ? 2 : raw / power <= 5.0001 ? 5 : 10);
        long first = (long) Math.floor(low / step + 1e-9);
        long last = (long) Math.ceil(high / step - 1e-9);
        List<Tick> ticks = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            ticks.add(new Tick(i * step, Numbers.compact(i * step)));
        }
        return new Axis(title, false, first * step, last * step, ticks);
    }

    /** Bounds are rounded outwards to 1, 2 or 5 times a power of ten, to whole decades over wide ranges. */
    public static Axis logarithmic(String title, double from, double to) {
        double low = from > 0 && Double.isFinite(from) ? from : 1e-3;
        double high = to > low && Double.isFinite(to) ? to : 10 * low;
        double decades = Math.log10(high / low);
        double[] bounds = decades > 5 ? new double[] {1} : new double[] {1, 2, 5};
        low = roundDown(low, bounds);
        high = roundUp(high, bounds);
        decades = Math.log10(high / low);
        double[] labelled = decades <= 1.05
                ? new double[] {1, 2, 3, 5}
                : decades <= 2.05 ? new double[] {1, 2, 5} : new double[] {1};
        int every = decades > 7 ? 2 : 1;
        List<Tick> ticks = new ArrayList<>();
        for (int k = (int) Math.floor(Math.log10(low) + 1e-9); k <= Math.ceil(Math.log10(high) - 1e-9); k++) {
            for (int digit = 1; digit <= 9; digit++) {
                double value = digit * Math.pow(10, k);
                if (value < low * (1 - 1e-9) || value > high * (1 + 1e-9)) {
                    continue;
                }
                boolean shown = k % every == 0 && contains(labelled, digit);
                ticks.add(new Tick(value, shown ? Numbers.compact(value) : ""));
            }
        }
        return new Axis(title, true, low, high, ticks);
    }

    private static boolean contains(double[] values, int digit) {
        for (double value : values) {
            if (value == digit) {
                return true;
            }
        }
        return false;
    }

    private static double roundDown(double value, double[] steps) {
        double power = Math.pow(10, Math.floor(Math.log10(value) + 1e-12));
        double best = power;
        for (double step : steps) {
            if (step * power <= value * (1 + 1e-9)) {
                best = step * power;
            }
        }
        return best;
    }

    private static double roundUp(double value, double[] steps) {
        double power = Math.pow(10, Math.floor(Math.log10(value) + 1e-12));
        for (double step : steps) {
            if (step * power >= value * (1 - 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }

    public String title() {
        return title;
    }

    public boolean isLogarithmic() {
        return logarithmic;
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    List<Tick> ticks() {
        return ticks;
    }

    /** 0 at the lower, 1 at the upper bound; values beyond are held at the bound. */
    double fraction(double value) {
        double part = logarithmic
                ? Math.log(Math.max(value, Double.MIN_NORMAL) / low) / Math.log(high / low)
                : (value - low) / (high - low);
        return Math.min(1, Math.max(0, part));
    }
}
