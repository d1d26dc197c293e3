package org.grainflux.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.grainflux.report.figure.LineChart;
import org.grainflux.report.figure.LineChart.Level;
import org.grainflux.report.figure.LineChart.Series;
import org.grainflux.report.figure.Style;
import org.grainflux.report.input.CriticalCurrent;
import org.grainflux.report.input.Design;
import org.grainflux.report.input.Hypothesis;
import org.grainflux.report.input.Interval;
import org.grainflux.report.input.ReportInput;
import org.grainflux.report.input.Sweep;
import org.grainflux.report.page.Figures;
import org.grainflux.report.page.Html;
import org.grainflux.report.page.HtmlTable;
import org.grainflux.report.page.HtmlTable.Cell;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.results.HotSpotRow;

/** Thickness and conductivity of the layer: critical current density, hot spots and resistance against thickness. */
public final class SweepSection {
    private static final String THICKNESS = "interlayer thickness (µm)";

    private SweepSection() {}

    /** Empty when the study has no such sweep. */
    public static String html(ReportInput input, Figures figures) {
        Sweep sweep = Sweep.of(input.designs());
        if (!sweep.exists()) {
            return "";
        }
        String ccd = chart(
                figures,
                sweep,
                "ccd-against-thickness",
                "critical current density, F3 (mA/cm²)",
                d -> d.criticalCurrent(Hypothesis.COMPETING).median(),
                List.of(),
                "Critical current density against thickness of the layer, competing modes (F3).",
                "Line: median; band: its 95 % interval. Where the lines fall with"
                        + " thickness, the layer's own resistance or limiting current decides.");
        String spots = chart(
                figures,
                sweep,
                "hot-spots-against-thickness",
                "maximum / mean current at Li (–)",
                d -> d.hotSpot(HotSpotRow.LI_INTERFACE, "w200_max_over_mean"),
                List.of(new Level(1, "")),
                "Hot spots at the lithium face against thickness.",
                "Largest 200 nm window over the mean current, median and its 95 % interval. A thicker layer flattens the"
                        + " current that lithium sees.");
        String f2 = coincides(sweep)
                ? ""
                : chart(
                        figures,
                        sweep,
                        "griffith-against-thickness",
                        "critical current density, F2 (mA/cm²)",
                        d -> d.criticalCurrent(Hypothesis.SELF_CONSISTENT).median(),
                        List.of(),
                        "The fracture limit alone (F2) against thickness.",
                        "Crack extension from flaws without the other two modes.");
        String resistance = chart(
                figures,
                sweep,
                "resistance-against-thickness",
                "cell resistance (Ω cm²)",
                d -> new Interval(d.number("area_specific_resistance_ohm_cm2"), Double.NaN, Double.NaN, Double.NaN),
                List.of(),
                "What the layer costs: area-specific resistance of the cell.",
                "Median over the structures, both electrodes included.");
        String remark = coincides(sweep)
                ? Html.p("Crack extension decides for every layer of the sweep: F2 and F3 give the same medians.")
                : "";
        return Figures.beside(ccd, spots, f2, resistance) + remark + table(sweep);
    }

    /** Whether the fracture limit alone decides everywhere, so that a second picture would show nothing new. */
    private static boolean coincides(Sweep sweep) {
        return sweep.lines().values().stream().flatMap(List::stream).allMatch(design -> {
            double all = design.criticalCurrent(Hypothesis.COMPETING).median().median();
            double fracture =
                    design.criticalCurrent(Hypothesis.SELF_CONSISTENT).median().median();
            return Math.abs(all - fracture) <= 0.01 * all;
        });
    }

    private static String chart(
            Figures figures,
            Sweep sweep,
            String name,
            String axisTitle,
            Function<Design, Interval> value,
            List<Level> levels,
            String title,
            String reading) {
        List<Series> series = new ArrayList<>();
        Range x = new Range();
        Range y = new Range();
        for (Map.Entry<Double, List<Design>> line : sweep.lines().entrySet()) {
            List<Design> designs = line.getValue();
            double[] low = values(designs, d -> value.apply(d).low95());
            double[] high = values(designs, d -> value.apply(d).high95());
            for (Design design : designs) {
                x.include(design.thicknessUm());
                y.include(value.apply(design));
            }
            boolean banded = designs.stream().anyMatch(d -> value.apply(d).hasBounds());
            series.add(new Series(
                    Numbers.compact(line.getKey()) + " S/cm",
                    Style.series(series.size()),
                    values(designs, Design::thicknessUm),
                    values(designs, d -> value.apply(d).median()),
                    banded ? low : new double[0],
                    banded ? high : new double[0],
                    true));
        }
        if (!y.isKnown()) {
            return "";
        }
        levels.forEach(level -> y.include(level.value()));
        String svg = LineChart.draw(
                title, x.axis(THICKNESS), y.span() > 3 ? y.axis(axisTitle) : y.linearAxis(axisTitle), series, levels);
        return figures.add(name, svg, title, reading);
    }

    private static double[] values(List<Design> designs, ToDoubleFunction<Design> value) {
        return designs.stream().mapToDouble(value).toArray();
    }

    private static String table(Sweep sweep) {
        HtmlTable table = HtmlTable.ofManyNumbers(
                "All layers of the sweep: medians with the 95 % interval of the median",
                "thickness, conductivity",
                "completed / failed",
                "F3 (mA/cm²)",
                "with priors 95 %",
                "F2 (mA/cm²)",
                "max/mean at Li, 200 nm",
                "depth within 5 % (µm)",
                "cell ASR (Ω cm²)");
        for (List<Design> line : sweep.lines().values()) {
            for (Design design : line) {
                CriticalCurrent competing = design.criticalCurrent(Hypothesis.COMPETING);
                table.row(List.of(
                        Cell.of(Numbers.compact(design.thicknessUm()) + " µm, "
                                + Numbers.compact(design.conductivitySPerCm()) + " S/cm"),
                        Cell.of(design.completed() + " / " + design.failed()),
                        Phrases.cell(competing),
                        Cell.of(Phrases.range(competing.priorLow95(), competing.priorHigh95())),
                        Phrases.cell(design.criticalCurrent(Hypothesis.SELF_CONSISTENT)),
                        Phrases.cell(design.hotSpot(HotSpotRow.LI_INTERFACE, "w200_max_over_mean")),
                        Cell.of(Numbers.threeFigures(design.homogenizationDepthUm("within5"))),
                        Cell.of(Numbers.threeFigures(design.number("area_specific_resistance_ohm_cm2")))));
            }
        }
        return table.html()
                + Html.note("Depth: from the ceramic into the layer, where the largest 200 nm window comes"
                        + " within 5 % of the mean; a dash where it never does.");
    }
}
