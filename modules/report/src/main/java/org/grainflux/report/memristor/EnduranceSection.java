package org.grainflux.report.memristor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.grainflux.report.figure.Axis;
import org.grainflux.report.figure.LineChart;
import org.grainflux.report.figure.LineChart.Level;
import org.grainflux.report.figure.LineChart.Series;
import org.grainflux.report.figure.Style;
import org.grainflux.report.page.Figures;
import org.grainflux.report.page.Html;
import org.grainflux.report.page.HtmlTable;
import org.grainflux.report.page.HtmlTable.Cell;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.config.MemristorStudy;
import org.grainflux.study.memristor.CycleBands;

/** On/off ratio against cycle for each electrode, and against its size. */
final class EnduranceSection {
    private EnduranceSection() {}

    static String html(MemristorInput input, Figures figures) {
        StringBuilder html = new StringBuilder();
        html.append(Html.p("The ratio of the two currents that are read in a cycle, after its setting and after its"
                + " resetting half. A filament that is not cut gives 1, and so does a gap that is not closed."));
        List<String> charts = new ArrayList<>();
        for (MemristorStudy.ElectrodeSite electrode : input.study().electrodes()) {
            String title = "On/off ratio against cycle, " + electrode.label() + ".";
            charts.add(chart(
                    figures,
                    "on-off-" + electrode.name(),
                    title,
                    "Predicted, given the forming that the study states. Line: median over "
                            + Numbers.count(input.drawnDevices(), "device", "devices")
                            + "; band: 95 % of them.",
                    input.onOff(),
                    input.designsOf(electrode)));
        }
        charts.add(bySize(input, figures));
        html.append(Figures.beside(charts.toArray(String[]::new)));
        html.append(table(input));
        return html.toString();
    }

    private static String chart(
            Figures figures,
            String name,
            String title,
            String reading,
            Map<String, CycleBands> bands,
            List<MemristorStudy.Design> designs) {
        List<Series> series = new ArrayList<>();
        double low = 1;
        double high = 10;
        int cycles = 1;
        for (MemristorStudy.Design design : designs) {
            CycleBands band = bands.get(design.name());
            double[] median = band.median();
            double[] lower = band.low();
            double[] upper = band.high();
            cycles = Math.max(cycles, median.length);
            low = Math.min(low, Arrays.stream(lower).filter(v -> v > 0).min().orElse(low));
            high = Math.max(
                    high, Arrays.stream(upper).filter(Double::isFinite).max().orElse(high));
            double[] x =
                    IntStream.rangeClosed(1, median.length).asDoubleStream().toArray();
            series.add(
                    new Series(design.protocol().name(), Style.series(series.size()), x, median, lower, upper, false));
        }
        String svg = LineChart.draw(
                title,
                Axis.linear("cycle", 0, cycles),
                Axis.logarithmic("on/off ratio (–)", low, high),
                series,
                List.of(new Level(10, "10")));
        return figures.add(name, svg, title, reading);
    }

    private static String bySize(MemristorInput input, Figures figures) {
        List<Series> series = new ArrayList<>();
        double low = 1;
        double high = 10;
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (MemristorStudy.Protocol protocol : input.study().protocols()) {
            List<MemristorStudy.Design> designs = input.designsUnder(protocol);
            double[] x = designs.stream()
                    .mapToDouble(design -> design.electrode().sideM() * 1e6)
                    .toArray();
            double[] y = designs.stream()
                    .mapToDouble(design -> input.number(design, "on_off_ratio", "median"))
                    .toArray();
            double[] lower = designs.stream()
                    .mapToDouble(design -> input.number(design, "on_off_ratio_of_95_percent_of_cycles", "low"))
                    .toArray();
            double[] upper = designs.stream()
                    .mapToDouble(design -> input.number(design, "on_off_ratio_of_95_percent_of_cycles", "high"))
                    .toArray();
            for (int i = 0; i < x.length; i++) {
                smallest = Math.min(smallest, x[i]);
                largest = Math.max(largest, x[i]);
                low = lower[i] > 0 ? Math.min(low, lower[i]) : low;
                high = upper[i] > 0 ? Math.max(high, upper[i]) : high;
            }
            series.add(new Series(protocol.name(), Style.series(series.size()), x, y, lower, upper, true));
        }
        String title = "On/off ratio against the size of the electrode.";
        String svg = LineChart.draw(
                title,
                Axis.logarithmic("side of the electrode (µm)", smallest, largest),
                Axis.logarithmic("on/off ratio (–)", low, high),
                series,
                List.of(new Level(10, "10")));
        return figures.add(
                "on-off-by-size",
                svg,
                title,
                "Predicted between the ends; the tip and the largest pad are calibrated by the hold after forming."
                        + " Marker: median over cycles and devices; band: 95 % of cycles.");
    }

    private static String table(MemristorInput input) {
        HtmlTable table = HtmlTable.ofNumbers(
                "Electrodes by protocol, medians with their 95 % interval",
                "electrode, protocol",
                "side (µm)",
                "SET (V)",
                "first SET in cycle",
                "on/off",
                "resets",
                "completed / failed");
        for (MemristorStudy.Design design : input.study().designs()) {
            table.row(List.of(
                    Cell.of(MemristorInput.label(design)),
                    Cell.of(Numbers.compact(input.number(design, "electrode_um"))),
                    new Cell(
                            Numbers.threeFigures(input.number(design, "set_bias_V")),
                            range(input, design, "set_bias_interval_V")),
                    Cell.of(Numbers.threeFigures(input.number(design, "first_set_cycle", "median"))),
                    new Cell(
                            Numbers.threeFigures(input.number(design, "on_off_ratio", "median")),
                            range(input, design, "on_off_ratio")),
                    Cell.of(Numbers.percent(input.number(design, "reset_success_fraction"))),
                    Cell.of(input.entry(design).path("completed").asInt() + " / "
                            + input.entry(design).path("failed").asInt())));
        }
        return table.html()
                + Html.note("SET: bias at which a filament touches, of all cycles in which one does. Resets: share of"
                        + " conducting filaments that the resetting half cuts.");
    }

    private static String range(MemristorInput input, MemristorStudy.Design design, String figure) {
        return Numbers.range(input.number(design, figure, "lo95"), input.number(design, figure, "hi95"));
    }
}
