package org.grainflux.report.memristor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.grainflux.report.figure.Axis;
import org.grainflux.report.figure.LineChart;
import org.grainflux.report.figure.LineChart.Series;
import org.grainflux.report.figure.Style;
import org.grainflux.report.page.Figures;
import org.grainflux.report.page.Html;
import org.grainflux.report.page.HtmlTable;
import org.grainflux.report.page.HtmlTable.Cell;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.config.MemristorStudy;
import org.grainflux.study.memristor.CycleBands;
import org.grainflux.study.memristor.LoopRow;
import org.grainflux.study.memristor.Measurement;

/** Measured loops and endurance over the computed ones, and what a fit makes of the loops. */
final class MeasuredSection {
    private MeasuredSection() {}

    static String html(MemristorInput input, Figures figures) {
        StringBuilder html = new StringBuilder();
        List<String> charts = new ArrayList<>();
        for (Measurement measurement : input.measurements()) {
            charts.add(
                    measurement.loops().isEmpty()
                            ? endurance(input, figures, measurement)
                            : loops(input, figures, measurement));
        }
        html.append(Figures.beside(charts.toArray(String[]::new)));
        input.summary().path("fits").forEach(fit -> html.append(fit(fit)));
        return html.toString();
    }

    private static String loops(MemristorInput input, Figures figures, Measurement measurement) {
        MemristorStudy.Design design = input.study().design(measurement.design());
        List<Series> series = new ArrayList<>();
        for (Measurement.Loop loop : measurement.loops()) {
            series.add(curve("measured, cycle " + loop.cycle(), series.size(), loop.biasV(), loop.currentA()));
        }
        List<LoopRow> computed = input.loops().stream()
                .filter(row -> row.design().equals(measurement.design()))
                .toList();
        if (!computed.isEmpty()) {
            LoopRow last = computed.get(computed.size() - 1);
            series.add(curve("computed, cycle " + last.cycle(), series.size(), last.biasV(), last.currentA()));
        }
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (Series s : series) {
            low = Math.min(low, Arrays.stream(s.y()).filter(a -> a > 0).min().orElse(low));
            high = Math.max(high, Arrays.stream(s.y()).max().orElse(high));
        }
        String title = "Measured loops: " + measurement.name() + ", beside " + MemristorInput.label(design) + ".";
        String svg = LineChart.draw(
                title,
                Axis.linear(
                        "bias (V)", design.protocol().setV(), design.protocol().resetV()),
                Axis.logarithmic("|current| (A)", low, high),
                series,
                List.of());
        return figures.add(
                "measured-" + measurement.name(),
                svg,
                title,
                "Consistency check: computed from the study's values, not from the fit. "
                        + Numbers.count(measurement.loopCount(), "loop was measured.", "loops were measured."));
    }

    private static Series curve(String name, int index, double[] biasV, double[] currentA) {
        double[] magnitude = Arrays.stream(currentA).map(Math::abs).toArray();
        return Series.curve(name, Style.series(index), biasV, magnitude);
    }

    private static String endurance(MemristorInput input, Figures figures, Measurement measurement) {
        CycleBands band = input.onOff().get(measurement.design());
        double[] median = band.median();
        double[] upper = band.high();
        double[] x = IntStream.rangeClosed(1, median.length).asDoubleStream().toArray();
        double low = 1;
        double high = 10;
        for (double[] values : List.of(median, upper, measurement.onOffRatio())) {
            low = Math.min(low, Arrays.stream(values).filter(v -> v > 0).min().orElse(low));
            high = Math.max(
                    high, Arrays.stream(values).filter(Double::isFinite).max().orElse(high));
        }
        double last = Arrays.stream(measurement.cycle()).max().orElse(1);
        List<Series> series = List.of(
                new Series("computed", Style.series(0), x, median, band.low(), upper, false),
                Series.curve("measured", Style.series(1), measurement.cycle(), measurement.onOffRatio()));
        String title = "Measured endurance: " + measurement.name() + ", beside "
                + MemristorInput.label(input.study().design(measurement.design())) + ".";
        String svg = LineChart.draw(
                title,
                Axis.linear("cycle", 0, Math.max(last, median.length)),
                Axis.logarithmic("on/off ratio (–)", low, high),
                series,
                List.of());
        return figures.add(
                "measured-" + measurement.name(),
                svg,
                title,
                "Consistency check: line, median over devices; band, 95 % of them.");
    }

    private static String fit(JsonNode fit) {
        HtmlTable figures = HtmlTable.ofNumbers(
                "Figures of the measured loops: " + fit.path("measurement").asText(),
                "figure",
                "measured (V or Ω)",
                "standard error",
                "fitted");
        for (JsonNode feature : fit.path("features")) {
            figures.row(List.of(
                    Cell.of(feature.path("kind").asText().replace('_', ' ')),
                    Cell.of(Numbers.threeFigures(feature.path("measured").asDouble())),
                    Cell.of(Numbers.percent(
                            feature.path("relative_standard_error").asDouble())),
                    Cell.of(Numbers.threeFigures(feature.path("fitted").asDouble()))));
        }
        HtmlTable parameters =
                HtmlTable.ofNumbers("Parameters that they tell (calibrated)", "parameter", "value", "95 % interval");
        for (Map.Entry<String, JsonNode> parameter : fit.path("parameters").properties()) {
            JsonNode value = parameter.getValue();
            parameters.row(
                    parameter.getKey(),
                    value.isNull()
                            ? "not identified"
                            : Numbers.threeFigures(value.path("value").asDouble()),
                    value.isNull()
                            ? Numbers.NONE
                            : Numbers.range(
                                    value.path("lo95").asDouble(),
                                    value.path("hi95").asDouble()));
        }
        List<String> unknown = new ArrayList<>();
        for (JsonNode group : fit.path("unidentified")) {
            List<String> names = new ArrayList<>();
            group.forEach(name -> names.add(name.asText()));
            unknown.add(
                    names.size() == 1
                            ? "The data say nothing of " + names.get(0) + "."
                            : "Of " + String.join(", ", names) + " the data know a combination only.");
        }
        return figures.html() + parameters.html() + Html.bullets(unknown);
    }
}
