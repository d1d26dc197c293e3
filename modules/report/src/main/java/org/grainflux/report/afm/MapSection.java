package org.grainflux.report.afm;

import java.util.Arrays;
import org.grainflux.physics.tip.TipSweep;
import org.grainflux.report.figure.Axis;
import org.grainflux.report.figure.SquareMap;
import org.grainflux.report.page.Figures;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.afm.MapRow;
import org.grainflux.study.afm.TipFindings;
import org.grainflux.study.config.AfmStudy;

/** A square around a boundary: triggering bias, and the current before and after filaments have penetrated. */
final class MapSection {
    private static final double NANOMETRES_PER_M = 1e9;

    private MapSection() {}

    static String html(AfmStudy study, TipFindings findings, MapRow map, Figures figures) {
        double side = map.sideM() * NANOMETRES_PER_M;
        double least = Arrays.stream(map.biasV()).min().orElseThrow();
        double most = Arrays.stream(map.biasV()).max().orElseThrow();
        TipSweep sweep = SweepSection.sweep(study, findings);
        double readV = study.instrument().readV();
        double sweptV = study.instrument().mapSweepV();
        double floor = Math.max(study.instrument().floorA(), 1e-15);
        double[] after = Arrays.stream(map.biasV())
                .map(bias -> Math.max(floor, sweep.currentA(readV, bias <= sweptV)))
                .toArray();
        double[] before = new double[after.length];
        Arrays.fill(before, Math.max(floor, sweep.currentA(readV, false)));
        double highest = Math.max(10 * floor, Arrays.stream(after).max().orElseThrow());
        Axis current = Axis.logarithmic("current at −" + Numbers.compact(readV) + " V (A, magnitude)", floor, highest);
        long started = Arrays.stream(map.biasV()).filter(bias -> bias <= sweptV).count();
        return figures.add(
                        "trigger-map",
                        SquareMap.draw(
                                "Map of the triggering bias",
                                map.biasV(),
                                map.points(),
                                side,
                                "nm",
                                Axis.logarithmic("triggering bias (V, magnitude)", least, most)),
                        "Triggering bias around a boundary of structure " + map.structureIndex() + ".",
                        "Weak within some contact radii of a boundary, each boundary by its own groove; a step where grains of"
                                + " different orientation meet. Predicted.")
                + Figures.beside(
                        figures.add(
                                "current-map-before",
                                SquareMap.draw("Current before", before, map.points(), side, "nm", current),
                                "Current before penetration.",
                                "Ionic conduction alone. Predicted."),
                        figures.add(
                                "current-map-after",
                                SquareMap.draw("Current after", after, map.points(), side, "nm", current),
                                "Current after a sweep to −" + Numbers.compact(sweptV) + " V at every place.",
                                Numbers.percent((double) started / after.length)
                                        + " of the places carry a filament, all along the boundary. Predicted."));
    }
}
