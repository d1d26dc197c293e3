package org.grainflux.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.grainflux.report.input.ReportInput;
import org.grainflux.report.page.Html;
import org.grainflux.report.page.HtmlTable;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.results.LedgerRow;

/** Realizations that gave no result, by reason; they are counted, never dropped in silence. */
public final class FailureSection {
    private static final int LONGEST_MESSAGE = 240;

    private FailureSection() {}

    public static String html(ReportInput input) {
        int completed = input.summary().completed();
        int failed = input.summary().failed();
        int aborted = input.summary().aborted();
        String counts = Numbers.count(completed, "realization was completed", "realizations were completed")
                + " (one structure under one design each), "
                + Numbers.count(failed, "failed numerically", "failed numerically") + ", "
                + Numbers.count(aborted, "was aborted", "were aborted") + ".";
        String missing = missing(input);
        if (input.failures().isEmpty()) {
            return Html.p(counts) + missing;
        }
        return Html.p(counts)
                + missing
                + reasons(input.failures(), input::labelOf, "designs", "first structure")
                + Html.note("A numerical failure is final and counted beside every statistic; an aborted realization is"
                        + " tried again when the run is resumed.");
    }

    /**
     * A table of what has no result.
     *
     * @param designs heading of the designs
     * @param structure heading of the first structure
     */
    public static String reasons(
            List<LedgerRow> failures, UnaryOperator<String> labelOf, String designs, String structure) {
        TreeMap<String, List<LedgerRow>> byReason = new TreeMap<>();
        failures.forEach(row -> byReason.computeIfAbsent(
                        row.state() + ": " + Phrases.words(row.reason().toLowerCase(Locale.ROOT)),
                        k -> new ArrayList<>())
                .add(row));
        HtmlTable table = HtmlTable.ofTexts(
                "Realizations without a result", "reason", "count", designs, structure, "its message");
        byReason.forEach((reason, rows) -> {
            LedgerRow first = rows.get(0);
            List<String> names = rows.stream()
                    .map(row -> labelOf.apply(row.design()))
                    .distinct()
                    .toList();
            String message = first.message().length() > LONGEST_MESSAGE
                    ? first.message().substring(0, LONGEST_MESSAGE) + " …"
                    : first.message();
            table.row(
                    reason,
                    Integer.toString(rows.size()),
                    names.size() > 4 ? names.size() + " " + designs : String.join(", ", names),
                    Integer.toString(first.structureIndex()),
                    message);
        });
        return table.html();
    }

    /** No statistic stands on them, so each is named. */
    private static String missing(ReportInput input) {
        HtmlTable table = HtmlTable.ofTexts("Realizations that are missing", "design", "structures");
        input.designs().stream()
                .filter(design -> !design.missingStructures().isEmpty())
                .forEach(design -> table.row(design.label(), design.missingStructures()));
        return table.isEmpty() ? "" : table.html();
    }
}
