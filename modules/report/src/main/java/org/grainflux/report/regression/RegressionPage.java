package org.grainflux.report.regression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.grainflux.report.page.Figures;
import org.grainflux.report.page.Html;
import org.grainflux.report.page.HtmlTable;
import org.grainflux.report.page.HtmlTable.Cell;
import org.grainflux.report.page.Page;
import org.grainflux.report.text.Markup;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.regression.Cost;
import org.grainflux.study.regression.Finding;
import org.grainflux.study.regression.Finding.Against;
import org.grainflux.study.regression.Outcome;
import org.grainflux.study.regression.Reference.Tier;

/** The outcomes as a page: what differs first, then every reference with its values and its field. */
final class RegressionPage {
    /** Findings of a reference that agrees: those nearest to their tolerance. */
    private static final int MOST_AGREEING = 6;

    private static final int MOST_DIFFERING = 40;

    private final RegressionRun run;
    private final Figures figures = new Figures();

    private RegressionPage(RegressionRun run) {
        this.run = run;
    }

    static String of(RegressionRun run) {
        return new RegressionPage(run).html();
    }

    private String html() {
        Page page = new Page("References", subtitle()).opening(opening());
        page.section("overview", "Overview", overview());
        List<Outcome> ordered = new ArrayList<>(run.outcomes());
        ordered.sort(Comparator.comparing(Outcome::agrees));
        for (Outcome outcome : ordered) {
            page.section(outcome.reference().name(), outcome.reference().name(), section(outcome));
        }
        return page.section("cost", "Time and memory", CostSection.html(run, figures))
                .section("provenance", "Provenance", provenance())
                .html();
    }

    private String subtitle() {
        long structures = run.outcomes().stream()
                .mapToLong(outcome -> outcome.reference().study().realizations())
                .sum();
        return Numbers.count(run.outcomes().size(), "reference", "references") + " · "
                + Numbers.count(structures, "structure", "structures");
    }

    private String opening() {
        boolean warning = run.differing() > 0 && run.accepted().isEmpty();
        return "<p class=\"lead" + (warning ? " warning" : "") + "\">" + Markup.escape(run.verdict()) + "</p>\n"
                + Html.note(
                        "The exact tier holds single structures to a tolerance for each quantity; the statistical tier"
                                + " asks that the 95 % intervals of a population's medians overlap; the summary tier holds every entry of a study's"
                                + " summary to a tolerance. A value that is known without"
                                + " this program is held to that as well. Nothing timed decides.");
    }

    private String overview() {
        HtmlTable table = HtmlTable.ofTexts(
                "References, each with the quantity that is furthest beyond, or nearest to, its tolerance",
                "reference",
                "state",
                "quantity and place",
                "was → is",
                "difference",
                "over what is allowed");
        for (Outcome outcome : run.outcomes()) {
            Finding worst = outcome.worst().orElse(null);
            table.row(List.of(
                    new Cell(
                            outcome.reference().name(),
                            outcome.reference().tier().name().toLowerCase(Locale.ROOT)),
                    Cell.of(RegressionRun.state(outcome)),
                    worst == null ? Cell.of(outcome.failure()) : new Cell(worst.quantity(), worst.where()),
                    worst == null ? Cell.of("") : new Cell(worst.was(), worst.is()),
                    worst == null ? Cell.of("") : new Cell(worst.difference(), "allowed " + worst.allowed()),
                    Cell.of(worst == null ? "" : RegressionRun.share(worst.excess()))));
        }
        return table.html();
    }

    private String section(Outcome outcome) {
        StringBuilder html = new StringBuilder(Html.p(outcome.reference().description()));
        if (!outcome.failure().isEmpty()) {
            return html.append("<p class=\"warning\">Not computed: ")
                    .append(Markup.escape(outcome.failure()))
                    .append("</p>\n")
                    .toString();
        }
        html.append(findings(outcome, Against.GOLDEN, "Against what was accepted"));
        html.append(findings(outcome, Against.KNOWN, "Against what is known without this program"));
        html.append(
                outcome.reference().tier() == Tier.EXACT
                        ? FieldFigures.html(outcome, figures)
                        : PopulationFigure.html(outcome, figures));
        return html.toString();
    }

    private static String findings(Outcome outcome, Against against, String caption) {
        List<Finding> all = outcome.findings().stream()
                .filter(finding -> finding.against() == against)
                .sorted(Comparator.comparingDouble(Finding::excess).reversed())
                .toList();
        if (all.isEmpty()) {
            return "";
        }
        long differing = all.stream().filter(finding -> !finding.agrees()).count();
        int shown = (int) Math.min(all.size(), differing == 0 ? MOST_AGREEING : Math.min(differing, MOST_DIFFERING));
        HtmlTable table = HtmlTable.ofTexts(
                caption + ": "
                        + (differing == 0
                                ? "all " + all.size() + " values agree"
                                : differing + " of " + all.size() + " values differ")
                        + (shown < all.size()
                                ? "; shown are the " + shown
                                        + (differing == 0 ? " nearest to their tolerance" : " furthest beyond it")
                                : ""),
                "quantity",
                "was",
                "is",
                "difference",
                "allowed",
                "because");
        for (Finding finding : all.subList(0, shown)) {
            table.row(List.of(
                    new Cell(finding.quantity(), finding.where()),
                    Cell.of(finding.was()),
                    Cell.of(finding.is()),
                    new Cell(finding.difference(), RegressionRun.share(finding.excess()) + " of the allowed"),
                    Cell.of(finding.allowed()),
                    Cell.of(finding.reason())));
        }
        return table.html();
    }

    private String provenance() {
        HtmlTable table = HtmlTable.ofTexts("Versions", "of", "version");
        run.versions().forEach(table::row);
        double wall = run.outcomes().stream()
                .map(Outcome::cost)
                .mapToDouble(Cost::wallS)
                .sum();
        return table.html()
                + Html.note(String.format(Locale.ROOT, "All references took %.1f s on %s.", wall, run.machine()));
    }
}
