package org.grainflux.report;

import java.util.Map;
import org.grainflux.report.input.ReportInput;
import org.grainflux.report.input.ReportInputReader;
import org.grainflux.report.page.Figures;
import org.grainflux.report.page.Page;
import org.grainflux.report.section.AnswerSection;
import org.grainflux.report.section.CausesSection;
import org.grainflux.report.section.CheckSection;
import org.grainflux.report.section.CouplingSection;
import org.grainflux.report.section.CrackSection;
import org.grainflux.report.section.CriticalCurrentSection;
import org.grainflux.report.section.DimensionSection;
import org.grainflux.report.section.FailureSection;
import org.grainflux.report.section.FluxSection;
import org.grainflux.report.section.FollowedCrackSection;
import org.grainflux.report.section.HotSpotSection;
import org.grainflux.report.section.LimitsSection;
import org.grainflux.report.section.MicrostructureSection;
import org.grainflux.report.section.ProvenanceSection;
import org.grainflux.report.section.ScopeSection;
import org.grainflux.report.section.SourcesSection;
import org.grainflux.report.section.SweepSection;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.run.RunFolder;

/** Writes {@code report.html} and {@code figures/*.svg} into a run's folder from what the run left there. */
public final class ReportWriter {
    private ReportWriter() {}

    /**
     * @param location a local path or a URI that the Hadoop client understands
     * @return where the report lies, for a reader
     * @throws org.grainflux.core.InvalidInputException when the folder holds no run
     */
    public static String write(String location) {
        return write(RunFolder.at(location));
    }

    /** As {@link #write(String)}. */
    public static String write(RunFolder folder) {
        // 1. What the run left
        ReportInput input = ReportInputReader.read(folder);
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

    static String page(ReportInput input, Figures figures) {
        String study = input.summary().study().isEmpty()
                ? input.study().map(StudyConfig::name).orElse("a run without summary")
                : input.summary().study();
        Page page = new Page("Critical current density: " + study, subtitle(input)).opening(AnswerSection.html(input));
        page.section("ccd", "Critical current density by design", CriticalCurrentSection.html(input, figures));
        String sweep = SweepSection.html(input, figures);
        if (!sweep.isEmpty()) {
            page.section("sweep", "Thickness and conductivity of the layer", sweep);
        }
        page.section("flux", "Inside one structure", FluxSection.html(input, figures))
                .section("hot-spots", "Hot spots", HotSpotSection.html(input, figures));
        String dimensions = DimensionSection.html(input, figures);
        if (!dimensions.isEmpty()) {
            page.section("dimensions", "Plane against volume", dimensions);
        }
        page.section("causes", "What decides", CausesSection.html(input, figures));
        String cracks = CrackSection.html(input, figures);
        if (!cracks.isEmpty()) {
            page.section("cracks", "Where cracks run", cracks);
        }
        String followed = FollowedCrackSection.html(input, figures);
        if (!followed.isEmpty()) {
            page.section("extension", "Cracks followed with the solved stress", followed);
        }
        String coupled = CouplingSection.html(input);
        if (!coupled.isEmpty()) {
            page.section("coupled", "Flux, contact and stress together", coupled);
        }
        String checks = CheckSection.html(input);
        if (!checks.isEmpty()) {
            page.section("checks", "Consistency checks", checks);
        }
        return page.section("scope", "Protocol and electrode area", ScopeSection.html(input))
                .section("structures", "Structures and contact", MicrostructureSection.html(input, figures))
                .section("failures", "Failures", FailureSection.html(input))
                .section("sources", "What was computed, and from which sources", SourcesSection.html(input))
                .section("limits", "Known limits", LimitsSection.html(input))
                .section("provenance", "Provenance", ProvenanceSection.html(input))
                .html();
    }

    private static String subtitle(ReportInput input) {
        int structures = input.summary().structureCount();
        return input.study().map(s -> s.electrolyte().name() + " · ").orElse("")
                + Numbers.count(structures, "grain structure", "grain structures") + " · "
                + Numbers.count(input.designs().size(), "interface design", "interface designs") + " · seed "
                + input.study().map(s -> Long.toString(s.seed())).orElse("unknown");
    }
}
