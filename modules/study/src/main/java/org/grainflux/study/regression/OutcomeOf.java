package org.grainflux.study.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.grainflux.statistics.IntervalEstimate;
import org.grainflux.statistics.resampling.OrderStatisticInterval;
import org.grainflux.study.config.schema.Numbers;
import org.grainflux.study.regression.Finding.Against;
import org.grainflux.study.regression.Finding.Allowed;
import org.grainflux.study.regression.Outcome.FieldPair;
import org.grainflux.study.regression.Reference.Check;
import org.grainflux.study.regression.Reference.Comparison;
import org.grainflux.study.regression.Reference.ExactValue;
import org.grainflux.study.regression.ReferenceValues.Field;
import org.grainflux.study.regression.ReferenceValues.Figure;
import org.grainflux.study.regression.ReferenceValues.Sample;

/** Compares what was computed with what was accepted and with what is known. */
final class OutcomeOf {
    private final Reference reference;
    private final ReferenceValues was;
    private final ReferenceValues is;
    private final List<Finding> findings = new ArrayList<>();
    private final List<FieldPair> fields = new ArrayList<>();

    private OutcomeOf(Reference reference, ReferenceValues was, ReferenceValues is) {
        this.reference = reference;
        this.was = was;
        this.is = is;
    }

    /** A reference that was never accepted is held against what is known only. */
    static Outcome result(Reference reference, ReferenceRun.Result result) {
        OutcomeOf comparison = new OutcomeOf(reference, reference.golden().orElse(result.values()), result.values());
        if (result.failure().isEmpty()) {
            reference.checks().forEach(comparison::compare);
            reference.exactValues().forEach(comparison::compare);
        }
        return new Outcome(
                reference, result.values(), comparison.findings, comparison.fields, result.cost(), result.failure());
    }

    private void compare(Check check) {
        if (check.comparison() == Comparison.INTERVAL) {
            pair(check, byPlace(check, was.samples()), byPlace(check, is.samples()), OutcomeOf::intervals);
        } else if (Quantities.isField(check.quantity())) {
            pair(check, byPlace(check, was.fields()), byPlace(check, is.fields()), this::fields);
        } else {
            pair(check, byPlace(check, was.figures()), byPlace(check, is.figures()), OutcomeOf::figures);
        }
    }

    /** Two entries of the same place, compared. */
    @FunctionalInterface
    private interface Comparer<T> {
        Finding compare(Check check, T was, T is);
    }

    /** A place that only one side has is a difference, and so is a quantity without any place. */
    private <T> void pair(Check check, Map<String, T> before, Map<String, T> now, Comparer<T> comparer) {
        Set<String> places = new LinkedHashSet<>(now.keySet());
        places.addAll(before.keySet());
        for (String place : places) {
            findings.add(
                    before.containsKey(place) && now.containsKey(place)
                            ? comparer.compare(check, before.get(place), now.get(place))
                            : Finding.missing(check.quantity(), place, !now.containsKey(place), check.reason()));
        }
        if (places.isEmpty()) {
            findings.add(Finding.missing(check.quantity(), "anywhere", true, check.reason()));
        }
    }

    private static <T extends ReferenceValues.Entry> Map<String, T> byPlace(Check check, List<T> entries) {
        Map<String, T> byPlace = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> entry.quantity().equals(check.quantity()))
                .forEach(entry -> byPlace.put(entry.place(), entry));
        return byPlace;
    }

    private static Finding figures(Check check, Figure was, Figure is) {
        return value(check, is.place(), was.value(), is.value());
    }

    private static Finding value(Check check, String where, double was, double is) {
        Allowed allowed = new Allowed(check.tolerance(), check.comparison() == Comparison.RELATIVE);
        return Finding.of(Against.GOLDEN, check.quantity(), where, was, is, allowed, check.reason());
    }

    /** Held to the tolerance at every point; the finding is the point that differs most. */
    private Finding fields(Check check, Field was, Field is) {
        if (!Arrays.deepEquals(was.pointsUm(), is.pointsUm())) {
            return Finding.missing(check.quantity(), is.place() + ", at the points it had", true, check.reason());
        }
        FieldPair pair = new FieldPair(was, is);
        fields.add(pair);
        int worst = pair.worst();
        return value(check, is.place() + " at " + point(is.pointsUm()[worst]), was.values()[worst], is.values()[worst]);
    }

    private static String point(double[] pointUm) {
        String[] names = {"x", "y", "z"};
        StringBuilder text = new StringBuilder();
        for (int axis = 0; axis < pointUm.length; axis++) {
            // The last axis runs from electrode to electrode, in the plane as well.
            String name = axis > 0 && axis == pointUm.length - 1 ? "z" : names[axis];
            text.append(axis == 0 ? "" : ", ")
                    .append(name)
                    .append(String.format(Locale.ROOT, " = %.2f", pointUm[axis]));
        }
        return text.append(" µm").toString();
    }

    /** Overlap of the 95 % intervals of the medians; the excess is their gap over half the wider of both, plus 1. */
    private static Finding intervals(Check check, Sample was, Sample is) {
        IntervalEstimate before = interval(was);
        IntervalEstimate now = interval(is);
        double gap = Math.max(now.lower95() - before.upper95(), before.lower95() - now.upper95());
        double width = Math.max(before.upper95() - before.lower95(), now.upper95() - now.lower95());
        double excess = gap <= 0
                ? Math.abs(now.value() - before.value()) / Math.max(width, Double.MIN_NORMAL)
                : 1 + gap / (0.5 * width);
        return new Finding(
                Against.GOLDEN,
                check.quantity(),
                is.place() + ", median of " + is.values().length + " structures",
                text(before),
                text(now),
                String.format(Locale.ROOT, "%+.2e of it", (now.value() - before.value()) / before.value()),
                "intervals overlap",
                Double.isNaN(excess) ? Double.POSITIVE_INFINITY : Math.min(excess, gap <= 0 ? 1 : excess),
                check.reason());
    }

    /** A figure that some structure does not have has no interval. */
    private static IntervalEstimate interval(Sample sample) {
        return Arrays.stream(sample.values()).anyMatch(Double::isNaN)
                ? IntervalEstimate.UNKNOWN
                : OrderStatisticInterval.of(sample.values(), 0.5);
    }

    private static String text(IntervalEstimate estimate) {
        return Numbers.brief(estimate.value(), 5) + " [" + Numbers.brief(estimate.lower95(), 5) + ", "
                + Numbers.brief(estimate.upper95(), 5) + "]";
    }

    private void compare(ExactValue exact) {
        List<Figure> figures = is.figures().stream()
                .filter(figure -> figure.quantity().equals(exact.quantity()))
                .filter(figure -> exact.design().isEmpty()
                        || Quantities.design(figure.place()).equals(exact.design()))
                .toList();
        for (Figure figure : figures) {
            findings.add(Finding.of(
                    Against.KNOWN,
                    exact.quantity(),
                    figure.place(),
                    exact.value(),
                    figure.value(),
                    new Allowed(exact.relativeTolerance(), true),
                    exact.source()));
        }
        if (figures.isEmpty()) {
            findings.add(Finding.missing(exact.quantity(), "of the value that is known", true, exact.source()));
        }
    }
}
