package org.grainflux.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.report.figure.Svg.Anchor;

/** One row per design: values with nested intervals on a common axis, and what was observed. */
public final class IntervalChart {
    /**
     * A value and its intervals, NaN where there is none; an infinite value is drawn as an arrow at the upper end.
     *
     * @param low95 interval of the value itself, a thick bar
     * @param from spread of the population, a thin line
     * @param widestFrom the widest interval, a pale band
     */
    public record Mark(
            Style style,
            double value,
            double low95,
            double high95,
            double from,
            double to,
            double widestFrom,
            double widestTo) {}

    /** What is known of the true value. */
    public enum Bound {
        EXACT,
        UPPER,
        LOWER
    }

    public record Observed(double value, Bound bound) {}

    public record Row(String label, String note, List<Mark> marks, List<Observed> observed) {}

    /** Names a style in the legend. */
    public record Key(String name, Style style) {}

    private static final double LABEL = 25;
    private static final double MARK = 19;
    private static final double ARROW = 26;

    private IntervalChart() {}

    /** @param explainIntervals whether the legend explains bar, line and band */
    public static String draw(String description, Axis x, List<Key> keys, List<Row> rows, boolean explainIntervals) {
        Svg svg = new Svg(description);
        double top = Legend.draw(svg, 2, legend(keys, rows, explainIntervals)) + 10;
        double height = 0;
        for (Row row : rows) {
            height += rowHeight(row);
        }
        PlotFrame plot = new PlotFrame(svg, 12, top, Svg.WIDTH - 24, height, x, null);
        double y = top;
        for (int i = 0; i < rows.size(); i++) {
            if (i % 2 == 0) {
                svg.rect(0, y, Svg.WIDTH, rowHeight(rows.get(i)), Style.SHADE, 1);
            }
            y += rowHeight(rows.get(i));
        }
        double bottom = plot.drawX();
        y = top;
        for (Row row : rows) {
            drawRow(svg, plot, row, y);
            y += rowHeight(row);
        }
        return svg.height(bottom).markup();
    }

    private static List<Legend.Entry> legend(List<Key> keys, List<Row> rows, boolean explainIntervals) {
        List<Legend.Entry> entries = new ArrayList<>();
        keys.forEach(key -> entries.add(Legend.mark(key.name(), key.style())));
        if (explainIntervals) {
            String colour = keys.isEmpty() ? Style.MUTED : keys.get(0).style().colour();
            entries.add(new Legend.Entry(
                    "95 % of the median", (svg, a, y, width) -> svg.line(a, y, a + width, y, colour, 6, "")));
            entries.add(new Legend.Entry(
                    "95 % of structures", (svg, a, y, width) -> svg.line(a, y, a + width, y, colour, 1.6, "")));
            boolean anyPrior = rows.stream()
                    .flatMap(row -> row.marks().stream())
                    .anyMatch(mark -> !Double.isNaN(mark.widestFrom()));
            if (anyPrior) {
                entries.add(new Legend.Entry(
                        "95 % with priors", (svg, a, y, width) -> svg.rect(a, y - 7, width, 14, colour, 0.16)));
            }
        }
        if (rows.stream().anyMatch(row -> !row.observed().isEmpty())) {
            entries.add(new Legend.Entry("observed", (svg, a, y, width) -> observedMark(svg, a + width / 2, y)));
        }
        return entries;
    }

    private static double rowHeight(Row row) {
        return LABEL + MARK * lanes(row) + 6;
    }

    /** One per mark, and one for what was observed. */
    private static int lanes(Row row) {
        return Math.max(1, row.marks().size()) + (row.observed().isEmpty() ? 0 : 1);
    }

    private static void drawRow(Svg svg, PlotFrame plot, Row row, double top) {
        svg.text(plot.left() - 4, top + 19, Anchor.START, row.label(), "font-weight=\"600\"");
        svg.text(plot.right() + 4, top + 19, Anchor.END, row.note(), "fill=\"" + Style.MUTED + "\"");
        double y = top + LABEL + MARK / 2;
        for (Mark mark : row.marks()) {
            drawMark(svg, plot, mark, y);
            y += MARK;
        }
        double middle = top + LABEL + MARK * (lanes(row) - 0.5);
        for (Observed observed : row.observed()) {
            double at = plot.x(observed.value());
            // The observation concerns every mark above it.
            svg.line(at, top + LABEL - 2, at, middle, Style.OBSERVED.colour(), 1.2, "2 2");
            if (observed.bound() != Bound.EXACT) {
                int side = observed.bound() == Bound.UPPER ? -1 : 1;
                double tip = Math.max(plot.left(), Math.min(plot.right(), at + side * ARROW));
                svg.line(at, middle, tip - side * 5, middle, Style.OBSERVED.colour(), 2, "");
                svg.raw("<polygon points=\"" + Svg.number(tip) + "," + Svg.number(middle) + " "
                        + Svg.number(tip - side * 9) + "," + Svg.number(middle - 5) + " "
                        + Svg.number(tip - side * 9) + "," + Svg.number(middle + 5) + "\" fill=\""
                        + Style.OBSERVED.colour() + "\"/>");
                svg.line(at, middle - 8, at, middle + 8, Style.OBSERVED.colour(), 2.4, "");
            } else {
                observedMark(svg, at, middle);
            }
        }
    }

    private static void observedMark(Svg svg, double x, double y) {
        svg.marker(x, y, 6, Style.Marker.DIAMOND, "#ffffff", Style.OBSERVED.colour());
        svg.marker(x, y, 2.4, Style.Marker.DIAMOND, Style.OBSERVED.colour(), Style.OBSERVED.colour());
    }

    private static void drawMark(Svg svg, PlotFrame plot, Mark mark, double y) {
        String colour = mark.style().colour();
        if (!Double.isNaN(mark.widestFrom()) && !Double.isNaN(mark.widestTo())) {
            double a = plot.x(mark.widestFrom());
            svg.rect(a, y - 8, Math.max(2, plot.x(mark.widestTo()) - a), 16, colour, 0.16);
        }
        if (!Double.isNaN(mark.from()) && !Double.isNaN(mark.to())) {
            svg.line(plot.x(mark.from()), y, plot.x(mark.to()), y, colour, 1.6, "");
            svg.line(plot.x(mark.from()), y - 4, plot.x(mark.from()), y + 4, colour, 1.6, "");
            svg.line(plot.x(mark.to()), y - 4, plot.x(mark.to()), y + 4, colour, 1.6, "");
        }
        if (!Double.isNaN(mark.low95()) && !Double.isNaN(mark.high95())) {
            svg.line(plot.x(mark.low95()), y, plot.x(mark.high95()), y, colour, 8, "");
        }
        if (Double.isInfinite(mark.value())) {
            svg.text(plot.right(), y + 5, Anchor.END, "no limit found →", "fill=\"" + colour + "\"");
        } else if (!Double.isNaN(mark.value())) {
            svg.marker(plot.x(mark.value()), y, 5.2, mark.style());
        }
    }
}
