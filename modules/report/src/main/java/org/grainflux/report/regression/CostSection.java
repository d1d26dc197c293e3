package org.grainflux.report.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.grainflux.report.figure.Axis;
import org.grainflux.report.figure.LineChart;
import org.grainflux.report.figure.Style;
import org.grainflux.report.page.Figures;
import org.grainflux.report.page.Html;
import org.grainflux.report.page.HtmlTable;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.regression.Cost;
import org.grainflux.study.regression.Outcome;

/** What references took, beside the last runs on the same machine. */
final class CostSection {
    private CostSection() {}

    static String html(RegressionRun run, Figures figures) {
        HtmlTable table = HtmlTable.ofNumbers(
                "Time and memory, beside the median of the runs before it on the same machine and Java",
                "reference",
                "wall (s)",
                "CPU (s)",
                "before",
                "ratio",
                "allocated (MB)",
                "before",
                "ratio",
                "heap peak (MB)",
                "runs before");
        for (Outcome outcome : run.outcomes()) {
            List<Cost> all = run.history().last(outcome.reference().name(), run.machine(), RegressionRun.MOST_RUNS + 1);
            List<Cost> before = all.subList(0, Math.max(0, all.size() - 1));
            Cost now = outcome.cost();
            double cpu = median(before, Cost::cpuS);
            double allocated = median(before, Cost::allocatedMb);
            table.row(
                    outcome.reference().name(),
                    Numbers.threeFigures(now.wallS()),
                    Numbers.threeFigures(now.cpuS()),
                    Numbers.threeFigures(cpu),
                    Numbers.threeFigures(now.cpuS() / cpu),
                    Numbers.threeFigures(now.allocatedMb()),
                    Numbers.threeFigures(allocated),
                    Numbers.threeFigures(now.allocatedMb() / allocated),
                    Numbers.threeFigures(now.peakHeapMb()),
                    Integer.toString(before.size()));
        }
        return table.html()
                + Html.note(
                        "References run one after another. The first one also pays for the start of the program. What is"
                                + " allocated hardly depends on the machine; the peak of the heap includes garbage not yet"
                                + " collected."
                                + (run.history().unreadableLines() == 0
                                        ? ""
                                        : " Lines of the history that cannot be read: "
                                                + run.history().unreadableLines() + "."))
                + trend(run, figures);
    }

    /** Of the whole set, over the runs that computed all of it. */
    private static String trend(RegressionRun run, Figures figures) {
        List<String> names = run.outcomes().stream()
                .map(outcome -> outcome.reference().name())
                .toList();
        List<List<Cost>> runs = run.history().lastWhole(names, run.machine(), RegressionRun.MOST_RUNS + 1);
        if (runs.size() < 2) {
            return "";
        }
        return Figures.beside(
                chart(figures, "cpu", "CPU time of the whole set", "CPU time (s)", runs, Cost::cpuS),
                chart(
                        figures,
                        "allocated",
                        "Memory allocated by the whole set",
                        "allocated (MB)",
                        runs,
                        Cost::allocatedMb));
    }

    private static String chart(
            Figures figures,
            String name,
            String title,
            String axis,
            List<List<Cost>> runs,
            ToDoubleFunction<Cost> value) {
        double[] x = new double[runs.size()];
        double[] y = new double[runs.size()];
        for (int k = 0; k < x.length; k++) {
            x[k] = k + 1 - x.length;
            y[k] = runs.get(k).stream().mapToDouble(value).sum();
        }
        Style style = Style.series(0);
        String svg = LineChart.draw(
                title,
                Axis.linear("run, 0 is this one", x[0], 0),
                Axis.linear(axis, 0, Arrays.stream(y).max().orElse(1)),
                List.of(new LineChart.Series("all references", style, x, y, new double[0], new double[0], true)),
                List.of());
        return figures.add(
                "cost-" + name,
                svg,
                title + ".",
                String.format(Locale.ROOT, "%d runs on the same machine and Java.", runs.size()));
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> value) {
        if (costs.isEmpty()) {
            return Double.NaN;
        }
        List<Double> values = new ArrayList<>(
                costs.stream().mapToDouble(value).sorted().boxed().toList());
        int n = values.size();
        return 0.5 * (values.get((n - 1) / 2) + values.get(n / 2));
    }
}
