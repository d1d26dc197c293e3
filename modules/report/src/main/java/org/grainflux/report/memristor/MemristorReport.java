package org.grainflux.report.memristor;

import java.util.Map;
import java.util.Optional;
import org.grainflux.report.input.ReportInput.Fact;
import org.grainflux.report.input.RunFacts;
import org.grainflux.report.page.Figures;
import org.grainflux.report.page.Html;
import org.grainflux.report.page.HtmlTable;
import org.grainflux.report.page.Page;
import org.grainflux.report.section.FailureSection;
import org.grainflux.report.section.SourcesSection;
import org.grainflux.report.text.Markup;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.config.MemristorStudy;
import org.grainflux.study.run.RunFolder;

/** Writes {@code report.html} and {@code figures/*.svg} of a memristor run from its rows and its summary. */
public final class MemristorReport {
    private MemristorReport() {}

    /** @return where the report lies, for a reader */
    public static String write(RunFolder folder) {
        // 1. What the run left
        MemristorInput input = MemristorInput.read(folder);
        // 2. The page, whose sections number their figures as they come
        Figures figures = new Figures();
        String page = page(input, figures);
        // 3. Pictures first: a report never appears without them
        for (Map.Entry<String, String> figure : figures.all().entrySet()) {
            folder.writeText(RunFolder.FIGURES + "/" + figure.getKey() + ".svg", figure.getValue());
        }
        folder.writeText(RunFolder.REPORT, page);
        return folder.location() + "/" + RunFolder.REPORT;
    }

    private static String page(MemristorInput input, Figures figures) {
        MemristorStudy study = input.study();
        String subtitle = Numbers.count(study.devices(), "device", "devices") + " · "
                + Numbers.count(study.electrodes().size(), "electrode", "electrodes") + " · "
                + Numbers.count(study.protocols().size(), "protocol", "protocols") + " · "
                + Numbers.count(study.cycles(), "cycle", "cycles") + " · seed " + study.seed();
        Page page = new Page("Resistive switching: " + study.name(), subtitle)
                .opening(lead(input))
                .section("loops", "Current–voltage loops", LoopSection.html(input, figures))
                .section("endurance", "On/off ratio by electrode", EnduranceSection.html(input, figures))
                .section("set", "Where it sets", SetSection.html(input, figures))
                .section("forming", "Forming, and whether it can reset", FormingSection.html(input));
        if (!input.measurements().isEmpty()) {
            page.section("measured", "Beside measurements", MeasuredSection.html(input, figures));
        }
        return page.section("limits", "What this cannot explain", MemristorLimits.html(input))
                .section("failures", "Failures", failures(input))
                .section("sources", "Values and their sources", SourcesSection.values(study.sources()))
                .section("provenance", "Provenance", provenance(input))
                .html();
    }

    private static String lead(MemristorInput input) {
        StringBuilder html = new StringBuilder("<p class=\"lead\">");
        for (MemristorStudy.Protocol protocol : input.study().protocols()) {
            MemristorStudy.Design small =
                    new MemristorStudy.Design(input.study().electrodes().get(0), protocol);
            double set = input.number(small, "set_bias_V");
            double ratio = input.number(small, "on_off_ratio", "median");
            html.append("Under ").append(Markup.escape(protocol.name())).append(", ");
            html.append(Markup.escape(small.electrode().label()));
            html.append(
                    Double.isFinite(set)
                            ? " sets at <b>" + Numbers.threeFigures(set) + " V</b> in the median"
                            : " never sets");
            html.append(", with an on/off ratio of <b>")
                    .append(Numbers.threeFigures(ratio))
                    .append("</b>. ");
        }
        return html.append("</p>\n").toString();
    }

    private static String failures(MemristorInput input) {
        var counts = input.status().counts();
        String text =
                Html.p(Numbers.count(counts.completed(), "device life was completed", "device lives were completed")
                        + " (one device at one electrode under one protocol each), "
                        + Numbers.count(counts.failed(), "failed numerically", "failed numerically") + ", "
                        + Numbers.count(counts.aborted(), "was aborted", "were aborted")
                        + ". Lithium is balanced in each: charge against the volume of gap and neck, to 1e-6.");
        return input.failures().isEmpty()
                ? text
                : text + FailureSection.reasons(input.failures(), name -> name, "electrodes", "first device");
    }

    private static String provenance(MemristorInput input) {
        HtmlTable table = HtmlTable.ofTexts("This run", "what", "");
        String again = "grainflux memristor " + input.location() + "/" + RunFolder.STUDY + " --out DIR";
        for (Fact fact : RunFacts.of(
                input.status(),
                "devices × electrodes under protocols",
                Optional.of(Long.toString(input.study().seed())),
                input.location(),
                again)) {
            table.row(fact.label(), fact.text());
        }
        return table.html();
    }
}
