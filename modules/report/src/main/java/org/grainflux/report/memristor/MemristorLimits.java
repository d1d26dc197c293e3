package org.grainflux.report.memristor;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.report.page.Html;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.config.MemristorStudy;

/** What the model cannot explain, and what it leaves out. */
final class MemristorLimits {
    private MemristorLimits() {}

    static String html(MemristorInput input) {
        List<String> limits = new ArrayList<>();
        MemristorStudy.Design first = input.study().designs().get(0);
        double hours = input.number(first, "forming_time_h", "median");
        if (Double.isFinite(hours)) {
            limits.add("Forming: at " + Numbers.compact(first.electrode().formingV()) + " V the front needs "
                    + Numbers.threeFigures(hours) + " h to cross the pellet. A filament that conducts through"
                    + " a whole pellet within one sweep is not explained by plating at its tip alone.");
        }
        limits.add(
                "A SET at the end of the −0.25 V window cannot occur inside −0.2 V at the same rate. The model brings"
                        + " both together by the sweep rate only; the rates here are assumed, and a measurement at two rates would"
                        + " test it.");
        limits.add(
                "Several cycles before the SET settles: here because the path between electrode and formed filament is"
                        + " taken to be fresh at first and opens cycle by cycle. Why a path that lithium has just left"
                        + " should be closed is not explained; gap.opened_fraction: 1 removes the effect.");
        limits.add("At a tip the on/off ratio is that of the instrument: its floor decides the off current. It says"
                + " little of the ceramic, whose own off current is smaller still.");
        limits.add(
                "The hold after forming decides how thick the filament is, and with it whether an electrode resets. It"
                        + " is assumed for every electrode; sizes between the tip and the largest pad are predictions under that"
                        + " assumption.");
        limits.add(
                "Left out: transport of lithium ions to the front, which the kinetics outrun above some tenths of a"
                        + " volt, pressure in the neck, heating, further filaments under a large pad, and retention without bias.");
        return Html.bullets(limits);
    }
}
