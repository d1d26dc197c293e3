package org.grainflux.report.afm;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.grainflux.report.figure.Axis;
import org.grainflux.report.figure.LineChart;
import org.grainflux.report.figure.Style;
import org.grainflux.report.page.Figures;
import org.grainflux.report.page.Html;
import org.grainflux.report.page.HtmlTable;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.afm.ElectrodePoint;
import org.grainflux.study.afm.TipFindings;
import org.grainflux.study.config.AfmStudy;

/** Triggering bias against the size of the electrode. */
final class SizeSection {
    private static final double MICROMETRES_PER_M = 1e6;

    private SizeSection() {}

    static String html(AfmStudy study, TipFindings findings, Figures figures) {
        List<ElectrodePoint> points = findings.electrodes();
        if (points.isEmpty()) {
            return Html.p("The grooves do not scatter, so no weakest of many can be predicted.");
        }
        // What lies above the limit is drawn at it.
        double limitV = study.instrument().limitV();
        double[] side = values(points, point -> point.sideM() * MICROMETRES_PER_M, Double.MAX_VALUE);
        double[] median = values(points, ElectrodePoint::medianV, limitV);
        double[] drawn = values(points, ElectrodePoint::medianOfDrawnV, limitV);
        double[] low = values(points, ElectrodePoint::low95V, limitV);
        double[] high = values(points, ElectrodePoint::high95V, limitV);
        double least = Arrays.stream(low).min().orElseThrow();
        String chart = LineChart.draw(
                "Triggering bias against the side of the electrode",
                Axis.logarithmic("side of the electrode (µm)", side[0], side[side.length - 1]),
                Axis.logarithmic("triggering bias (V, magnitude)", least, limitV),
                List.of(
                        new LineChart.Series(
                                "median, band: 95 % of electrodes", Style.series(0), side, median, low, high, false),
                        LineChart.Series.curve(
                                "median, no groove below the weakest drawn", Style.series(1), side, drawn)),
                List.of(new LineChart.Level(limitV, "limit")));
        HtmlTable table = HtmlTable.ofManyNumbers(
                "By size",
                "side (µm)",
                "median (V)",
                "median of drawn (V)",
                "95 % of electrodes (V)",
                "above the limit",
                "edges touched",
                "share of bias at the interface");
        for (ElectrodePoint point : points) {
            table.row(
                    Numbers.threeFigures(point.sideM() * MICROMETRES_PER_M),
                    Numbers.threeFigures(point.medianV()),
                    Numbers.threeFigures(point.medianOfDrawnV()),
                    Numbers.range(point.low95V(), point.high95V()),
                    Numbers.percent(point.censoredFraction()),
                    Numbers.threeFigures(point.edgesTouched()),
                    Numbers.threeFigures(point.interfaceShare()));
        }
        ElectrodePoint weakest = points.stream()
                .min((a, b) -> Double.compare(a.medianV(), b.medianV()))
                .orElseThrow();
        boolean risesAgain = points.get(points.size() - 1).medianV() > weakest.medianV();
        return figures.add(
                        "trigger-size",
                        chart,
                        "Triggering bias against the size of the electrode.",
                        "A tip mostly misses the boundaries; a pad finds the weakest of many."
                                + (risesAgain
                                        ? " Pads wider than about "
                                                + Numbers.threeFigures(weakest.sideM() * MICROMETRES_PER_M)
                                                + " µm need more bias again, for it drops in the ceramic: a prediction that"
                                                + " no measurement has tested."
                                        : "")
                                + " Predicted.")
                + Html.note(
                        "Wide pads find grooves weaker than any that was drawn. The Weibull law extrapolates to them; the"
                                + " second curve stops at the weakest drawn. Between both lies what the tail of the grooves leaves"
                                + " open.")
                + table.html();
    }

    private static double[] values(List<ElectrodePoint> points, ToDoubleFunction<ElectrodePoint> value, double most) {
        return points.stream()
                .mapToDouble(point -> Math.min(most, value.applyAsDouble(point)))
                .toArray();
    }
}
