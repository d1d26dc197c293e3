package org.grainflux.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.report.figure.Svg.Anchor;

/** Curves over a continuous axis, with bands. */
public final class LineChart {
    /**
     * A curve.
     *
     * @param low lower edge of its band, as long as {@code x}, or empty
     * @param high upper edge of its band
     * @param markPoints whether the points are computed ones worth a marker
     */
    public record Series(
            String name, Style style, double[] x, double[] y, double[] low, double[] high, boolean markPoints) {
        public static Series curve(String name, Style style, double[] x, double[] y) {
            return new Series(name, style, x, y, new double[0], new double[0], false);
        }
    }

    /** A horizontal line with a name. */
    public record Level(double value, String name) {}

    private static final double PLOT_HEIGHT = 250;

    private LineChart() {}

    public static String draw(String description, Axis x, Axis y, List<Series> series, List<Level> levels) {
        Svg svg = new Svg(description);
        List<Legend.Entry> entries = new ArrayList<>();
        for (Series s : series) {
            entries.add(
                    Legend.line(s.name(), s.markPoints() ? s.style() : s.style().withMarker(Style.Marker.NONE)));
        }
        double top = Legend.draw(svg, 2, entries) + 40;
        double left = PlotFrame.labelWidth(y);
        PlotFrame plot = new PlotFrame(svg, left, top, Svg.WIDTH - left - 10, PLOT_HEIGHT, x, y);
        plot.drawY();
        double bottom = plot.drawX();
        for (Series s : series) {
            if (s.low().length > 0) {
                band(svg, plot, s);
            }
        }
        for (Level level : levels) {
            double at = plot.y(level.value());
            svg.line(plot.left(), at, plot.right(), at, Style.MUTED, 1.2, "5 4");
            svg.text(plot.right() - 3, at - 5, Anchor.END, level.name(), "fill=\"" + Style.MUTED + "\"");
        }
        for (Series s : series) {
            svg.path(
                    polyline(plot, s.x(), s.y()),
                    s.style().colour(),
                    s.markPoints() ? 2.4 : 1.8,
                    s.style().dash());
            for (int i = 0; s.markPoints() && i < s.x().length; i++) {
                if (Double.isFinite(s.y()[i])) {
                    svg.marker(plot.x(s.x()[i]), plot.y(s.y()[i]), 4.6, s.style());
                }
            }
        }
        return svg.height(bottom).markup();
    }

    private static void band(Svg svg, PlotFrame plot, Series s) {
        StringBuilder d = new StringBuilder();
        List<Integer> points = new ArrayList<>();
        for (int i = 0; i < s.x().length; i++) {
            if (!Double.isNaN(s.low()[i]) && !Double.isNaN(s.high()[i])) {
                points.add(i);
            }
        }
        for (int i : points) {
            d.append(d.length() == 0 ? "M" : "L").append(point(plot, s.x()[i], s.low()[i]));
        }
        for (int k = points.size() - 1; k >= 0; k--) {
            int i = points.get(k);
            d.append("L").append(point(plot, s.x()[i], s.high()[i]));
        }
        if (points.size() > 1) {
            svg.area(d + "Z", s.style().colour(), 0.16);
        }
    }

    /** The curve with at most two points (lowest and highest) per half unit of width: what an eye can tell apart. */
    private static String polyline(PlotFrame plot, double[] x, double[] y) {
        StringBuilder d = new StringBuilder();
        boolean pen = false;
        int i = 0;
        while (i < x.length) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                pen = false;
                i++;
                continue;
            }
            int lowest = i;
            int highest = i;
            int end = i + 1;
            while (end < x.length && Double.isFinite(y[end]) && Math.abs(plot.x(x[end]) - plot.x(x[i])) < 0.5) {
                lowest = y[end] < y[lowest] ? end : lowest;
                highest = y[end] > y[highest] ? end : highest;
                end++;
            }
            int first = Math.min(lowest, highest);
            int second = Math.max(lowest, highest);
            d.append(pen ? "L" : "M").append(point(plot, x[first], y[first]));
            if (second != first) {
                d.append("L").append(point(plot, x[second], y[second]));
            }
            pen = true;
            i = end;
        }
        return d.toString();
    }

    private static String point(PlotFrame plot, double x, double y) {
        return Svg.number(plot.x(x)) + " " + Svg.number(plot.y(y));
    }
}
