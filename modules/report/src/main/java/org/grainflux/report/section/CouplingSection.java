package org.grainflux.report.section;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.grainflux.report.input.Design;
import org.grainflux.report.input.ReportInput;
import org.grainflux.report.page.Html;
import org.grainflux.report.page.HtmlTable;

/** Critical currents with flux, contact and stress that agree with each other, beside the flux alone. */
public final class CouplingSection {
    private CouplingSection() {}

    /** Empty when nothing was coupled. */
    public static String html(ReportInput input) {
        List<Design> designs = input.designs().stream()
                .filter(design -> design.coupled().path("electrodes").asInt() > 0
                        || design.coupled().has("of"))
                .toList();
        if (designs.isEmpty()) {
            return "";
        }
        HtmlTable table = HtmlTable.ofNumbers(
                "Critical current density of chosen electrodes, " + Phrases.MA_PER_CM2 + ": the flux alone and coupled",
                "design",
                "electrodes",
                "F2, flux alone",
                "F2, kinetics",
                "F2, coupled",
                "coupled / flux alone",
                "stress alone",
                "F3, flux alone",
                "F3, coupled",
                "passes",
                "shift, mV");
        for (Design design : designs) {
            JsonNode node = design.coupled();
            table.row(
                    design.label(),
                    node.path("electrodes").asInt() + " of " + node.path("of").asInt(),
                    StatedRange.of(node.path("self_consistent_mA_per_cm2")),
                    StatedRange.of(node.path("kinetic_self_consistent_mA_per_cm2")),
                    StatedRange.of(node.path("coupled_self_consistent_mA_per_cm2")),
                    StatedRange.of(node.path("self_consistent_ratio")),
                    StatedRange.of(node.path("stress_ratio")),
                    StatedRange.of(node.path("competing_mA_per_cm2")),
                    StatedRange.of(node.path("coupled_competing_mA_per_cm2")),
                    StatedRange.of(node.path("iterations")),
                    StatedRange.of(node.path("equilibrium_shift_mV")));
        }
        StringBuilder without = new StringBuilder();
        for (Design design : input.designs()) {
            if (design.coupled().path("electrodes").asInt() == 0
                    && design.coupled().has("reason")) {
                without.append(without.length() == 0 ? " Without coupled field: " : "; ")
                        .append(design.label())
                        .append(": ")
                        .append(design.coupled().path("reason").asText());
            }
        }
        return Html.p("Predicted. Flux with Butler–Volmer kinetics, contact by the local pressure and stress are"
                        + " brought to agree at the very current at which the first flaw extends. Median and range"
                        + " over the coupled electrodes.")
                + table.html()
                + Html.note(
                        "F2, kinetics: Butler–Volmer without stress, so that what stress changes can be told from what the ohmic"
                                + " law of the flux alone leaves out. Lithium in a flaw is in equilibrium with that on the"
                                + " interface, whose own pressure is part of its pressure."
                                + (without.length() == 0 ? "" : without + "."));
    }
}
