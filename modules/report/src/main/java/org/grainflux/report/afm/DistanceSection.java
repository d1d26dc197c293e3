package org.grainflux.report.afm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.grainflux.physics.tip.DistanceLaw;
import org.grainflux.report.figure.Axis;
import org.grainflux.report.figure.LineChart;
import org.grainflux.report.figure.Style;
import org.grainflux.report.page.Figures;
import org.grainflux.report.page.Html;
import org.grainflux.report.page.HtmlTable;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.afm.LawFit;
import org.grainflux.study.afm.TipFindings;

/** Triggering bias against the distance to the nearest boundary, with both published laws. */
final class DistanceSection {
    private static final double NANOMETRES_PER_M = 1e9;
    private static final int CURVE_POINTS = 200;
    /** Points of a bin whose median is drawn. */
    private static final int POINTS_PER_BIN = 20;

    private DistanceSection() {}

    static String html(TipFindings findings, Figures figures) {
        if (findings.laws().isEmpty()) {
            return Html.p("Too few places approach a boundary for a law to be fitted.");
        }
        double[] distance = findings.approachDistanceM();
        Integer[] order = IntStream.range(0, distance.length)
                .filter(i -> distance[i] > 0 && Double.isFinite(distance[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> distance[i]))
                .toArray(Integer[]::new);
        double low = distance[order[0]];
        double high = distance[order[order.length - 1]];
        List<LineChart.Series> series = new ArrayList<>();
        series.add(medians(findings, order));
        for (LawFit law : findings.laws()) {
            double[] x = new double[CURVE_POINTS];
            Arrays.setAll(x, k -> low * Math.pow(high / low, k / (CURVE_POINTS - 1.0)));
            double[] y = Arrays.stream(x)
                    .map(d -> law.law().biasV(law.boundaryV(), law.interiorV(), law.lengthM(), d))
                    .toArray();
            series.add(LineChart.Series.curve(
                    name(law.law()), Style.series(1 + law.law().ordinal()), scaled(x), y));
        }
        double least = Arrays.stream(findings.approachBiasV()).min().orElse(0.01);
        double most = Arrays.stream(findings.approachBiasV()).max().orElse(10);
        String chart = LineChart.draw(
                "Triggering bias against distance to the boundary",
                Axis.logarithmic(
                        "distance to the nearest boundary (nm)", low * NANOMETRES_PER_M, high * NANOMETRES_PER_M),
                Axis.logarithmic("triggering bias (V, magnitude)", least, most),
                series,
                List.of());
        HtmlTable table = HtmlTable.ofNumbers(
                "Both published laws, least squares of logarithms",
                "law",
                "V_GB (V)",
                "V_GI (V)",
                "length (nm)",
                "ΔAIC");
        double best = findings.laws().stream().mapToDouble(LawFit::akaike).min().orElseThrow();
        for (LawFit law : findings.laws()) {
            table.row(
                    name(law.law()),
                    Numbers.threeFigures(law.boundaryV()),
                    Numbers.threeFigures(law.interiorV()),
                    Numbers.threeFigures(law.lengthM() * NANOMETRES_PER_M),
                    Numbers.threeFigures(law.akaike() - best));
        }
        return figures.add(
                        "trigger-distance",
                        chart,
                        "Triggering bias against distance.",
                        "Medians of " + POINTS_PER_BIN
                                + " neighbouring places with the middle half of them; grooves differ from"
                                + " boundary to boundary, so places do. Predicted.")
                + table.html()
                + Html.note(
                        "The virtual tip itself follows one of these laws, blurred by the scatter of grooves: that the"
                                + " comparison finds it again is a consistency check, no evidence for the law.");
    }

    private static LineChart.Series medians(TipFindings findings, Integer[] order) {
        int bins = Math.max(1, order.length / POINTS_PER_BIN);
        double[] x = new double[bins];
        double[] y = new double[bins];
        double[] low = new double[bins];
        double[] high = new double[bins];
        for (int b = 0; b < bins; b++) {
            int from = b * order.length / bins;
            int to = (b + 1) * order.length / bins;
            double[] bias = Arrays.stream(order, from, to)
                    .mapToDouble(i -> findings.approachBiasV()[i])
                    .sorted()
                    .toArray();
            x[b] = findings.approachDistanceM()[order[(from + to) / 2]] * NANOMETRES_PER_M;
            y[b] = bias[bias.length / 2];
            low[b] = bias[bias.length / 4];
            high[b] = bias[3 * bias.length / 4];
        }
        return new LineChart.Series("virtual tip", Style.series(0), x, y, low, high, true);
    }

    private static double[] scaled(double[] metres) {
        return Arrays.stream(metres).map(m -> m * NANOMETRES_PER_M).toArray();
    }

    private static String name(DistanceLaw law) {
        return switch (law) {
            case DISC_POTENTIAL -> "potential of a disc";
            case EXPONENTIAL -> "exponential";
        };
    }
}
