package org.grainflux.report.figure;

/** Values over a square, place by place, in colour. */
public final class SquareMap {
    private SquareMap() {}

    /**
     * @param values row by row from below, points × points; NaN stays white
     * @param side length of the square in the unit of the axes
     * @param colours its title explains the colours
     */
    public static String draw(String description, double[] values, int points, double side, String unit, Axis colours) {
        Svg svg = new Svg(description);
        Axis x = Axis.linear("x (" + unit + ")", 0, side, 5);
        Axis y = Axis.linear("y (" + unit + ")", 0, side, 5);
        double left = PlotFrame.labelWidth(y);
        double size = Svg.WIDTH - left - 12;
        PlotFrame plot = new PlotFrame(svg, left, 32, size, size, x, y);
        plot.drawY();
        double below = plot.drawX();
        double[] fromTop = new double[values.length];
        for (int row = 0; row < points; row++) {
            System.arraycopy(values, row * points, fromTop, (points - 1 - row) * points, points);
        }
        // The bounds of the axes are rounded; the map itself keeps its true size.
        double mapSide = plot.x(side) - plot.left();
        double mapTop = plot.y(side);
        svg.raw("<image x=\"" + Svg.number(left) + "\" y=\"" + Svg.number(mapTop) + "\" width=\""
                + Svg.number(mapSide) + "\" height=\"" + Svg.number(mapSide)
                + "\" preserveAspectRatio=\"none\" href=\"data:image/png;base64,"
                + ColourImage.png(fromTop, points, points, colours) + "\"/>");
        svg.frame(left, mapTop, mapSide, mapSide, Style.FRAME);
        return svg.height(ColourImage.bar(svg, below + 10, colours, colours.title()))
                .markup();
    }
}
