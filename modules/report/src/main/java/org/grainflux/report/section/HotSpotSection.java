package org.grainflux.report.section;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.grainflux.report.figure.BoxChart;
import org.grainflux.report.figure.Style;
import org.grainflux.report.input.Design;
import org.grainflux.report.input.Interval;
import org.grainflux.report.input.ReportInput;
import org.grainflux.report.input.Sweep;
import org.grainflux.report.page.Figures;
import org.grainflux.report.page.Html;
import org.grainflux.report.page.HtmlTable;
import org.grainflux.report.page.HtmlTable.Cell;
import org.grainflux.report.text.Markup;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.results.ConvergenceRow;
import org.grainflux.study.results.HotSpotRow;

/** Hot spots of the population at both faces, and how far the mesh may be trusted. */
public final class HotSpotSection {
    /** Beyond this relative error a figure still depends on the mesh, and the reader must be told. */
    private static final double UNRESOLVED = 0.1;

    private HotSpotSection() {}

    public static String html(ReportInput input, Figures figures) {
        List<Design> designs = Sweep.apart(input.designs());
        StringBuilder html = new StringBuilder(
                Html.p("Currents are averaged over a window along the interface before the maximum is taken, because"
                        + " the current is singular where an oblique boundary meets an electrode: the plain maximum of"
                        + " a mesh grows with refinement and means nothing. The 1 µm window is as long as a typical"
                        + " flaw."));
        Window window = Window.drawn(input);
        html.append(Figures.beside(
                distribution(
                        input,
                        designs,
                        figures,
                        HotSpotRow.ELECTROLYTE_INTERFACE,
                        window,
                        "hot-spots-electrolyte",
                        "Hot spots at the ceramic's surface.",
                        "Each dot is one electrode of one structure: its largest " + window.name
                                + " window over its mean. Box: quartiles; dark line: median."),
                distribution(
                        input,
                        designs,
                        figures,
                        HotSpotRow.LI_INTERFACE,
                        window,
                        "hot-spots-li",
                        "Hot spots as lithium sees them.",
                        "The same at the lithium face. Only a layer makes the two differ.")));
        html.append(table(designs));
        html.append(convergence(input));
        html.append(reduction(input));
        return html.toString();
    }

    private static String distribution(
            ReportInput input,
            List<Design> designs,
            Figures figures,
            String face,
            Window window,
            String name,
            String title,
            String reading) {
        List<BoxChart.Row> rows = new ArrayList<>();
        // One axis for both faces, so that the pictures can be compared.
        Range range = new Range();
        range.include(1);
        for (int d = 0; d < designs.size(); d++) {
            double[] values = maxima(input, designs.get(d), face, window);
            if (values.length > 0) {
                rows.add(new BoxChart.Row(designs.get(d).label(), Style.series(d), values));
            }
            range.include(maxima(input, designs.get(d), HotSpotRow.LI_INTERFACE, window));
            range.include(maxima(input, designs.get(d), HotSpotRow.ELECTROLYTE_INTERFACE, window));
        }
        if (rows.isEmpty()) {
            return "";
        }
        String axis = "maximum / mean current, " + window.name + " window (–)";
        String svg = BoxChart.draw(title, range.span() > 5 ? range.axis(axis) : range.linearFromOne(axis), rows);
        return figures.add(name, svg, title, reading);
    }

    /** The window whose maxima are drawn: 200 nm, or the shortest after it that is resolved at some ceramic's surface. */
    private enum Window {
        W200("200 nm", HotSpotRow::w200MaxOverMean),
        W500("500 nm", HotSpotRow::w500MaxOverMean),
        W1000("1 µm", HotSpotRow::w1000MaxOverMean);

        private final String name;
        private final ToDoubleFunction<HotSpotRow> value;

        Window(String name, ToDoubleFunction<HotSpotRow> value) {
            this.name = name;
            this.value = value;
        }

        static Window drawn(ReportInput input) {
            for (Window window : values()) {
                if (input.hotSpots().stream()
                        .anyMatch(row -> row.face().equals(HotSpotRow.ELECTROLYTE_INTERFACE)
                                && !Double.isNaN(window.value.applyAsDouble(row)))) {
                    return window;
                }
            }
            return W200;
        }
    }

