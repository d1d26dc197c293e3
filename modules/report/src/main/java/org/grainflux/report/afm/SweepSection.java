package org.grainflux.report.afm;

import java.util.Arrays;
import java.util.List;
import org.grainflux.physics.tip.TipSweep;
import org.grainflux.report.figure.Axis;
import org.grainflux.report.figure.LineChart;
import org.grainflux.report.figure.Style;
import org.grainflux.report.page.Figures;
import org.grainflux.report.page.Html;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.afm.TipFindings;
import org.grainflux.study.config.AfmStudy;

/** Current while the bias goes out and back: a boundary, an interior, and the back-scan in detail. */
final class SweepSection {
    private static final int POINTS = 400;
    /** A sweep on a boundary ends at this multiple of its triggering bias. */
    private static final double BEYOND = 2;

    private SweepSection() {}

    static String html(AfmStudy study, TipFindings findings, Figures figures) {
        double boundaryV = findings.boundary().median().value();
        double breakdownV = findings.breakdown().median().value();
        double limitV = study.instrument().limitV();
        TipSweep sweep = sweep(study, findings);
        double smallest = Math.max(study.instrument().floorA(), 1e-15);
        double endV = Double.isFinite(boundaryV) ? Math.min(limitV, BEYOND * boundaryV) : limitV;
        TipSweep.Curve boundary = sweep.run(boundaryV, endV, POINTS);
        TipSweep.Curve interior = sweep.run(breakdownV, limitV, POINTS);
        double[] back = Arrays.copyOfRange(boundary.biasV(), POINTS, 2 * POINTS);
        double[] backCurrent = Arrays.copyOfRange(boundary.currentA(), POINTS, 2 * POINTS);
        return Figures.beside(
                        figures.add(
                                "iv-boundary",
                                logarithmic(
                                        "on a boundary",
                                        boundary,
                                        endV,
                                        smallest,
                                        study.instrument().complianceA()),
                                "Current against bias on a boundary of the median groove.",
                                "Up to the trigger nothing is told from the floor of the instrument. Predicted."),
                        figures.add(
                                "iv-interior",
                                logarithmic(
                                        "in an interior",
                                        interior,
                                        limitV,
                                        smallest,
                                        study.instrument().complianceA()),
                                "Current against bias in an interior.",
                                "Triggered by breakdown, whose field is calibrated."))
                + figures.add(
                        "iv-back-scan",
                        LineChart.draw(
                                "Back-scan",
                                Axis.linear("bias (V)", -endV, 0),
                                Axis.linear("current (nA)", backCurrent[0] * 1e9, 0),
                                List.of(LineChart.Series.curve(
                                        "back-scan",
                                        Style.series(0),
                                        back,
                                        Arrays.stream(backCurrent)
                                                .map(a -> a * 1e9)
                                                .toArray())),
                                List.of()),
                        "Back-scan on the boundary.",
                        "Ohmic: a filament of "
                                + Numbers.threeFigures(
                                        study.instrument().filamentRadiusM().median() * 1e9)
                                + " nm radius through the pellet has "
                                + Numbers.threeFigures(findings.contact().filamentOhm())
                                + " Ω, flat where the compliance holds the current. Predicted for an assumed radius.")
                + Html.note("Before the trigger the contact has "
                        + Numbers.threeFigures(findings.contact().resistanceOhm())
                        + " Ω, of which charge transfer makes nearly all.");
    }

    static TipSweep sweep(AfmStudy study, TipFindings findings) {
        return new TipSweep(
                findings.contact().resistanceOhm(),
                findings.contact().filamentOhm(),
                study.instrument().complianceA(),
                study.instrument().floorA());
    }

    private static String logarithmic(
            String where, TipSweep.Curve curve, double endV, double smallestA, double complianceA) {
        double[] bias = Arrays.stream(curve.biasV()).map(Math::abs).toArray();
        double[] current = Arrays.stream(curve.currentA())
                .map(a -> Math.max(smallestA, Math.abs(a)))
                .toArray();
        return LineChart.draw(
                "Current against bias " + where,
                Axis.linear("bias (V, magnitude)", 0, endV),
                Axis.logarithmic("current (A, magnitude)", smallestA, complianceA),
                List.of(
                        LineChart.Series.curve(
                                "way out",
                                Style.series(0),
                                Arrays.copyOf(bias, POINTS),
                                Arrays.copyOf(current, POINTS)),
                        LineChart.Series.curve(
                                "way back",
                                Style.series(1),
                                reversed(Arrays.copyOfRange(bias, POINTS, 2 * POINTS)),
                                reversed(Arrays.copyOfRange(current, POINTS, 2 * POINTS)))),
                List.of());
    }

    private static double[] reversed(double[] values) {
        double[] turned = new double[values.length];
        Arrays.setAll(turned, k -> values[values.length - 1 - k]);
        return turned;
    }
}
