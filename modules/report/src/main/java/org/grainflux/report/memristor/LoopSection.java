package org.grainflux.report.memristor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grainflux.report.figure.Axis;
import org.grainflux.report.figure.LineChart;
import org.grainflux.report.figure.LineChart.Series;
import org.grainflux.report.figure.Style;
import org.grainflux.report.page.Figures;
import org.grainflux.report.page.Html;
import org.grainflux.study.config.MemristorStudy;
import org.grainflux.study.memristor.LoopRow;

/** Current–voltage loops of the first device, smallest and largest electrode, in linear and in logarithmic scale. */
final class LoopSection {
    private static final int MOST_LOOPS = 4;

    private LoopSection() {}

    static String html(MemristorInput input, Figures figures) {
        if (input.loops().isEmpty()) {
            return Html.p("No loops were kept (statistics.traces: 0).");
        }
        List<MemristorStudy.ElectrodeSite> electrodes = input.study().electrodes();
        StringBuilder html = new StringBuilder();
        for (MemristorStudy.Protocol protocol : input.study().protocols()) {
            html.append(pair(input, figures, new MemristorStudy.Design(electrodes.get(0), protocol)));
            if (electrodes.size() > 1) {
                MemristorStudy.ElectrodeSite last = electrodes.get(electrodes.size() - 1);
                html.append(pair(input, figures, new MemristorStudy.Design(last, protocol)));
            }
        }
        return html.toString();
    }

    private static String pair(MemristorInput input, Figures figures, MemristorStudy.Design design) {
        List<LoopRow> loops = input.loops().stream()
                .filter(row -> row.design().equals(design.name()))
                .toList();
        if (loops.isEmpty()) {
            return "";
        }
        List<LoopRow> shown = shown(loops);
        double largest = shown.stream()
                .flatMapToDouble(row -> Arrays.stream(row.currentA()))
                .map(Math::abs)
                .max()
                .orElse(1);
        String unit = largest < 1e-6 ? "nA" : largest < 1e-3 ? "µA" : "mA";
        double factor = largest < 1e-6 ? 1e9 : largest < 1e-3 ? 1e6 : 1e3;
        Axis bias = Axis.linear(
                "bias (V)", design.protocol().setV(), design.protocol().resetV());
        List<Series> linear = new ArrayList<>();
        List<Series> logarithmic = new ArrayList<>();
        double smallest = Double.POSITIVE_INFINITY;
        for (LoopRow row : shown) {
            Style style = Style.series(linear.size());
            double[] current =
                    Arrays.stream(row.currentA()).map(a -> a * factor).toArray();
            double[] magnitude = Arrays.stream(row.currentA()).map(Math::abs).toArray();
            smallest = Math.min(
                    smallest, Arrays.stream(magnitude).filter(a -> a > 0).min().orElse(smallest));
            linear.add(Series.curve("cycle " + row.cycle(), style, row.biasV(), current));
            logarithmic.add(Series.curve("cycle " + row.cycle(), style, row.biasV(), magnitude));
        }
        String label = MemristorInput.label(design);
        double low =
                linear.stream().flatMapToDouble(s -> Arrays.stream(s.y())).min().orElse(0);
        double high =
                linear.stream().flatMapToDouble(s -> Arrays.stream(s.y())).max().orElse(1);
        String linearTitle = "Current–voltage loop, " + label + ".";
        String first = figures.add(
                "loop-" + design.name(),
                LineChart.draw(linearTitle, bias, Axis.linear("current (" + unit + ")", low, high), linear, List.of()),
                linearTitle,
                "Consistency check: one device as drawn, with the instrument's compliance and floor. A jump on the"
                        + " negative side is a filament that touches (SET), one on the positive side its neck being cut"
                        + " (RESET).");
        String logTitle = "The same loop in logarithmic scale, " + label + ".";
        String second = figures.add(
                "loop-log-" + design.name(),
                LineChart.draw(
                        logTitle, bias, Axis.logarithmic("|current| (A)", smallest, largest), logarithmic, List.of()),
                logTitle,
                "Consistency check: the lower branch is the ionic current or, where that is smaller, the floor of the"
                        + " instrument.");
        return Figures.beside(first, second);
    }

    /** The first, the last and some between. */
    private static List<LoopRow> shown(List<LoopRow> loops) {
        if (loops.size() <= MOST_LOOPS) {
            return loops;
        }
        List<LoopRow> shown = new ArrayList<>();
        for (int i = 0; i < MOST_LOOPS; i++) {
            shown.add(loops.get((int) Math.round(i * (loops.size() - 1.0) / (MOST_LOOPS - 1))));
        }
        return shown;
    }
}
