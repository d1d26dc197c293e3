package org.grainflux.report.figure;

import org.grainflux.report.figure.Svg.Anchor;

/** The rectangle of a plot with its axes. */
final class PlotFrame {
    private final Svg svg;
    private final double left;
    private final double top;
    private final double width;
    private final double height;
    private final Axis x;
    private final Axis y;

    /** @param y null when rows instead of an axis run downwards */
    PlotFrame(Svg svg, double left, double top, double width, double height, Axis x, Axis y) {
        this.svg = svg;
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        this.x = x;
        this.y = y;
    }

    double x(double value) {
        return left + width * x.fraction(value);
    }

    double y(double value) {
        return top + height * (1 - y.fraction(value));
    }

    double left() {
        return left;
    }

    double right() {
        return left + width;
    }

    double top() {
        return top;
    }

    double bottom() {
        return top + height;
    }

    /** Grid, ticks, labels and the title below; returns where the next thing may start. */
    double drawX() {
        double room = Double.NEGATIVE_INFINITY;
        for (Axis.Tick tick : x.ticks()) {
            double at = x(tick.value());
            boolean major = !tick.label().isEmpty();
            if (major) {
                svg.line(at, top, at, bottom(), Style.GRID, 1, "");
            }
            svg.line(at, bottom(), at, bottom() + (major ? 5 : 3), Style.FRAME, 1, "");
            double half = Svg.textWidth(tick.label()) / 2;
            if (major && at - half > room) {
                double shifted = Math.max(half, Math.min(at, Svg.WIDTH - half));
                svg.text(shifted, bottom() + 20, Anchor.MIDDLE, tick.label());
                room = at + half + 6;
            }
        }
        svg.line(left, bottom(), right(), bottom(), Style.FRAME, 1, "");
        String title = x.title();
        // A long title is centred on the picture, a short one under the plot.
        double middle = Svg.textWidth(title) > width ? Svg.WIDTH / 2 : left + width / 2;
        svg.text(middle, bottom() + 42, Anchor.MIDDLE, title);
        return bottom() + 52;
    }

    /** Grid, ticks and labels; the title stands above the axis, where it needs no turned head. */
    void drawY() {
        double room = Double.POSITIVE_INFINITY;
        for (Axis.Tick tick : y.ticks()) {
            double at = y(tick.value());
            boolean major = !tick.label().isEmpty();
            if (major) {
                svg.line(left, at, right(), at, Style.GRID, 1, "");
            }
            svg.line(left - (major ? 5 : 3), at, left, at, Style.FRAME, 1, "");
            if (major && at < room) {
                svg.text(left - 8, at + 5, Anchor.END, tick.label());
                room = at - Svg.TEXT - 1;
            }
        }
        svg.line(left, top, left, bottom(), Style.FRAME, 1, "");
        svg.text(0, top - 13, Anchor.START, y.title());
    }

    /** Room that the labels of an axis need on its left. */
    static double labelWidth(Axis axis) {
        double widest = 0;
        for (Axis.Tick tick : axis.ticks()) {
            widest = Math.max(widest, Svg.textWidth(tick.label()));
        }
        return widest + 14;
    }
}
