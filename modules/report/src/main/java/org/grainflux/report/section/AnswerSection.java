package org.grainflux.report.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.grainflux.report.input.CriticalCurrent;
import org.grainflux.report.input.Design;
import org.grainflux.report.input.Hypothesis;
import org.grainflux.report.input.Interval;
import org.grainflux.report.input.Observation;
import org.grainflux.report.input.ReportInput;
import org.grainflux.report.input.Sweep;
import org.grainflux.report.page.Html;
import org.grainflux.report.text.Markup;
import org.grainflux.report.text.Numbers;

/** The answer before anything else: the critical current density of each design, in words and as tiles. */
public final class AnswerSection {
    private static final Hypothesis DEFAULT = Hypothesis.COMPETING;
    private static final int MOST_TILES = 6;

    private AnswerSection() {}

    public static String html(ReportInput input) {
        List<Design> designs = Sweep.of(input.designs()).others(input.designs());
        List<Design> answered = designs.stream()
                .filter(d -> d.criticalCurrent(DEFAULT).median().isKnown())
                .toList();
        Sweep sweep = Sweep.of(input.designs());
        if (input.designs().isEmpty()) {
            return "<p class=\"lead\">This run has no summary yet, so there is no prediction to show. Resume the run, then"
                    + " write the report again.</p>\n";
        }
        if (answered.isEmpty() && !sweep.exists()) {
            return "<p class=\"lead warning\">"
                    + (input.summary().completed() == 0
                            ? "No realization was completed, so there is no prediction. The reasons are listed below."
                            : "No design reached a finite critical current density: in the median no flaw can extend and"
                                    + " no other mode limits the current.")
                    + "</p>\n";
        }
        StringBuilder html = new StringBuilder("<p class=\"lead\">");
        html.append(values(input, answered));
        html.append(ratio(answered));
        html.append(sweepSentence(sweep));
        html.append(comparison(answered)).append("</p>\n");
        html.append("<div class=\"tiles\">\n");
        designs.stream().limit(MOST_TILES).forEach(d -> html.append(tile(d)));
        html.append("</div>\n");
        html.append(Html.note(
                "Large number: median over structures and flaws under the competing-modes hypothesis (F3), every"
                        + " material value at its median. CI: 95 % confidence interval of that median. Population: 2.5–97.5 %"
                        + " of structures and flaws. With priors: the material values vary as well, which is the range to compare"
                        + " with a measurement."));
        return html.toString();
    }

