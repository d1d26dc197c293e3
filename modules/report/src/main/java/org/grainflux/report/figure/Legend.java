package org.grainflux.report.figure;

import java.util.List;
import org.grainflux.report.figure.Svg.Anchor;

/** Names of series above a plot, wrapped to the width. */
final class Legend {
    private static final double SAMPLE = 34;
    private static final double ROW = 22;
    private static final double GAP = 18;

    /** Draws the sample of an entry in a box {@code SAMPLE} wide around a middle line. */
    @FunctionalInterface
    interface Sample {
        void draw(Svg svg, double x, double y, double width);
    }

    record Entry(String name, Sample sample) {}

    private Legend() {}

    static Entry line(String name, Style style) {
        return new Entry(name, (svg, x, y, width) -> {
            svg.line(x, y, x + width, y, style.colour(), 2.4, style.dash());
            svg.marker(x + width / 2, y, 5, style);
        });
    }

    static Entry mark(String name, Style style) {
        return new Entry(name, (svg, x, y, width) -> svg.marker(x + width / 2, y, 5.5, style));
    }

    /** Returns the height used. */
    static double draw(Svg svg, double top, List<Entry> entries) {
        double x = 0;
        double y = top;
        for (Entry entry : entries) {
            double width = SAMPLE + 7 + Svg.textWidth(entry.name());
            if (x > 0 && x + width > Svg.WIDTH) {
                x = 0;
                y += ROW;
            }
            entry.sample().draw(svg, x, y + ROW / 2, SAMPLE);
            svg.text(x + SAMPLE + 7, y + ROW / 2 + 5, Anchor.START, entry.name());
            x += width + GAP;
        }
        return entries.isEmpty() ? 0 : y + ROW - top;
    }
}
