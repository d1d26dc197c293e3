package org.grainflux.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.report.figure.Svg.Anchor;

/** Points of a section through a structure, larger where a value is large over what is allowed; the largest is named. */
public final class PlaceMap {
    private static final double TALLEST = 300;
    private static final double SMALLEST_RADIUS = 2;
    private static final double LARGEST_RADIUS = 9;

    /** Decades of the value over what is allowed that radii tell apart, below the largest. */
    private static final double DECADES = 4;

    private static final Style WITHIN = new Style("#0072b2", "", Style.Marker.CIRCLE);
    private static final Style BEYOND = new Style("#d55e00", "", Style.Marker.SQUARE);

    private PlaceMap() {}

    /**
     * @param xUm across
     * @param zUm from electrode to electrode
     * @param excess size of each value over what is allowed: beyond it above 1
     * @param worst index of the point that is named
     */
    public static String draw(String description, double[] xUm, double[] zUm, double[] excess, int worst, String name) {
        Svg svg = new Svg(description);
        List<Legend.Entry> entries = new ArrayList<>();
        entries.add(Legend.mark("within the tolerance", WITHIN));
        entries.add(Legend.mark("beyond it", BEYOND));
        double top = Legend.draw(svg, 2, entries) + 40;
        Axis x = Axis.linear("x (µm)", 0, max(xUm));
        Axis z = Axis.linear("z, from electrode to electrode (µm)", 0, max(zUm));
        double left = PlotFrame.labelWidth(z);
        double width = Svg.WIDTH - left - 10;
        double height = Math.min(TALLEST, Math.max(90, width * z.high() / x.high()));
        PlotFrame plot = new PlotFrame(svg, left, top, width, height, x, z);
        plot.drawY();
        double bottom = plot.drawX();
        double largest = Math.max(max(excess), Double.MIN_NORMAL);
        for (int k = 0; k < xUm.length; k++) {
            svg.marker(plot.x(xUm[k]), plot.y(zUm[k]), radius(excess[k], largest), excess[k] > 1 ? BEYOND : WITHIN);
        }
        double atX = plot.x(xUm[worst]);
        double atY = plot.y(zUm[worst]);
        svg.raw("<circle cx=\"" + Svg.number(atX) + "\" cy=\"" + Svg.number(atY) + "\" r=\"13\" fill=\"none\" stroke=\""
                + Style.INK + "\" stroke-width=\"1.4\"/>");
        boolean onRight = atX > plot.left() + 0.5 * width;
        svg.text(atX + (onRight ? -17 : 17), atY + 5, onRight ? Anchor.END : Anchor.START, name, "font-weight=\"600\"");
        return svg.height(bottom).markup();
    }

    private static double radius(double excess, double largest) {
        if (!(excess > 0)) {
            return SMALLEST_RADIUS;
        }
        double share = 1 + Math.log10(Math.min(excess, largest) / largest) / DECADES;
        return SMALLEST_RADIUS + (LARGEST_RADIUS - SMALLEST_RADIUS) * Math.max(0, share);
    }

    private static double max(double[] values) {
        double max = 0;
        for (double value : values) {
            max = Math.max(max, Double.isFinite(value) ? value : 0);
        }
        return max;
    }
}