    private static String values(ReportInput input, List<Design> answered) {
        if (answered.isEmpty()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        for (Design design : answered) {
            Interval median = design.criticalCurrent(DEFAULT).median();
            parts.add("<b>" + Numbers.threeFigures(median.median()) + " mA/cm²</b> for "
                    + Markup.escape(design.label())
                    + interval(median));
        }
        int structures = input.summary().structureCount();
        String population = structures > 0
                ? "Over " + Numbers.count(structures, "random grain structure", "random grain structures") + ", the"
                : "The";
        return population + " predicted median critical current density is " + Phrases.list(parts) + ". ";
    }

    /** An interval without width says nothing: one limit decides in every structure. */
    private static String interval(Interval median) {
        return hasWidth(median.low95(), median.high95())
                ? " (95 % interval " + Numbers.range(median.low95(), median.high95()) + ")"
                : "";
    }

    /** Whether the ends differ in what is printed of them. */
    private static boolean hasWidth(double low, double high) {
        return !Double.isNaN(low)
                && !Double.isNaN(high)
                && !Numbers.threeFigures(low).equals(Numbers.threeFigures(high));
    }

    private static String ratio(List<Design> answered) {
        if (answered.size() < 2) {
            return "";
        }
        Design first = answered.get(0);
        Design best = answered.stream()
                .max(Comparator.comparingDouble(
                        d -> d.criticalCurrent(DEFAULT).median().median()))
                .orElseThrow();
        Interval ratio = best.ratioToBaseline(DEFAULT);
        if (best == first || !ratio.isKnown()) {
            return "";
        }
        return "On the same structures, " + Markup.escape(best.label()) + " carries "
                + Numbers.threeFigures(ratio.median()) + " times the current of " + Markup.escape(first.label())
                + (ratio.hasBounds() ? " (" + Numbers.range(ratio.low95(), ratio.high95()) + ")" : "") + ". ";
    }

    private static String sweepSentence(Sweep sweep) {
        List<Design> all = sweep.lines().values().stream()
                .flatMap(List::stream)
                .filter(d -> d.criticalCurrent(DEFAULT).median().isKnown())
                .toList();
        if (all.isEmpty()) {
            return "";
        }
        Design best = all.stream()
                .max(Comparator.comparingDouble(
                        d -> d.criticalCurrent(DEFAULT).median().median()))
                .orElseThrow();
        return "Across the " + all.size() + " layers of the sweep the highest median, <b>"
                + Numbers.threeFigures(best.criticalCurrent(DEFAULT).median().median())
                + " mA/cm²</b>, belongs to " + Numbers.compact(best.thicknessUm()) + " µm at "
                + Numbers.compact(best.conductivitySPerCm()) + " S/cm. ";
    }

    /** Published values against the prior-predictive interval, the one that contains what is unknown. */
    private static String comparison(List<Design> answered) {
        int compared = 0;
        List<String> outside = new ArrayList<>();
        for (Design design : answered) {
            CriticalCurrent current = design.criticalCurrent(DEFAULT);
            for (Observation observed : design.observed()) {
                if (Double.isNaN(current.priorLow95()) || Double.isNaN(current.priorHigh95())) {
                    continue;
                }
                compared++;
                boolean agrees = switch (observed.bound()) {
                    case EXACT -> observed.value() >= current.priorLow95() && observed.value() <= current.priorHigh95();
                    case UPPER -> current.priorLow95() < observed.value();
                    case LOWER -> current.priorHigh95() > observed.value();
                };
                if (!agrees) {
                    outside.add(Markup.escape(design.label()));
                }
            }
        }
        if (compared == 0) {
            return "";
        }
        if (outside.isEmpty()) {
            return compared == 1
                    ? "The published value agrees with the prior-predictive interval."
                    : "All " + compared + " published values agree with the prior-predictive intervals.";
        }
        return (compared - outside.size()) + " of " + Numbers.count(compared, "published value", "published values")
                + (compared - outside.size() == 1 ? " agrees" : " agree")
                + " with the prior-predictive intervals; not so " + Phrases.list(outside) + ".";
    }

    private static String tile(Design design) {
        CriticalCurrent current = design.criticalCurrent(DEFAULT);
        StringBuilder html = new StringBuilder("<div class=\"tile\"><h3>" + Markup.escape(design.label()) + "</h3>");
        if (design.completed() == 0) {
            return html + "<p>No realization was completed.</p></div>\n";
        }
        if (!current.median().isKnown()) {
            return html + "<p>No finite median: in most realizations nothing limits the current.</p></div>\n";
        }
        html.append("<p class=\"big\">")
                .append(Numbers.threeFigures(current.median().median()))
                .append(" <small>mA/cm²</small></p>");
        boolean spread = hasWidth(current.p2_5(), current.p97_5())
                || hasWidth(current.median().low95(), current.median().high95());
        if (spread) {
            line(html, "CI", current.median().low95(), current.median().high95());
            line(html, "population", current.p2_5(), current.p97_5());
        } else {
            html.append("<p>the same in every structure</p>");
        }
        line(html, "with priors", current.priorLow95(), current.priorHigh95());
        if (!design.observed().isEmpty()) {
            html.append("<p>observed ")
                    .append(Markup.escape(Phrases.observed(design.observed())))
                    .append("</p>");
        }
        return html.append("</div>\n").toString();
    }

    private static void line(StringBuilder html, String what, double low, double high) {
        if (!Double.isNaN(low) && !Double.isNaN(high)) {
            html.append("<p>")
                    .append(what)
                    .append(' ')
                    .append(Numbers.range(low, high))
                    .append("</p>");
        }
    }
}
