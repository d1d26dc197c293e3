package org.grainflux.report.section;

import java.util.Arrays;
import java.util.Optional;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.Seeding;
import org.grainflux.report.input.ReportInput;
import org.grainflux.report.input.RunSummary.Spread;
import org.grainflux.report.page.Figures;
import org.grainflux.report.page.Html;
import org.grainflux.report.page.HtmlTable;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.config.StudyConfig;

/** The structures as they turned out, beside what was asked for, and what a tip or lithium touches on them. */
public final class MicrostructureSection {
    private MicrostructureSection() {}

    public static String html(ReportInput input, Figures figures) {
        if (input.summary().structureCount() == 0) {
            return Html.p("No structure was completed, so there are no realized statistics.");
        }
        return statistics(input) + ContactSection.html(input, figures);
    }

    private static String statistics(ReportInput input) {
        Optional<MicrostructureSpec> spec = input.study().map(StudyConfig::microstructure);
        HtmlTable table = HtmlTable.ofNumbers(
                "Realized structures (" + input.summary().structureCount() + ")",
                "quantity",
                "expected",
                "median",
                "2.5–97.5 %");
        row(table, input, "grain_count", "grains per cell", grainCount(spec));
        if (spec.map(s -> s.dimension() == 3).orElse(false)) {
            volumeRows(table, input, spec.get());
        } else {
            row(table, input, "mean_grain_area_um2", "mean grain area (µm²)", grainArea(spec));
            row(table, input, "grain_area_cov", "CoV of the grain area", areaCov(spec));
            row(table, input, "mean_neighbours", "mean neighbours per grain", "< 6 (6 without electrodes)");
            row(
                    table,
                    input,
                    "boundary_length_per_area_per_um",
                    "boundary length per area (1/µm)",
                    boundaryLength(spec));
        }
        row(table, input, "mean_misorientation_deg", "mean misorientation (°)", "40.7 (random, cubic)");
        row(table, input, "mean_boundary_resistance_ohm_cm2", "boundary resistance (Ω cm²)", boundaryResistance(input));
        row(table, input, "effective_conductivity_S_per_cm", "effective conductivity (S/cm)", Numbers.NONE);
        row(table, input, "thomson_bound_S_per_cm", "its lower bound (Thomson, S/cm)", Numbers.NONE);
        return table.html()
                + Html.note("Expected: of the generator in the bulk, without electrodes; a dash where nothing is"
                        + " prescribed. The Thomson bound takes a uniform current through each structure's own boundaries;"
                        + " the computed conductivity must lie above it.");
    }

    /** Poisson–Voronoi in space: CoV √0.179, 15.54 faces, 2.91/d of boundary area per volume; less where it is more regular. */
    private static void volumeRows(HtmlTable table, ReportInput input, MicrostructureSpec spec) {
        boolean poisson = spec.seeding() == Seeding.POISSON;
        double grainUm = spec.grainSizeM() / LaboratoryUnits.MICROMETRE_M;
        row(
                table,
                input,
                "mean_grain_volume_um3",
                "mean grain volume (µm³)",
                Numbers.threeFigures(Math.pow(grainUm, 3)));
        row(table, input, "grain_volume_cov", "CoV of the grain volume", poisson ? "0.423" : "< 0.423 (Poisson)");
        row(table, input, "mean_neighbours", "mean neighbours per grain", "< 15.5 (Poisson, without electrodes)");
        row(
                table,
                input,
                "boundary_area_per_volume_per_um",
                "boundary area per volume (1/µm)",
                (poisson ? "" : "≲ ") + Numbers.threeFigures(2.91 / grainUm));
    }

    private static void row(HtmlTable table, ReportInput input, String key, String name, String expected) {
        Spread spread = input.summary().structures(key);
        if (!Double.isNaN(spread.median())) {
            table.row(
                    name,
                    expected,
                    Numbers.threeFigures(spread.median()),
                    Numbers.range(spread.p2_5(), spread.p97_5()));
        }
    }

    private static String grainCount(Optional<MicrostructureSpec> spec) {
        return spec.map(s -> Numbers.threeFigures(Arrays.stream(s.sizeM())
                        .map(edge -> edge / s.grainSizeM())
                        .reduce(1, (a, b) -> a * b)))
                .orElse(Numbers.NONE);
    }

    private static String grainArea(Optional<MicrostructureSpec> spec) {
        return spec.filter(s -> s.dimension() == 2)
                .map(s -> Numbers.threeFigures(Math.pow(s.grainSizeM() / LaboratoryUnits.MICROMETRE_M, 2)))
                .orElse(Numbers.NONE);
    }

    /** √0.2802 for Poisson–Voronoi in the plane. */
    private static String areaCov(Optional<MicrostructureSpec> spec) {
        return spec.filter(s -> s.dimension() == 2 && s.seeding() == Seeding.POISSON)
                .map(s -> "0.529")
                .orElse(spec.isPresent() ? "< 0.529 (Poisson)" : Numbers.NONE);
    }

    /** L_A = 2√λ = 2/d for Poisson–Voronoi in the plane; a more regular structure has less. */
    private static String boundaryLength(Optional<MicrostructureSpec> spec) {
        return spec.filter(s -> s.dimension() == 2)
                .map(s -> (s.seeding() == Seeding.POISSON ? "" : "≲ ")
                        + Numbers.threeFigures(2 * LaboratoryUnits.MICROMETRE_M / s.grainSizeM()))
                .orElse(Numbers.NONE);
    }

    private static String boundaryResistance(ReportInput input) {
        return input.study()
                .map(study -> Numbers.threeFigures(
                        study.electrolyte().boundaryResistanceOhmM2().median() / LaboratoryUnits.OHM_CM2_IN_OHM_M2))
                .orElse(Numbers.NONE);
    }
}
