package org.grainflux.report.memristor;

import java.util.List;
import org.grainflux.report.page.Html;
import org.grainflux.report.page.HtmlTable;
import org.grainflux.report.page.HtmlTable.Cell;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.config.MemristorStudy;

/** The filament through the pellet, made once, and whether its thickness lets the instrument cut it. */
final class FormingSection {
    private FormingSection() {}

    static String html(MemristorInput input) {
        HtmlTable table = HtmlTable.ofNumbers(
                "Forming by electrode, and the radius above which a reset cannot begin",
                "electrode, protocol",
                "forming at (V)",
                "to cross the pellet (h)",
                "hold (s)",
                "radius (nm)",
                "critical (nm)",
                "by that criterion",
                "resets in cycles");
        for (MemristorStudy.Design design : input.study().designs()) {
            double radius = input.number(design, "formed_radius_nm", "median");
            double critical = input.number(design, "critical_radius_nm");
            table.row(List.of(
                    Cell.of(MemristorInput.label(design)),
                    Cell.of(Numbers.compact(design.electrode().formingV())),
                    Cell.of(Numbers.threeFigures(input.number(design, "forming_time_h", "median"))),
                    Cell.of(Numbers.compact(design.electrode().holdS())),
                    Cell.of(Numbers.threeFigures(radius)),
                    Cell.of(Numbers.threeFigures(critical)),
                    Cell.of(radius > critical ? "fails" : "possible"),
                    Cell.of(Numbers.percent(input.number(design, "reset_success_fraction")))));
        }
        return Html.p("Forming crosses the whole pellet and happens once; cycles move only the working gap. While the"
                        + " forming bias stays on, the filament thickens until the compliance drops next to nothing over"
                        + " it. A thicker filament than the critical one keeps the resetting bias from ever lying over"
                        + " it: I_c R < V.")
                + table.html()
                + Html.note(
                        "Critical radius: closed form, of the whole filament, at the protocol's largest positive bias."
                                + " Where it says fails and cycles still reset, the small drop that is left had the time to"
                                + " dissolve the neck: the criterion knows no time.");
    }
}
