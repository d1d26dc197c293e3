package org.grainflux.report.afm;

import java.util.List;
import org.grainflux.report.page.Html;
import org.grainflux.report.page.HtmlTable;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.afm.TipFindings;
import org.grainflux.study.afm.TriggerStatistics;
import org.grainflux.study.config.AfmStudy;

/** What the tip needs on boundaries, in interiors and on a layer, beside what was measured. */
final class TriggerSection {
    private static final double SQUARE_NANOMETRE_M2 = 1e-18;
    private static final double PASCAL_PER_GPA = 1e9;

    private TriggerSection() {}

    static String opening(AfmStudy study, TipFindings findings) {
        double boundaryV = findings.boundary().median().value();
        double interiorV = findings.interior().median().value();
        double measuredV = study.measured().interiorAboveV();
        return Html.p("On boundaries a filament starts at −" + Numbers.threeFigures(boundaryV) + " V (95 % of places: "
                        + Numbers.range(
                                findings.boundary().low95(), findings.boundary().high95())
                        + " V; measured "
                        + Numbers.threeFigures(study.measured().boundaryV())
                        + "), in interiors mechanics asks for " + Numbers.threeFigures(interiorV) + " V, "
                        + Numbers.threeFigures(interiorV / boundaryV) + " times as much.")
                + "<p class=\"warning\">Measured in interiors is more than " + Numbers.threeFigures(measuredV)
                + " V, at least "
                + Numbers.threeFigures(measuredV / study.measured().boundaryV())
                + " times the boundary's. Ideal strength and the pressure of the tip explain "
                + Numbers.threeFigures(interiorV)
                + " V of it: mechanics falls short by a factor of " + Numbers.threeFigures(measuredV / interiorV)
                + " or more. Breakdown at a calibrated field reaches "
                + Numbers.threeFigures(findings.breakdown().median().value())
                + " V, but its field was chosen to do so.</p>\n";
    }

    static String html(AfmStudy study, TipFindings findings) {
        HtmlTable table = HtmlTable.ofNumbers(
                "Triggering bias, magnitudes in V",
                "places",
                "median",
                "95 % of places and priors",
                "above the limit",
                "number",
                "kind of result");
        row(table, "on boundaries", findings.boundary(), "predicted from priors");
        row(table, "in interiors, mechanics", findings.interior(), "predicted");
        row(table, "in interiors, breakdown", findings.breakdown(), "calibrated");
        TipFindings.ContactFindings contact = findings.contact();
        HtmlTable resistances = HtmlTable.ofNumbers("The contact on ceramic of mean modulus", "quantity", "value");
        resistances.row("elastic area, Hertz, median (nm²)", figure(findings.hertzAreaM2() / SQUARE_NANOMETRE_M2));
        resistances.row("plastic area, load / hardness (nm²)", figure(findings.plasticAreaM2() / SQUARE_NANOMETRE_M2));
        resistances.row("contact radius used (nm)", figure(contact.radiusM() * 1e9));
        resistances.row("mean pressure (GPa)", figure(contact.meanPressurePa() / PASCAL_PER_GPA));
        resistances.row("charge transfer (Ω)", figure(contact.chargeTransferOhm()));
        resistances.row("spreading (Ω)", figure(contact.spreadingOhm()));
        resistances.row("radius above which spreading limits (µm)", figure(contact.crossoverRadiusM() * 1e6));
        String pressed =
                contact.meanPressurePa() > study.electrolyte().hardnessPa().median()
                        ? "<p class=\"warning\">The mean pressure exceeds the hardness: the contact yields, and the pressure that"
                                + " enters the bias of interiors is the hardness.</p>\n"
                        : "";
        String weibull = findings.grooves()
                .map(fit -> Html.p("Weibull modulus of the grooves "
                        + figure(fit.modulus().value()) + " ("
                        + Numbers.range(fit.modulus().lower95(), fit.modulus().upper95()) + "), scale "
                        + figure(fit.scale()) + " V, from "
                        + Numbers.count(fit.uncensored(), "boundary", "boundaries") + "."))
                .orElse("");
        return table.html()
                + weibull
                + resistances.html()
                + pressed
                + Html.bullets(List.of(
                        "Boundaries: a groove opens when the pressure of lithium in it makes K reach the toughness of the"
                                + " boundary. Depth and toughness are priors; the depth is not measured.",
                        "Interiors: lithium overcomes the ideal strength of the crystal and the pressure of the tip."
                                + " An upper bound of linear elastic reasoning.",
                        "The softer boundary alone would lower the bias by "
                                + Numbers.percent(1
                                        - Math.sqrt(study.electrolyte().boundaryYoungsModulusPa()
                                                / study.electrolyte().youngsModulusPa()))
                                + ": modulus is not what makes boundaries weak."));
    }

    private static void row(HtmlTable table, String name, TriggerStatistics statistics, String label) {
        table.row(
                name,
                figure(statistics.median().value()),
                Numbers.range(statistics.low95(), statistics.high95()),
                Numbers.percent(statistics.censoredFraction()),
                String.valueOf(statistics.places()),
                label);
    }

    static String layer(AfmStudy study, TipFindings findings) {
        TriggerStatistics layer = findings.layerWithoutLimit().orElseThrow();
        double limitV = study.instrument().limitV();
        return Html.p("Set on the layer of " + figure(study.layer().thicknessM() * 1e6)
                        + " µm, the tip would need " + figure(layer.median().value()) + " V ("
                        + Numbers.range(layer.low95(), layer.high95())
                        + " V at 95 % of places) to open a groove below, with a standard deviation of "
                        + Numbers.percent(findings.layerSpread())
                        + " between places: the potential below is spread over the thickness of the layer, so every place"
                        + " finds the weak boundaries around it. Predicted.")
                + Html.p(
                        layer.median().value() > limitV
                                ? "That is beyond the limit of " + figure(limitV)
                                        + " V, so larger everywhere than on the bare surface, as measured. How much larger is"
                                        + " no prediction of a measurement: where the layer itself starts to conduct or breaks"
                                        + " down, long before that, is not in the model."
                                : "That is within the limit of " + figure(limitV) + " V.");
    }

    static String figure(double value) {
        return Numbers.threeFigures(value);
    }
}
