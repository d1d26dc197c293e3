package org.grainflux.report.afm;

import java.util.Arrays;
import java.util.List;
import org.grainflux.report.figure.Axis;
import org.grainflux.report.figure.LineChart;
import org.grainflux.report.figure.Style;
import org.grainflux.report.page.Figures;
import org.grainflux.report.page.Html;
import org.grainflux.report.page.HtmlTable;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.afm.SpaceChargeReading;
import org.grainflux.study.afm.TipFindings;
import org.grainflux.study.config.AfmStudy;

/** Modulus and surface potential across a boundary, and what the potential says of its conductivity. */
final class ProfileSection {
    private static final double NANOMETRES_PER_M = 1e9;

    private ProfileSection() {}

    static String html(AfmStudy study, TipFindings findings, Figures figures) {
        TipFindings.ScanFindings scan = findings.scan();
        double[] x =
                Arrays.stream(scan.positionM()).map(m -> m * NANOMETRES_PER_M).toArray();
        double[] modulus = Arrays.stream(scan.modulusPa()).map(pa -> pa / 1e9).toArray();
        double[] potential = Arrays.stream(scan.potentialV()).map(v -> v * 1e3).toArray();
        double[] across = Arrays.stream(scan.modulusPositionM())
                .map(m -> m * NANOMETRES_PER_M)
                .toArray();
        Axis acrossCore = Axis.linear("distance from the boundary (nm)", across[0], across[across.length - 1]);
        Axis position = Axis.linear("distance from the boundary (nm)", x[0], x[x.length - 1]);
        double measured = -study.measured().surfacePotentialV() * 1e3;
        String pictures = Figures.beside(
                figures.add(
                        "profile-modulus",
                        LineChart.draw(
                                "Modulus across a boundary",
                                acrossCore,
                                Axis.linear(
                                        "Young's modulus as read (GPa)",
                                        Arrays.stream(modulus).min().orElseThrow(),
                                        Arrays.stream(modulus).max().orElseThrow()),
                                List.of(LineChart.Series.curve(
                                        "through the contact", Style.series(0), across, modulus)),
                                List.of(new LineChart.Level(study.measured().boundaryModulusPa() / 1e9, "measured"))),
                        "Modulus across a boundary.",
                        "A core " + Numbers.percent(study.scan().coreSofteningFraction())
                                + " softer, seen through the contact. Its width is calibrated; a core as wide as the flux"
                                + " model's boundary would read "
                                + Numbers.threeFigures(scan.structuralWidthReadingPa() / 1e9) + " GPa. Calibrated."),
                figures.add(
                        "profile-potential",
                        LineChart.draw(
                                "Surface potential across a boundary",
                                position,
                                Axis.linear(
                                        "surface potential as read (mV)",
                                        Math.min(
                                                measured,
                                                Arrays.stream(potential).min().orElseThrow()),
                                        0),
                                List.of(LineChart.Series.curve("through the probe", Style.series(0), x, potential)),
                                List.of(new LineChart.Level(measured, "measured"))),
                        "Surface potential across a boundary.",
                        "If space charge alone made the boundary as resistive as the flux model takes it. Predicted."));
        HtmlTable table = HtmlTable.ofNumbers(
                "Readings of the surface potential; the flux model takes "
                        + Numbers.threeFigures(scan.fluxBoundaryConductivitySPerM() / 100) + " S/cm for the boundary",
                "reading",
                "depth (mV)",
                "resistivity, middle",
                "resistivity, mean",
                "implied boundary (S/cm)",
                "over the flux model's");
        for (SpaceChargeReading reading : scan.readings()) {
            table.row(
                    reading.name(),
                    Numbers.threeFigures(reading.depthV() * 1e3),
                    Numbers.threeFigures(reading.peakResistivityRatio()),
                    Numbers.threeFigures(reading.meanResistivityRatio()),
                    Numbers.threeFigures(reading.conductivitySPerM() / 100),
                    Numbers.threeFigures(reading.conductivitySPerM() / scan.fluxBoundaryConductivitySPerM()));
        }
        return pictures
                + table.html()
                + Html.bullets(List.of(
                        "Resistivities are over that of the grain. Taken as the true depth, the measured dip makes a"
                                + " boundary hardly more resistive than the grain: then its core must be resistive by structure.",
                        "Taken as blurred by a probe much wider than the boundary, the depth behind it explains a large"
                                + " part of the resistance by space charge. The potential alone cannot tell the two apart.",
                        "The measured modulus of "
                                + Numbers.threeFigures(study.measured().boundaryModulusPa() / 1e9)
                                + " GPa would be read over a core "
                                + Numbers.threeFigures(scan.impliedCoreWidthM() * NANOMETRES_PER_M)
                                + " nm wide (consistency check)."));
    }
}
