package org.grainflux.report.section;

import java.util.List;
import org.grainflux.report.figure.Axis;
import org.grainflux.report.input.CriticalCurrent;
import org.grainflux.report.input.Interval;
import org.grainflux.report.input.Observation;

/** Collects the positive finite numbers that an axis must show. */
final class Range {
    private double low = Double.POSITIVE_INFINITY;
    private double high;

    void include(double value) {
        if (value > 0 && Double.isFinite(value)) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
    }

    void include(double[] values) {
        for (double value : values) {
            include(value);
        }
    }

    void include(Interval interval) {
        include(interval.median());
        include(interval.low95());
        include(interval.high95());
    }

    void include(CriticalCurrent current) {
        include(current.median());
        include(current.p2_5());
        include(current.p97_5());
        include(current.priorLow95());
        include(current.priorHigh95());
    }

    void include(List<Observation> observations) {
        for (Observation o : observations) {
            // The arrow of a bound needs room beyond it.
            include(o.bound() == Observation.Bound.UPPER ? o.value() / 1.6 : o.value());
            include(o.bound() == Observation.Bound.LOWER ? o.value() * 1.6 : o.value());
        }
    }

    boolean isKnown() {
        return high > 0;
    }

    /** Largest over smallest, 1 when nothing was included. */
    double span() {
        return isKnown() ? high / low : 1;
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    Axis axis(String title) {
        return Axis.logarithmic(title, low, high);
    }

    /** From zero unless the values lie close together. */
    Axis linearAxis(String title) {
        return Axis.linear(title, span() > 1.5 ? 0 : low, high);
    }

    /** For ratios to a mean, which start at 1. */
    Axis linearFromOne(String title) {
        return Axis.linear(title, Math.min(1, low), Math.max(1.1, high));
    }
}
