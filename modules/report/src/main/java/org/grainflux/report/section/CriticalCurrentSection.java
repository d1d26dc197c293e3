package org.grainflux.report.section;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.report.figure.IntervalChart;
import org.grainflux.report.figure.IntervalChart.Bound;
import org.grainflux.report.figure.IntervalChart.Key;
import org.grainflux.report.figure.IntervalChart.Mark;
import org.grainflux.report.figure.IntervalChart.Observed;
import org.grainflux.report.figure.IntervalChart.Row;
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
import org.grainflux.report.text.Markup;
import org.grainflux.report.text.Numbers;

/** Critical current density against design: figures, the table of hypotheses, and what each assumes. */
public final class CriticalCurrentSection {
    private static final String AXIS = "critical current density (mA/cm²)";

    private CriticalCurrentSection() {}

    public static String html(ReportInput input, Figures figures) {
        List<Design> designs = Sweep.of(input.designs()).others(input.designs());
        List<Design> shown =
                designs.stream().filter(CriticalCurrentSection::hasAnyValue).toList();
        StringBuilder html = new StringBuilder();
        if (shown.isEmpty()) {
            html.append(Html.p("There is no critical current density to show for single designs."));
        } else {
            html.append(Figures.beside(defaultFigure(shown, figures), hypothesesFigure(shown, figures)));
        }
        html.append(table(designs.isEmpty() ? input.designs() : designs));
        html.append(Html.h3("What each hypothesis assumes"));
        html.append("<div class=\"cards\">\n");
        for (Hypothesis hypothesis : Hypothesis.tableOrder()) {
            html.append("<div class=\"card\"><h3>")
                    .append(Markup.escape(hypothesis.code() + ": " + hypothesis.title()))
                    .append("<span class=\"badge ")
                    .append(hypothesis.standing().startsWith("calibrated") ? "calibrated" : "predicted")
                    .append("\">")
                    .append(Markup.escape(hypothesis.standing()))
                    .append("</span></h3><p>")
                    .append(Markup.escape(hypothesis.assumption()))
                    .append("</p></div>\n");
        }
        html.append("</div>\n");
        html.append(Html.note("Hot spots, conductivities and homogenization depths in this report are predicted;"
                + " agreement of a calibrated row with the value it was calibrated to is a consistency check, not"
                + " evidence."));
        return html.toString();
    }

    private static boolean hasAnyValue(Design design) {
        for (Hypothesis hypothesis : Hypothesis.values()) {
            if (design.criticalCurrent(hypothesis).median().isKnown()) {
                return true;
            }
        }
        return false;
    }

    private static String defaultFigure(List<Design> designs, Figures figures) {
        Style style = Style.series(0);
        List<Row> rows = new ArrayList<>();
        Range range = new Range();
        for (Design design : designs) {
            CriticalCurrent current = design.criticalCurrent(Hypothesis.COMPETING);
            range.include(current);
            range.include(design.observed());
            rows.add(new Row(
                    design.label(),
                    number(current),
                    List.of(new Mark(
                            style,
                            valueOf(current),
                            current.median().low95(),
                            current.median().high95(),
                            current.p2_5(),
                            current.p97_5(),
                            current.priorLow95(),
                            current.priorHigh95())),
                    observed(design)));
        }
        String svg = IntervalChart.draw(
                "Critical current density of each design with intervals and published values",
                range.axis(AXIS),
                List.of(new Key("median", style)),
                rows,
                true);
        return figures.add(
                "ccd-by-design",
                svg,
                "Critical current density against design, competing modes (F3).",
                hasObservations(designs)
                        ? "Logarithmic axis. Compare the published values (diamond; an arrow for a bound) with the pale"
                                + " band, in which material values vary as well as structures and flaws."
                        : "Logarithmic axis. In the pale band material values vary as well as structures and flaws.");
    }

    private static boolean hasObservations(List<Design> designs) {
        return designs.stream().anyMatch(design -> !design.observed().isEmpty());
    }

