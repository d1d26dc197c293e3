package org.grainflux.report.memristor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.grainflux.physics.memristor.FrontKinetics;
import org.grainflux.report.figure.Axis;
import org.grainflux.report.figure.LineChart;
import org.grainflux.report.figure.LineChart.Level;
import org.grainflux.report.figure.LineChart.Series;
import org.grainflux.report.figure.Style;
import org.grainflux.report.page.Figures;
import org.grainflux.report.page.Html;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.config.MemristorStudy;
import org.grainflux.study.memristor.CycleBands;

/** Where a filament touches: how that settles over cycles, and how it depends on the sweep rate. */
final class SetSection {
    private static final int POINTS = 60;

    private SetSection() {}

    static String html(MemristorInput input, Figures figures) {
        String settling = settling(input, figures);
        String rate = againstRate(input, figures);
        return Html.p("A fresh path has to crack open, which needs the cracking pressure; once open it is filled by any"
                        + " negative bias. So early cycles extend the path without touching, and later ones touch at a"
                        + " bias that depends on the gap and the sweep rate alone, by up to "
                        + Numbers.threeFigures(1000 * kinetics(input.study()).scaleV() * Math.log(10))
                        + " mV per decade of the rate.")
                + Figures.beside(settling, rate);
    }

    private static FrontKinetics kinetics(MemristorStudy study) {
        return FrontKinetics.of(
                study.filament().exchangeCurrentAPerM2().median(), study.molarVolumeM3PerMol(), study.temperatureK());
    }

    private static String settling(MemristorInput input, Figures figures) {
        List<Series> series = new ArrayList<>();
        double low = 0;
        for (MemristorStudy.Design design :
                input.designsOf(input.study().electrodes().get(0))) {
            CycleBands band = input.setBiasV().get(design.name());
            double[] median = band.median();
            if (Arrays.stream(median).allMatch(Double::isNaN)) {
                continue;
            }
            double[] x =
                    IntStream.rangeClosed(1, median.length).asDoubleStream().toArray();
            series.add(new Series(
                    design.protocol().name(), Style.series(series.size()), x, median, band.low(), band.high(), false));
            low = Math.min(low, design.protocol().setV());
        }
        if (series.isEmpty()) {
            return "";
        }
        String title =
                "SET bias against cycle, " + input.study().electrodes().get(0).label() + ".";
        List<Level> levels = input.study().protocols().stream()
                .map(protocol -> new Level(protocol.setV(), Numbers.compact(protocol.setV()) + " V"))
                .toList();
        String svg = LineChart.draw(
                title,
                Axis.linear("cycle", 0, input.study().cycles()),
                Axis.linear("SET bias (V)", low, 0),
                series,
                levels);
        return figures.add(
                "set-bias",
                svg,
                title,
                "Calibrated by the length of the gap in one protocol, predicted in any other. Line: median over the"
                        + " devices that set in that cycle; band: 95 % of them; dashed: end of each sweep.");
    }

    /** Closed form for an open path of the median gap, on the falling side of the sweep. */
    private static String againstRate(MemristorInput input, Figures figures) {
        MemristorStudy study = input.study();
        FrontKinetics kinetics = kinetics(study);
        double[] rate = new double[POINTS];
        double[] bias = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            rate[i] = Math.pow(10, -4 + 6.0 * i / (POINTS - 1));
            bias[i] = -rate[i]
                    * kinetics.timeToAdvanceS(0, rate[i], study.gap().lengthM().median());
        }
        List<Series> series = new ArrayList<>();
        series.add(Series.curve("open path of the median gap", Style.series(0), rate, bias));
        for (MemristorStudy.Protocol protocol : study.protocols()) {
            MemristorStudy.Design design =
                    new MemristorStudy.Design(study.electrodes().get(0), protocol);
            double set = input.number(design, "set_bias_V");
            if (protocol.isSweep() && Double.isFinite(set)) {
                double[] none = new double[0];
                series.add(new Series(
                        "cycles under " + protocol.name(),
                        Style.series(series.size()),
                        new double[] {protocol.rateVPerS()},
                        new double[] {set},
                        none,
                        none,
                        true));
            }
        }
        String title = "SET bias against the sweep rate.";
        String svg = LineChart.draw(
                title,
                Axis.logarithmic("sweep rate (V/s)", rate[0], rate[POINTS - 1]),
                Axis.linear("SET bias (V)", Arrays.stream(bias).min().orElse(-1), 0),
                series,
                List.of());
        return figures.add(
                "set-bias-against-rate",
                svg,
                title,
                "Predicted: a SET at the end of a fast window falls inside a smaller one when the sweep is slower.");
    }
}
