package org.grainflux.report.regression;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.report.figure.Axis;
import org.grainflux.report.figure.IntervalChart;
import org.grainflux.report.figure.IntervalChart.Key;
import org.grainflux.report.figure.IntervalChart.Mark;
import org.grainflux.report.figure.IntervalChart.Row;
import org.grainflux.report.figure.Style;
import org.grainflux.report.page.Figures;
import org.grainflux.statistics.IntervalEstimate;
import org.grainflux.statistics.resampling.OrderStatisticInterval;
import org.grainflux.study.regression.Outcome;
import org.grainflux.study.regression.ReferenceValues;
import org.grainflux.study.regression.ReferenceValues.Sample;

/** Medians of a population and their intervals, accepted and now, all over the accepted median. */
final class PopulationFigure {
    private static final Style ACCEPTED = Style.series(0);
    private static final Style NOW = Style.series(1);

    private PopulationFigure() {}

    static String html(Outcome outcome, Figures figures) {
        List<Row> rows = new ArrayList<>();
        double low = 1;
        double high = 1;
        for (Sample now : outcome.values().samples()) {
            Sample was = accepted(outcome, now);
            if (was == null) {
                continue;
            }
            double unit = OrderStatisticInterval.of(was.values(), 0.5).value();
            List<Mark> marks = List.of(mark(ACCEPTED, was, unit), mark(NOW, now, unit));
            for (Mark mark : marks) {
                low = Math.min(low, mark.low95());
                high = Math.max(high, mark.high95());
            }
            rows.add(new Row(now.quantity() + ", " + now.place(), "", marks, List.of()));
        }
        if (rows.isEmpty()) {
            return "";
        }
        String svg = IntervalChart.draw(
                "Medians of the population with their intervals",
                Axis.linear("over the accepted median (–)", low, high),
                List.of(new Key("accepted", ACCEPTED), new Key("now", NOW)),
                rows,
                false);
        return Figures.beside(
                figures.add(
                        outcome.reference().name() + "-medians",
                        svg,
                        "Medians of " + outcome.reference().study().realizations() + " structures.",
                        "Bar: 95 % interval of the median from order statistics. Intervals that do not overlap are a difference."));
    }

    private static Sample accepted(Outcome outcome, Sample now) {
        return outcome.reference().golden().map(ReferenceValues::samples).orElse(List.of()).stream()
                .filter(sample -> sample.quantity().equals(now.quantity())
                        && sample.place().equals(now.place()))
                .filter(sample -> isComplete(sample) && isComplete(now))
                .findFirst()
                .orElse(null);
    }

    private static boolean isComplete(Sample sample) {
        for (double value : sample.values()) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return sample.values().length > 0;
    }

    private static Mark mark(Style style, Sample sample, double unit) {
        IntervalEstimate median = OrderStatisticInterval.of(sample.values(), 0.5);
        return new Mark(
                style,
                median.value() / unit,
                median.lower95() / unit,
                median.upper95() / unit,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }
}
