package org.grainflux.report.section;

import java.util.List;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.report.input.Design;
import org.grainflux.report.input.Observation;
import org.grainflux.report.input.ReportInput;
import org.grainflux.report.page.Html;
import org.grainflux.report.page.HtmlTable;
import org.grainflux.report.page.HtmlTable.Cell;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.config.ValueSource;

/** What was computed and where every value comes from. */
public final class SourcesSection {
    private SourcesSection() {}

    public static String html(ReportInput input) {
        StringBuilder html = new StringBuilder();
        html.append(input.study()
                .map(SourcesSection::computed)
                .orElse(Html.p("The run's study file could not be read, so the sources of its values are not shown.")));
        html.append(observations(input));
        html.append(input.study().map(study -> values(study.sources())).orElse(""));
        return html.toString();
    }

    private static String computed(StudyConfig study) {
        MicrostructureSpec spec = study.microstructure();
        StringBuilder size = new StringBuilder();
        for (double edge : spec.sizeM()) {
            size.append(size.length() == 0 ? "" : " × ").append(Numbers.compact(edge / LaboratoryUnits.MICROMETRE_M));
        }
        StringBuilder html = new StringBuilder();
        if (study.description() != null && !study.description().isBlank()) {
            html.append(Html.p(study.description() + (study.description().endsWith(".") ? "" : ".")));
        }
        html.append(Html.p("Each of " + Numbers.count(study.realizations(), "structure", "structures") + " is a "
                + (spec.dimension() == 2 ? "plane" : "three-dimensional") + " cell of " + size + " µm with grains of "
                + Numbers.compact(spec.grainSizeM() / LaboratoryUnits.MICROMETRE_M) + " µm ("
                + origin(study)
                + "), at "
                + Numbers.compact(Math.round(10 * (study.temperatureK() - 273.15)) / 10.0)
                + " °C. Ion transport is solved by "
                + (study.images().isEmpty() ? "finite elements" : "finite volumes on the cells of the images")
                + ": grain boundaries are interfaces without thickness"
                + " across which the potential jumps, electrodes have an interface resistance, interlayers are "
                + (study.images().isEmpty() ? "meshed." : "layers of cells.")
                + " Every design is computed on the same structures. On each electrode "
                + Numbers.count(
                        study.statistics().flawDraws(), "flaw population is drawn", "flaw populations are drawn")
                + " for the nominal material values and for "
                + Numbers.count(study.statistics().priorDraws(), "draw", "draws")
                + " of them from their distributions."));
        return html.toString();
    }

    private static String origin(StudyConfig study) {
        if (study.images().isEmpty()) {
            if (study.microstructure().bricks() != null) {
                return "in a regular order, periodic sideways";
            }
            return Phrases.words(study.microstructure().seeding().name().toLowerCase(java.util.Locale.ROOT))
                    + " tessellation, periodic sideways";
        }
        return "from images, " + (study.images().get(0).periodic() ? "periodic sideways" : "with insulating sides");
    }

    private static String observations(ReportInput input) {
        HtmlTable table = HtmlTable.ofTexts("Published values overlaid", "design", "mA/cm²", "source");
        for (Design design : input.designs()) {
            for (Observation observation : design.observed()) {
                table.row(
                        design.label(),
                        observation.bound().sign() + Numbers.compact(observation.value()),
                        observation.source());
            }
        }
        return table.isEmpty() ? Html.p("No published values are overlaid.") : table.html();
    }

    /** A table of values with where they come from. */
    public static String values(List<ValueSource> sources) {
        HtmlTable table = HtmlTable.ofTexts("Material values and their sources", "value", "", "source");
        long assumed = 0;
        for (ValueSource source : sources) {
            assumed += source.assumed() ? 1 : 0;
            table.row(List.of(
                    Cell.of(source.key()),
                    Cell.of(source.value() + (source.unit().isEmpty() ? "" : " " + source.unit())),
                    Cell.of((source.assumed() ? "assumed: " : "") + source.source())));
        }
        return table.isEmpty()
                ? Html.p("The study lists no sources.")
                : table.html()
                        + Html.note(assumed + " of " + sources.size() + " values are assumptions, each with its"
                                + " reason. A distribution enters the nominal results by its median.");
    }
}
