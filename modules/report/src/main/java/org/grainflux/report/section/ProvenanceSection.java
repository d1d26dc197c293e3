package org.grainflux.report.section;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.grainflux.report.input.ReportInput;
import org.grainflux.report.page.Html;
import org.grainflux.report.page.HtmlTable;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.results.TimingRow;

/** Which program, study and machine made the numbers, and how long each stage took. */
public final class ProvenanceSection {
    private ProvenanceSection() {}

    public static String html(ReportInput input) {
        HtmlTable table = HtmlTable.ofTexts("This run", "what", "");
        input.provenance().forEach(fact -> table.row(fact.label(), fact.text()));
        return table.html() + timings(input.timings());
    }

    private static String timings(List<TimingRow> timings) {
        if (timings.isEmpty()) {
            return "";
        }
        HtmlTable table = HtmlTable.ofNumbers(
                "Seconds per structure by stage, " + timings.size() + " structures, median "
                        + Numbers.count(Math.round(median(timings, TimingRow::unknowns)), "unknown", "unknowns"),
                "stage",
                "median",
                "longest");
        row(table, timings, "generate the structure", TimingRow::generateS);
        row(table, timings, "mesh", TimingRow::meshS);
        row(table, timings, "assemble", TimingRow::assembleS);
        row(table, timings, "make an iterative solver ready", TimingRow::setUpS);
        row(table, timings, "solve or condense", TimingRow::solveS);
        row(table, timings, "all designs", TimingRow::designsS);
        row(table, timings, "hot spots, contact, fracture", TimingRow::checkS);
        if (timings.stream().anyMatch(row -> row.elasticS() > 0)) {
            row(table, timings, "stiffness with open flaws, factored", TimingRow::elasticS);
            row(table, timings, "flux, contact and stress coupled", TimingRow::coupleS);
        }
        if (timings.stream().anyMatch(row -> row.extendSetUpS() > 0)) {
            row(table, timings, "cracks: mesh and factor", TimingRow::extendSetUpS);
            row(table, timings, "cracks: steps", TimingRow::extendS);
        }
        row(table, timings, "total", TimingRow::totalS);
        String solvers = timings.stream()
                .map(TimingRow::solver)
                .filter(solver -> !solver.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        return table.html() + (solvers.isEmpty() ? "" : Html.note("Solved by: " + solvers + "."));
    }

    private static void row(HtmlTable table, List<TimingRow> rows, String stage, ToDoubleFunction<TimingRow> seconds) {
        double longest = rows.stream()
                .mapToDouble(seconds)
                .boxed()
                .max(Comparator.naturalOrder())
                .orElse(Double.NaN);
        table.row(stage, Numbers.threeFigures(median(rows, seconds)), Numbers.threeFigures(longest));
    }

    private static double median(List<TimingRow> rows, ToDoubleFunction<TimingRow> value) {
        double[] sorted = rows.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
