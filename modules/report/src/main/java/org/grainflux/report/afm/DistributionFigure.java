package org.grainflux.report.afm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grainflux.report.figure.Axis;
import org.grainflux.report.figure.LineChart;
import org.grainflux.report.figure.Style;
import org.grainflux.report.page.Figures;
import org.grainflux.study.afm.TipFindings;
import org.grainflux.study.config.AfmStudy;

/** Share of places that have started below a bias. */
final class DistributionFigure {
    private static final int CURVE_POINTS = 200;

    private DistributionFigure() {}

    static String html(AfmStudy study, TipFindings findings, Figures figures) {
        double limitV = study.instrument().limitV();
        double[] boundary = findings.boundaryBiasV();
        if (boundary.length == 0 || !(boundary[0] < limitV)) {
            return "";
        }
        List<LineChart.Series> series = new ArrayList<>();
        add(series, "on boundaries", boundary, limitV);
        add(series, "in interiors, mechanics", findings.interiorBiasV(), limitV);
        add(series, "in interiors, breakdown", findings.breakdownBiasV(), limitV);
        findings.grooves().ifPresent(fit -> {
            double[] x = new double[CURVE_POINTS];
            Arrays.setAll(x, k -> boundary[0] * Math.pow(limitV / boundary[0], k / (CURVE_POINTS - 1.0)));
            double[] y = Arrays.stream(x)
                    .map(v ->
                            -Math.expm1(-Math.pow(v / fit.scale(), fit.modulus().value())))
                    .toArray();
            series.add(LineChart.Series.curve("Weibull law of the grooves", Style.series(3), x, y));
        });
        return figures.add(
                "trigger-distribution",
                LineChart.draw(
                        "Share of places that have started below a bias",
                        Axis.logarithmic("bias (V, magnitude)", boundary[0], limitV),
                        Axis.linear("share of places", 0, 1),
                        series,
                        List.of()),
                "Share of places that have started below a bias, up to the limit.",
                "Boundaries and interiors by mechanics are predicted, breakdown is calibrated. Where the Weibull law leaves the"
                        + " places at its lower end, the weakest groove of many is known no better.");
    }

    /** @param biasV ascending; what lies above the limit is not drawn but counts */
    private static void add(List<LineChart.Series> series, String name, double[] biasV, double limitV) {
        double[] x = Arrays.stream(biasV).filter(v -> v <= limitV).toArray();
        double[] y = new double[x.length];
        Arrays.setAll(y, k -> (k + 0.5) / biasV.length);
        if (x.length > 1) {
            series.add(LineChart.Series.curve(name, Style.series(series.size()), x, y));
        }
    }
}
