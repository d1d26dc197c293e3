package org.grainflux.report.afm;

import java.util.List;
import java.util.Map;
import org.grainflux.report.page.Figures;
import org.grainflux.report.page.HtmlTable;
import org.grainflux.report.page.Page;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.afm.MapRow;
import org.grainflux.study.afm.TipFindings;
import org.grainflux.study.config.AfmStudy;
import org.grainflux.study.config.ValueSource;
import org.grainflux.study.run.RunFolder;

/** Writes {@code report.html} and {@code figures/*.svg} of a run of the tip. */
public final class AfmReport {
    private AfmReport() {}

    /** @return where the report lies, for a reader */
    public static String write(RunFolder folder, AfmStudy study, TipFindings findings, List<MapRow> maps) {
        Figures figures = new Figures();
        String page = page(study, findings, maps, figures);
        // Pictures first: a report never appears without them.
        for (Map.Entry<String, String> figure : figures.all().entrySet()) {
            folder.writeText(RunFolder.FIGURES + "/" + figure.getKey() + ".svg", figure.getValue());
        }
        folder.writeText(RunFolder.REPORT, page);
        return folder.location() + "/" + RunFolder.REPORT;
    }

    static String page(AfmStudy study, TipFindings findings, List<MapRow> maps, Figures figures) {
        String subtitle = study.electrolyte().name() + " · "
                + Numbers.count(findings.structures(), "grain structure", "grain structures") + " · "
                + Numbers.count(
                        findings.boundary().places() + findings.interior().places(), "place", "places")
                + " · seed " + study.seed();
        Page page = new Page("Conductive tip: " + study.name(), subtitle)
                .opening(TriggerSection.opening(study, findings))
                .section(
                        "trigger",
                        "Triggering bias",
                        TriggerSection.html(study, findings) + DistributionFigure.html(study, findings, figures))
                .section("distance", "Against the distance to a boundary", DistanceSection.html(findings, figures))
                .section("sizes", "Against the size of the electrode", SizeSection.html(study, findings, figures))
                .section("sweeps", "Current and bias", SweepSection.html(study, findings, figures));
        if (!maps.isEmpty()) {
            page.section("maps", "Maps", MapSection.html(study, findings, maps.get(0), figures));
        }
        if (findings.layer().isPresent()) {
            page.section("layer", "On the layer", TriggerSection.layer(study, findings));
        }
        return page.section("profiles", "Across a boundary", ProfileSection.html(study, findings, figures))
                .section("sources", "Sources", sources(study))
                .html();
    }

    private static String sources(AfmStudy study) {
        HtmlTable table = HtmlTable.ofTexts("Values and where they come from", "key", "value", "source");
        for (ValueSource source : study.sources()) {
            table.row(
                    source.key(),
                    source.value() + (source.unit().isEmpty() ? "" : " " + source.unit()),
                    (source.assumed() ? "assumed: " : "") + source.source());
        }
        return table.html();
    }
}
