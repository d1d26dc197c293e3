package org.grainflux.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.Seeding;
import org.grainflux.report.input.Design;
import org.grainflux.report.input.ReportInput;
import org.grainflux.report.input.RunSummary.Spread;
import org.grainflux.report.input.Sweep;
import org.grainflux.report.page.Html;
import org.grainflux.report.page.HtmlTable;
import org.grainflux.report.page.HtmlTable.Cell;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.config.TipConfig;

/** The structures as they turned out, beside what was asked for, and what a tip or lithium touches on them. */
public final class MicrostructureSection {
    private MicrostructureSection() {}

    public static String html(ReportInput input) {
        if (input.summary().structureCount() == 0) {
            return Html.p("No structure was completed, so there are no realized statistics.");
        }
        return statistics(input) + contact(input);
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
        row(table, input, "mean_grain_area_um2", "mean grain area (µm²)", grainArea(spec));
        row(table, input, "grain_area_cov", "CoV of the grain area", areaCov(spec));
        row(table, input, "mean_neighbours", "mean neighbours per grain", "< 6 (6 without electrodes)");
        row(table, input, "boundary_length_per_area_per_um", "boundary length per area (1/µm)", boundaryLength(spec));
        row(table, input, "mean_misorientation_deg", "mean misorientation (°)", "40.7 (random, cubic)");
        row(table, input, "mean_boundary_resistance_ohm_cm2", "boundary resistance (Ω cm²)", boundaryResistance(input));
        row(table, input, "effective_conductivity_S_per_cm", "effective conductivity (S/cm)", Numbers.NONE);
        row(table, input, "thomson_bound_S_per_cm", "its lower bound (Thomson, S/cm)", Numbers.NONE);
        return table.html()
                + Html.note("Expected: of the generator in the bulk, without electrodes; a dash where nothing is"
                        + " prescribed. The Thomson bound takes a uniform current through each structure's own boundaries;"
                        + " the computed conductivity must lie above it.");
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
        return spec.filter(s -> s.dimension() == 2)
                .map(s -> Numbers.threeFigures(s.sizeM()[0] * s.sizeM()[1] / Math.pow(s.grainSizeM(), 2)))
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

    private static String contact(ReportInput input) {
        StringBuilder html = new StringBuilder(Html.h3("Contact"));
        HtmlTable table = HtmlTable.ofNumbers(
                "A conductive tip on the electrode surfaces, from the local modulus" + tip(input),
                "quantity",
                "median",
                "2.5–97.5 %");
        List<String[]> rows = List.of(
                new String[] {"tip_modulus_min_GPa", "smallest local modulus (GPa)"},
                new String[] {"tip_modulus_max_GPa", "largest local modulus (GPa)"},
                new String[] {"hertz_area_interior_nm2", "elastic area inside grains, Hertz (nm²)"},
                new String[] {"hertz_area_boundary_nm2", "elastic area at boundary feet, Hertz (nm²)"},
                new String[] {"hertz_pressure_interior_GPa", "mean elastic pressure inside grains (GPa)"},
                new String[] {"hertz_pressure_boundary_GPa", "mean elastic pressure at boundary feet (GPa)"},
                new String[] {"plastic_area_interior_nm2", "plastic area inside grains, load / local hardness (nm²)"},
                new String[] {"plastic_area_boundary_nm2", "plastic area at boundary feet (nm²)"},
                new String[] {"jkr_area_interior_nm2", "elastic area with adhesion inside grains, JKR (nm²)"},
                new String[] {"jkr_area_boundary_nm2", "elastic area with adhesion at boundary feet (nm²)"},
                new String[] {"jkr_pull_off_nN", "pull-off force, JKR (nN)"});
        for (String[] row : rows) {
            Spread spread = input.summary().structures(row[0]);
            if (!Double.isNaN(spread.median())) {
                table.row(row[1], Numbers.threeFigures(spread.median()), Numbers.range(spread.p2_5(), spread.p97_5()));
            }
        }
        html.append(table.isEmpty() ? Html.p("The summary gives no contact of the tip.") : table.html());
        double above = input.summary().structures("tip_share_above_hardness").median();
        if (above > 0) {
            html.append("<p class=\"warning\">On ")
                    .append(Numbers.percent(above))
                    .append(
                            " of the surface the mean elastic pressure exceeds the hardness: the contact is plastic there,"
                                    + " and the plastic area is the one to use.</p>\n");
        }
        html.append(lithiumContact(input));
        return html.toString();
    }

    private static String tip(ReportInput input) {
        return input.study()
                .map(StudyConfig::tip)
                .map(MicrostructureSection::describe)
                .orElse("");
    }

    private static String describe(TipConfig tip) {
        return " (radius " + Numbers.compact(tip.radiusM() / LaboratoryUnits.NANOMETRE_M) + " nm, load "
                + Numbers.compact(tip.loadN() * 1e9) + " nN)";
    }

    private static String lithiumContact(ReportInput input) {
        List<Design> others = Sweep.of(input.designs()).others(input.designs());
        List<Cell> fractions = new ArrayList<>();
        HtmlTable table = HtmlTable.ofNumbers(
                "Interfaces: median over the structures",
                "design",
                "contact of lithium",
                "interface (Ω cm²)",
                "whole cell (Ω cm²)",
                "polycrystal (S/cm)");
        for (Design design : others.isEmpty() ? input.designs() : others) {
            table.row(
                    design.label(),
                    Numbers.percent(design.number("contact_fraction")),
                    Numbers.threeFigures(design.number("interface_resistance_ohm_cm2")),
                    Numbers.threeFigures(design.number("area_specific_resistance_ohm_cm2")),
                    Numbers.threeFigures(design.number("effective_conductivity_S_per_cm")));
            fractions.add(Cell.of(design.name()));
        }
        return fractions.isEmpty() ? "" : table.html();
    }
}
