package org.grainflux.report.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.grainflux.report.figure.Axis;
import org.grainflux.report.figure.LineChart;
import org.grainflux.report.figure.PlaceMap;
import org.grainflux.report.figure.Style;
import org.grainflux.report.page.Figures;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.regression.Outcome;
import org.grainflux.study.regression.Outcome.FieldPair;
import org.grainflux.study.regression.Reference.Check;
import org.grainflux.study.regression.ReferenceValues.Field;

/** Where in its field a reference differs most: the current along an electrode, and the potential inside. */
final class FieldFigures {
    private static final Style NOW = Style.series(1);
    private static final Style ACCEPTED = Style.series(0);

    private FieldFigures() {}

    static String html(Outcome outcome, Figures figures) {
        List<String> drawn = new ArrayList<>();
        for (Check check : outcome.reference().checks()) {
            outcome.fields().stream()
                    .filter(pair -> pair.is().quantity().equals(check.quantity()))
                    .max(Comparator.comparingDouble(pair -> pair.difference(pair.worst())))
                    .ifPresent(pair -> drawn.addAll(draw(outcome, check, pair, figures)));
        }
        return Figures.beside(drawn.toArray(String[]::new));
    }

    private static List<String> draw(Outcome outcome, Check check, FieldPair pair, Figures figures) {
        String name = outcome.reference().name() + "-" + pair.is().quantity();
        return pair.is().pointsUm()[0].length == 1
                ? List.of(profile(name, pair, figures), profileDifference(name, check, pair, figures))
                : List.of(map(name, check, pair, figures));
    }

    private static String profile(String name, FieldPair pair, Figures figures) {
        double[] x = first(pair.is());
        double high = Math.max(max(pair.was().values()), max(pair.is().values()));
        double low = Math.min(min(pair.was().values()), min(pair.is().values()));
        String svg = LineChart.draw(
                "Current along the electrode, accepted and now",
                Axis.linear("position along the electrode (µm)", 0, max(x)),
                // A flat profile is drawn flat: rounding is not spread over the page.
                Axis.linear("current over its mean (–)", Math.min(low, 0.9), Math.max(high, 1.1)),
                List.of(
                        LineChart.Series.curve(
                                "now",
                                NOW.withMarker(Style.Marker.NONE),
                                x,
                                pair.is().values()),
                        LineChart.Series.curve(
                                "accepted",
                                ACCEPTED.withMarker(Style.Marker.NONE),
                                x,
                                pair.was().values())),
                List.of());
        return figures.add(
                name,
                svg,
                "Current at the ceramic, " + pair.is().place() + ".",
                "The dashed curve is drawn over by the other where they agree.");
    }

    private static String profileDifference(String name, Check check, FieldPair pair, Figures figures) {
        double[] x = first(pair.is());
        double[] difference = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            difference[k] = pair.is().values()[k] - pair.was().values()[k];
        }
        double reach = Math.max(Math.max(max(difference), -min(difference)), 1.2 * check.tolerance());
        int worst = pair.worst();
        String svg = LineChart.draw(
                "Difference of the current along the electrode",
                Axis.linear("position along the electrode (µm)", 0, max(x)),
                Axis.linear("now − accepted, over the mean (–)", -reach, reach),
                List.of(LineChart.Series.curve("difference", NOW.withMarker(Style.Marker.NONE), x, difference)),
                List.of(
                        new LineChart.Level(check.tolerance(), "allowed"),
                        new LineChart.Level(-check.tolerance(), "allowed")));
        return figures.add(
                name + "-difference",
                svg,
                "Difference, " + pair.is().place() + ".",
                pair.difference(worst) == 0
                        ? "None, to the last bit."
                        : String.format(
                                Locale.ROOT,
                                "Largest at x = %.2f µm: %s of the mean, allowed %s.",
                                x[worst],
                                Numbers.threeFigures(difference[worst]),
                                Numbers.threeFigures(check.tolerance())));
    }

    private static String map(String name, Check check, FieldPair pair, Figures figures) {
        double[][] points = pair.is().pointsUm();
        int last = points[0].length - 1;
        double[] excess = new double[points.length];
        for (int k = 0; k < excess.length; k++) {
            excess[k] = pair.difference(k) / check.tolerance();
        }
        int worst = pair.worst();
        String place = String.format(Locale.ROOT, "(%.2f, %.2f) µm", points[worst][0], points[worst][last]);
        String svg = PlaceMap.draw(
                "Points inside the structure by the difference of their potential",
                first(pair.is()),
                Arrays.stream(points).mapToDouble(point -> point[last]).toArray(),
                excess,
                worst,
                place);
        return figures.add(
                name,
                svg,
                "Difference of the potential, " + pair.is().place() + ".",
                pair.difference(worst) == 0
                        ? "None, to the last bit."
                        : "The larger a point, the larger its difference. Ringed: the largest, "
                                + Numbers.threeFigures(pair.difference(worst)) + " V of 1 V at " + place
                                + (last == 2 ? " (x, z)" : "") + ", allowed "
                                + Numbers.threeFigures(check.tolerance()) + " V.");
    }

    private static double[] first(Field field) {
        return Arrays.stream(field.pointsUm()).mapToDouble(point -> point[0]).toArray();
    }

    private static double max(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
    }

    private static double min(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
    }
}
