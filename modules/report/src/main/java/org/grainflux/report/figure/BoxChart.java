package org.grainflux.report.figure;

import java.util.Arrays;
import java.util.List;
import org.grainflux.report.figure.Svg.Anchor;

/** Distributions in rows: every value as a dot, the quartiles as a box, the median as a line. */
public final class BoxChart {
    public record Row(String label, Style style, double[] values) {}

    private static final double LABEL = 24;
    private static final double BODY = 30;

    /** The golden ratio's fraction spreads dots evenly without chance. */
    private static final double SPREAD = 0.6180339887498949;

    private BoxChart() {}

    public static String draw(String description, Axis x, List<Row> rows) {
        Svg svg = new Svg(description);
        double top = 4;
        PlotFrame plot = new PlotFrame(svg, 12, top, Svg.WIDTH - 24, rows.size() * (LABEL + BODY), x, null);
        for (int i = 0; i < rows.size(); i += 2) {
            svg.rect(0, top + i * (LABEL + BODY), Svg.WIDTH, LABEL + BODY, Style.SHADE, 1);
        }
        double bottom = plot.drawX();
        double y = top;
        for (Row row : rows) {
            double[] sorted = Arrays.stream(row.values())
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            svg.text(plot.left() - 4, y + 18, Anchor.START, row.label(), "font-weight=\"600\"");
            svg.text(
                    plot.right() + 4,
                    y + 18,
                    Anchor.END,
                    sorted.length + " electrodes",
                    "fill=\"" + Style.MUTED + "\"");
            if (sorted.length > 0) {
                drawBox(svg, plot, row.style().colour(), sorted, y + LABEL + BODY / 2 - 3);
            }
            y += LABEL + BODY;
        }
        return svg.height(bottom).markup();
    }

    private static void drawBox(Svg svg, PlotFrame plot, String colour, double[] sorted, double y) {
        int every = Math.max(1, sorted.length / 400);
        for (int i = 0; i < sorted.length; i += every) {
            double offset = (i * SPREAD % 1 - 0.5) * 20;
            svg.raw("<circle cx=\"" + Svg.number(plot.x(sorted[i])) + "\" cy=\"" + Svg.number(y + offset)
                    + "\" r=\"2.4\" fill=\"" + colour + "\" fill-opacity=\"0.45\"/>");
        }
        double q1 = plot.x(quantile(sorted, 0.25));
        double q3 = plot.x(quantile(sorted, 0.75));
        double median = plot.x(quantile(sorted, 0.5));
        svg.rect(q1, y - 9, Math.max(1.5, q3 - q1), 18, colour, 0.18);
        svg.frame(q1, y - 9, Math.max(1.5, q3 - q1), 18, colour);
        svg.line(median, y - 12, median, y + 12, Style.INK, 3, "");
    }

    /** Linear interpolation between order statistics (type 7 of Hyndman and Fan 1996). */
    static double quantile(double[] sorted, double probability) {
        double position = probability * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