    private static String number(CriticalCurrent current) {
        return current.median().isKnown()
                ? Numbers.threeFigures(current.median().median())
                : "";
    }

    private static String hypothesesFigure(List<Design> designs, Figures figures) {
        List<Key> keys = new ArrayList<>();
        List<Hypothesis> order = Hypothesis.tableOrder();
        for (int h = 0; h < order.size(); h++) {
            keys.add(new Key(order.get(h).code(), Style.series(h)));
        }
        Range range = new Range();
        List<Row> rows = new ArrayList<>();
        for (Design design : designs) {
            List<Mark> marks = new ArrayList<>();
            for (int h = 0; h < order.size(); h++) {
                CriticalCurrent current = design.criticalCurrent(order.get(h));
                range.include(current.median());
                range.include(current.p2_5());
                range.include(current.p97_5());
                marks.add(new Mark(
                        Style.series(h),
                        valueOf(current),
                        current.median().low95(),
                        current.median().high95(),
                        current.p2_5(),
                        current.p97_5(),
                        Double.NaN,
                        Double.NaN));
            }
            range.include(design.observed());
            rows.add(new Row(design.label(), "", marks, observed(design)));
        }
        String svg = IntervalChart.draw(
                "Critical current density of each design under four readings of the hypotheses",
                range.axis(AXIS),
                keys,
                rows,
                false);
        return figures.add(
                "ccd-by-hypothesis",
                svg,
                "The same designs under every hypothesis.",
                "Marker: median; thick bar: its 95 % interval; thin line: 95 % of structures and flaws."
                        + (hasObservations(designs)
                                ? " A hypothesis is worth keeping only if its markers follow the published values from design to"
                                        + " design."
                                : ""));
    }

    /** An infinite value stands for a median that exists but has no finite bound. */
    private static double valueOf(CriticalCurrent current) {
        return !current.median().isKnown() && current.censored() > 0
                ? Double.POSITIVE_INFINITY
                : current.median().median();
    }

    private static List<Observed> observed(Design design) {
        return design.observed().stream()
                .map(o -> new Observed(o.value(), Bound.valueOf(o.bound().name())))
                .toList();
    }

    private static String table(List<Design> designs) {
        HtmlTable table = HtmlTable.ofNumbers(
                "Critical current density in mA/cm²: median, below it the 95 % interval of the median",
                "design",
                "completed / failed",
                "F3, competing",
                "population 95 %",
                "with priors 95 %",
                "F1, k quoted",
                "F1, k computed",
                "F2, self-consistent",
                "F3 over first design",
                "observed");
        for (Design design : designs) {
            CriticalCurrent competing = design.criticalCurrent(Hypothesis.COMPETING);
            table.row(List.of(
                    new Cell(design.label(), ""),
                    new Cell(
                            design.completed() + " / " + design.failed(),
                            competing.censored() > 0 ? competing.censored() + " off the ramp" : ""),
                    Phrases.cell(competing),
                    Cell.of(Phrases.range(competing.p2_5(), competing.p97_5())),
                    Cell.of(Phrases.range(competing.priorLow95(), competing.priorHigh95())),
                    Phrases.cell(design.criticalCurrent(Hypothesis.PAPER_QUOTED)),
                    Phrases.cell(design.criticalCurrent(Hypothesis.PAPER_PREDICTED)),
                    Phrases.cell(design.criticalCurrent(Hypothesis.SELF_CONSISTENT)),
                    Phrases.cell(ratio(design)),
                    Cell.of(design.observed().isEmpty() ? Numbers.NONE : Phrases.observed(design.observed()))));
        }
        return table.html()
                + Html.note(
                        "Off the ramp: some value of the realization lies outside the current ramp of the protocol, or no"
                                + " flaw of it can extend; it counts in the median as it is. A dash: no finite number.");
    }

    private static Interval ratio(Design design) {
        return design.ratioToBaseline(Hypothesis.COMPETING);
    }
}
