package org.grainflux.report.section;

import com.fasterxml.jackson.databind.JsonNode;
import org.grainflux.report.input.Design;
import org.grainflux.report.input.ReportInput;
import org.grainflux.report.input.Sweep;
import org.grainflux.report.page.Html;
import org.grainflux.report.page.HtmlTable;
import org.grainflux.report.page.HtmlTable.Cell;
import org.grainflux.report.text.Numbers;

/** What a critical current density means here: the protocol, the reference area, and the step to a larger cell. */
public final class ScopeSection {
    /** Thickness of the lithium that 1 mAh/cm² moves: V_m/F × 3.6 C/mAh, V_m = 13.0 cm³/mol. */
    private static final double MICROMETRES_PER_MAH_PER_CM2 = 4.85;

    private ScopeSection() {}

    public static String html(ReportInput input) {
        return protocol(input) + area(input) + extrapolation(input);
    }

    private static String protocol(ReportInput input) {
        JsonNode protocol = input.summary().at("protocol");
        double start = number(protocol, "start_mA_per_cm2");
        double step = number(protocol, "step_mA_per_cm2");
        double maximum = number(protocol, "maximum_mA_per_cm2");
        double capacity = number(protocol, "capacity_per_step_mAh_per_cm2");
        if (Double.isNaN(start)) {
            return Html.p("The summary gives no protocol.");
        }
        return Html.p(
                "The critical current density is that of a current-step ramp from " + Numbers.compact(start) + " to "
                        + Numbers.compact(maximum) + " mA/cm² in steps of " + Numbers.compact(step)
                        + " mA/cm², each step moving "
                        + Numbers.compact(capacity) + " mAh/cm² ("
                        + Numbers.threeFigures(capacity * MICROMETRES_PER_MAH_PER_CM2) + " µm of lithium).");
    }

    private static String area(ReportInput input) {
        double area =
                input.designs().isEmpty() ? Double.NaN : input.designs().get(0).referenceAreaCm2();
        boolean plane = input.study()
                .map(study -> study.microstructure().dimension() == 2)
                .orElse(true);
        return Double.isNaN(area)
                ? ""
                : Html.p("All values belong to a patch of " + Numbers.threeFigures(area) + " cm² ("
                        + Numbers.threeFigures(area * 1e8)
                        + " µm²" + (plane ? "; the width of a plane structure counts with a depth of one grain" : "")
                        + "). A larger electrode meets a worse flaw, so its critical current density is lower.");
    }

    private static String extrapolation(ReportInput input) {
        HtmlTable table = HtmlTable.ofTexts(
                "The fracture limit (F2) at a larger electrode, by a weakest-link tail fit",
                "design",
                "area",
                "median (95 % interval), mA/cm²",
                "remark");
        for (Design design : Sweep.apart(input.designs())) {
            JsonNode tail = design.extrapolation();
            if (tail.isMissingNode()) {
                continue;
            }
            double target = number(tail, "target_area_cm2");
            JsonNode value = tail.path("self_consistent_mA_per_cm2");
            double median = number(value, "median");
            double modulus = number(value, "weibull_modulus");
            String interval = Numbers.range(number(value, "lo95"), number(value, "hi95"));
            table.row(java.util.List.of(
                    Cell.of(design.label()),
                    Cell.of(Double.isNaN(target) ? Numbers.NONE : Numbers.compact(target) + " cm²"),
                    Cell.of(
                            Double.isNaN(median)
                                    ? "refused"
                                    : Numbers.threeFigures(median)
                                            + (interval.equals(Numbers.NONE) ? "" : " (" + interval + ")")),
                    Cell.of(Double.isNaN(median) ? refusal(tail) : modulus(modulus))));
        }
        return table.isEmpty()
                ? Html.p("The summary gives no extrapolation to a larger electrode.")
                : table.html()
                        + Html.note(
                                "The fit is made at several patch sizes; where its modulus changes with size, the tail is"
                                        + " not stable and the extrapolation is refused. Stripping and the limiting current do not"
                                        + " depend on the area.");
    }

    private static String modulus(double modulus) {
        return Double.isNaN(modulus) ? "" : "Weibull modulus " + Numbers.threeFigures(modulus);
    }

    /** The fits themselves say why a tail is not stable; without them the summary's own words do. */
    private static String refusal(JsonNode tail) {
        StringBuilder fits = new StringBuilder();
        for (JsonNode fit : tail.path("fits")) {
            double modulus = number(fit, "modulus");
            if (!Double.isNaN(modulus)) {
                fits.append(fits.length() == 0 ? "" : ", ")
                        .append(Numbers.threeFigures(modulus))
                        .append(" at ")
                        .append(Numbers.threeFigures(number(fit, "area_cm2")))
                        .append(" cm²");
            }
        }
        String word = Phrases.words(tail.path("refused").asText());
        return fits.length() == 0
                ? tail.path("explanation").asText(word)
                : word + ": Weibull modulus " + fits + "; not yet the tail of a large area";
    }

    private static double number(JsonNode node, String key) {
        return node.path(key).isNumber() ? node.path(key).doubleValue() : Double.NaN;
    }
}