    private static double[] maxima(ReportInput input, Design design, String face, Window window) {
        return input.hotSpots().stream()
                .filter(row -> row.design().equals(design.name()) && row.face().equals(face))
                .mapToDouble(window.value)
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    private static String table(List<Design> designs) {
        List<String> headers = new ArrayList<>(List.of("design", "face"));
        HotSpotFigure.all().forEach(figure -> headers.add(figure.header()));
        headers.add("mesh error");
        HtmlTable table = HtmlTable.ofNumbers(
                "Hot spots: medians over the electrodes, below them the 95 % interval of the median",
                headers.toArray(String[]::new));
        List<String> unresolved = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>();
        for (Design design : designs) {
            for (String face : List.of(HotSpotRow.LI_INTERFACE, HotSpotRow.ELECTROLYTE_INTERFACE)) {
                if (!design.hasIonicLayer() && face.equals(HotSpotRow.LI_INTERFACE)) {
                    continue;
                }
                List<Cell> cells = new ArrayList<>();
                cells.add(Cell.of(design.label()));
                cells.add(Cell.of(faceName(design, face)));
                boolean any = false;
                double mesh = -1;
                for (HotSpotFigure figure : HotSpotFigure.values()) {
                    Interval value = design.hotSpot(face, figure.key());
                    any |= value.isKnown();
                    String reason = design.unresolved(face, figure.key());
                    if (!reason.isEmpty()) {
                        missing.add(reason);
                    }
                    cells.add(Phrases.cell(figure == HotSpotFigure.COV_W200 ? inPercent(value) : value));
                    mesh = Double.isNaN(value.meshError()) ? mesh : Math.max(mesh, value.meshError());
                }
                cells.add(Cell.of(mesh < 0 ? Numbers.NONE : meshError(mesh)));
                if (mesh > UNRESOLVED) {
                    unresolved.add(design.label() + " at " + faceName(design, face));
                }
                if (any) {
                    table.row(cells);
                }
            }
        }
        return table.isEmpty()
                ? Html.p("There are no hot-spot figures in this run's summary.")
                : table.html()
                        + warning(unresolved)
                        + missing(missing)
                        + Html.note(
                                "CoV: standard deviation of the windowed current over its mean. Grain: averages over"
                                        + " the contact of one grain. Mesh error: largest Richardson estimate of all columns over"
                                        + " the realizations solved on three meshes. Grain max/min is undefined where a grain carries"
                                        + " no net current.");
    }

    private static String missing(Set<String> reasons) {
        return reasons.isEmpty()
                ? ""
                : Html.note(
                        "A dash in the table is a figure that the mesh does not resolve or that is undefined. Left out: "
                                + String.join("; ", reasons) + ".");
    }

    private static String warning(List<String> unresolved) {
        return unresolved.isEmpty()
                ? ""
                : "<p class=\"warning\">Some figures still depend on the mesh, with an estimated error above "
                        + Numbers.percent(UNRESOLVED) + ": "
                        + Markup.escape(Phrases.list(unresolved))
                        + ". Read them as an order of magnitude; the table of mesh convergence says which.</p>\n";
    }

    private static Interval inPercent(Interval value) {
        return new Interval(100 * value.median(), 100 * value.low95(), 100 * value.high95(), value.meshError());
    }

    private static String meshError(double fraction) {
        return fraction < 5e-4 ? "< 0.1 %" : Numbers.compact(Math.round(fraction * 1000) / 10.0) + " %";
    }

    private static String faceName(Design design, String face) {
        if (!design.hasIonicLayer()) {
            return "Li | ceramic";
        }
        return face.equals(HotSpotRow.LI_INTERFACE) ? "Li | layer" : "layer | ceramic";
    }

    private static String reduction(ReportInput input) {
        JsonNode reduction = input.summary().at("reduction");
        if (reduction.isMissingNode()) {
            return "";
        }
        return Html.note(reduction.path("reduced").asInt() + " of "
                + reduction.path("cells").asInt()
                + " cells were answered by a reduced model of their structure; its largest estimate of the error of a local"
                + " current is "
                + Numbers.threeFigures(
                        100 * reduction.path("largest_current_error_estimate").asDouble())
                + " % of the mean (numerics.reduction_tolerance in the study file).");
    }

    private static String convergence(ReportInput input) {
        if (input.convergence().isEmpty()) {
            return Html.h3("Mesh convergence")
                    + Html.p("No realization was solved on three meshes, so there is no error estimate"
                            + " (numerics.convergence_samples in the study file).");
        }
        Map<String, List<ConvergenceRow>> groups = new LinkedHashMap<>();
        for (ConvergenceRow row : input.convergence()) {
            groups.computeIfAbsent(metricName(row.metric()), k -> new ArrayList<>())
                    .add(row);
        }
        HtmlTable table = HtmlTable.ofNumbers(
                "Mesh convergence: the realization with the largest error estimate of each figure, on three meshes",
                "figure",
                "design, structure",
                "coarse",
                "medium",
                "fine (used)",
                "extrapolated",
                "order",
                "relative error",
                "monotone");
        groups.forEach((metric, rows) -> {
            ConvergenceRow worst = rows.stream()
                    .max(Comparator.comparingDouble(
                            row -> Double.isNaN(row.relativeError()) ? -1 : Math.abs(row.relativeError())))
                    .orElseThrow();
            long monotone = rows.stream().filter(ConvergenceRow::asymptotic).count();
            table.row(
                    metric,
                    input.labelOf(worst.design()) + ", " + worst.structureIndex(),
                    fiveFigures(worst.coarse()),
                    fiveFigures(worst.medium()),
                    fiveFigures(worst.fine()),
                    fiveFigures(worst.extrapolated()),
                    worst.asymptotic() ? Numbers.threeFigures(worst.observedOrder()) : Numbers.NONE,
                    Double.isNaN(worst.relativeError()) ? Numbers.NONE : meshError(Math.abs(worst.relativeError())),
                    monotone + " of " + rows.size());
        });
        return table.html()
                + Html.note("Each mesh halves the element size of the one before. Monotone: in how many cases the three"
                        + " values converge as Richardson's estimate assumes; elsewhere the estimate is only a hint.");
    }

    /** The table of convergence may name a figure by its column or by its key. */
    static String metricName(String metric) {
        if (metric.startsWith("effectiveConductivity") || metric.startsWith("effective_conductivity")) {
            return "effective conductivity (S/cm)";
        }
        String key = metric.contains("_")
                ? metric
                : metric.replace("covW200", "cov_w200")
                        .replace("MaxOver", "_max_over_")
                        .replace("_Mean", "_mean")
                        .replace("_Min", "_min")
                        .replace("grainAverage", "grain_average");
        return HotSpotFigure.all()
                .filter(figure -> figure.key().equals(key))
                .map(HotSpotFigure::fullName)
                .findFirst()
                .orElseGet(() -> Phrases.words(key));
    }

    private static String fiveFigures(double value) {
        if (!Double.isFinite(value)) {
            return Numbers.threeFigures(value);
        }
        return Math.abs(value) >= 0.01 && Math.abs(value) < 1000
                ? String.format(java.util.Locale.ROOT, "%.4f", value)
                : Numbers.threeFigures(value);
    }
}
