package org.grainflux.report.section;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.report.figure.Axis;
import org.grainflux.report.figure.LineChart;
import org.grainflux.report.figure.LineChart.Series;
import org.grainflux.report.figure.Style;
import org.grainflux.report.input.Design;
import org.grainflux.report.input.ReportInput;
import org.grainflux.report.input.RunSummary.Spread;
import org.grainflux.report.input.Sweep;
import org.grainflux.report.page.Figures;
import org.grainflux.report.page.Html;
import org.grainflux.report.page.HtmlTable;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.config.TipConfig;
import org.grainflux.study.results.ContactMapRow;

/** What a conductive tip and what lithium touch on the structures. */
final class ContactSection {
    private static final double SQUARE_NANOMETRE_M2 = 1e-18;

    private ContactSection() {}

    static String html(ReportInput input, Figures figures) {
        StringBuilder html = new StringBuilder(Html.h3("Contact"));
        html.append(map(input, figures)).append(tipTable(input));
        double above = input.summary().structures("tip_share_above_hardness").median();
        if (above > 0) {
            html.append("<p class=\"warning\">On ")
                    .append(Numbers.percent(above))
                    .append(" of the surface the mean elastic pressure of the tip exceeds the hardness: the contact is"
                            + " plastic there, and the plastic area is the one to use.</p>\n");
        }
        return html.append(interfaces(input)).toString();
    }

    private static String map(ReportInput input, Figures figures) {
        if (input.contactMaps().isEmpty()) {
            return "";
        }
        ContactMapRow row = input.contactMaps().get(0);
        int[] order = java.util.stream.IntStream.range(0, row.positionM().length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> row.positionM()[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] x = scaled(row.positionM(), order, LaboratoryUnits.MICROMETRE_M);
        double[] modulus = scaled(row.modulusPa(), order, LaboratoryUnits.GIGAPASCAL_PA);
        double[] hertz = scaled(row.hertzAreaM2(), order, SQUARE_NANOMETRE_M2);
        double[] jkr = scaled(row.jkrAreaM2(), order, SQUARE_NANOMETRE_M2);
        double[] plastic = scaled(row.plasticAreaM2(), order, SQUARE_NANOMETRE_M2);
        if (x.length < 2) {
            return "";
        }
        Axis position = Axis.linear("position along the electrode (µm)", 0, x[x.length - 1]);
        Range area = new Range();
        for (double[] values : List.of(hertz, jkr, plastic)) {
            area.include(values);
        }
        Range stiffness = new Range();
        stiffness.include(modulus);
        String place =
                "structure " + row.structureIndex() + ", " + (row.electrode() == 0 ? "lower" : "upper") + " electrode";
        return Figures.beside(
                figures.add(
                        "tip-contact-area",
                        LineChart.draw(
                                "Contact area of the tip along the electrode",
                                position,
                                Axis.linear("contact area (nm²)", area.low(), area.high()),
                                List.of(
                                        Series.curve("elastic with adhesion, JKR", Style.series(2), x, jkr),
                                        Series.curve("elastic, Hertz", Style.series(0), x, hertz),
                                        Series.curve("plastic", Style.series(1), x, plastic)),
                                List.of()),
                        "Contact area of the tip, " + place + ".",
                        "Steps: orientation of the grains; narrow peaks: softer boundaries."),
                figures.add(
                        "tip-modulus",
                        LineChart.draw(
                                "Local indentation modulus along the electrode",
                                position,
                                Axis.linear("indentation modulus (GPa)", stiffness.low(), stiffness.high()),
                                List.of(Series.curve("local modulus", Style.series(0), x, modulus)),
                                List.of()),
                        "Local indentation modulus, the same electrode.",
                        "It decides the elastic area beside it."));
    }

    private static double[] scaled(double[] values, int[] order, double unit) {
        return Arrays.stream(order).mapToDouble(i -> values[i] / unit).toArray();
    }

    private static String tipTable(ReportInput input) {
        HtmlTable table = HtmlTable.ofNumbers(
                "A conductive tip on the electrode surfaces" + tip(input) + ": median over the structures",
                "quantity",
                "inside grains",
                "at boundaries");
        row(table, input, "elastic area, Hertz (nm²)", "hertz_area_", "_nm2");
        row(table, input, "elastic area with adhesion, JKR (nm²)", "jkr_area_", "_nm2");
        row(table, input, "plastic area, load / hardness (nm²)", "plastic_area_", "_nm2");
        row(table, input, "mean elastic pressure (GPa)", "hertz_pressure_", "_GPa");
        if (table.isEmpty()) {
            return Html.p("The summary gives no contact of the tip.");
        }
        Spread softest = input.summary().structures("tip_modulus_min_GPa");
        Spread stiffest = input.summary().structures("tip_modulus_max_GPa");
        Spread pullOff = input.summary().structures("jkr_pull_off_nN");
        return table.html()
                + Html.note("Local indentation modulus from " + Numbers.threeFigures(softest.median()) + " to "
                        + Numbers.threeFigures(stiffest.median()) + " GPa; pull-off force (JKR) "
                        + Numbers.threeFigures(pullOff.median()) + " nN.");
    }

    private static void row(HtmlTable table, ReportInput input, String name, String prefix, String suffix) {
        double interior =
                input.summary().structures(prefix + "interior" + suffix).median();
        double boundary =
                input.summary().structures(prefix + "boundary" + suffix).median();
        if (!Double.isNaN(interior) || !Double.isNaN(boundary)) {
            table.row(name, Numbers.threeFigures(interior), Numbers.threeFigures(boundary));
        }
    }

    private static String tip(ReportInput input) {
        return input.study().map(StudyConfig::tip).map(ContactSection::describe).orElse("");
    }

    private static String describe(TipConfig tip) {
        return " (radius " + Numbers.compact(tip.radiusM() / LaboratoryUnits.NANOMETRE_M) + " nm, load "
                + Numbers.compact(tip.loadN() * 1e9) + " nN)";
    }

    private static String interfaces(ReportInput input) {
        HtmlTable table = HtmlTable.ofNumbers(
                "Interfaces: median over the structures",
                "design",
                "contact of lithium",
                "interface (Ω cm²)",
                "whole cell (Ω cm²)",
                "polycrystal (S/cm)");
        for (Design design : Sweep.apart(input.designs())) {
            table.row(
                    design.label(),
                    Numbers.percent(design.number("contact_fraction")),
                    Numbers.threeFigures(design.number("interface_resistance_ohm_cm2")),
                    Numbers.threeFigures(design.number("area_specific_resistance_ohm_cm2")),
                    Numbers.threeFigures(design.number("effective_conductivity_S_per_cm")));
        }
        return table.isEmpty() ? "" : table.html();
    }
}
