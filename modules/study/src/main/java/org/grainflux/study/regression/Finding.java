package org.grainflux.study.regression;

import java.util.Locale;
import org.grainflux.study.config.schema.Numbers;

/**
 * One quantity at one place, held against what was accepted or against what is known.
 *
 * @param against what it is held against
 * @param where design, electrode and face, and for a field the point of its largest difference
 * @param was the accepted or the known value, for a reader
 * @param is the value now, for a reader
 * @param difference for a reader, in the terms of the tolerance
 * @param allowed the tolerance, for a reader
 * @param excess size of the difference over the tolerance; above 1 it is too large, infinite where values are missing
 * @param reason why the tolerance is what it is, or how the value is known
 */
public record Finding(
        Against against,
        String quantity,
        String where,
        String was,
        String is,
        String difference,
        String allowed,
        double excess,
        String reason) {
    /** What a value is held against. */
    public enum Against {
        GOLDEN,
        KNOWN
    }

    /** Digits that show a difference of rounding. */
    private static final int DIGITS = 12;

    public boolean agrees() {
        return excess <= 1;
    }

    static Finding of(
            Against against, String quantity, String where, double was, double is, Allowed allowed, String reason) {
        double difference = is - was;
        double size = allowed.relative() ? Math.abs(difference / was) : Math.abs(difference);
        boolean same = Double.compare(was, is) == 0 || was == is;
        return new Finding(
                against,
                quantity,
                where,
                text(was),
                text(is),
                same ? "none" : allowed.text(difference, was),
                allowed.text(),
                same
                        ? 0
                        : Double.isNaN(size) || Double.isInfinite(size) ? Double.POSITIVE_INFINITY : allowed.over(size),
                reason);
    }

    /** A place that only one side has. */
    static Finding missing(String quantity, String where, boolean missingNow, String reason) {
        String none = "not there";
        return new Finding(
                Against.GOLDEN,
                quantity,
                where,
                missingNow ? "there" : none,
                missingNow ? none : "there",
                "missing",
                "",
                Double.POSITIVE_INFINITY,
                reason);
    }

    static String text(double value) {
        return Double.isNaN(value) ? "none" : Double.isInfinite(value) ? "infinite" : Numbers.brief(value, DIGITS);
    }

    /**
     * A tolerance.
     *
     * @param relative to the value that was; in the unit of the quantity if not
     */
    record Allowed(double tolerance, boolean relative) {
        /** A size of 0 never comes here: nothing is allowed by a tolerance of 0. */
        double over(double size) {
            return tolerance == 0 ? Double.POSITIVE_INFINITY : size / tolerance;
        }

        String text() {
            return "±" + Numbers.brief(tolerance, 3) + (relative ? " of it" : "");
        }

        String text(double difference, double was) {
            double shown = relative ? difference / was : difference;
            return String.format(Locale.ROOT, "%+.2e", shown) + (relative ? " of it" : "");
        }
    }
}
