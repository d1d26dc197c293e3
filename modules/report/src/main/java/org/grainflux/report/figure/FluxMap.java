package org.grainflux.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grainflux.report.vtu.FluxFields;
import org.grainflux.report.vtu.VtuArray;
import org.grainflux.report.vtu.VtuGrid;

/**
 * Current density over its mean in one plane structure, or on an electrode of a volume, with the grain boundaries; both axes
 * in the same scale.
 */
public final class FluxMap {
    private static final int IMAGE_COLUMNS = 880;

    /** Beyond this share of the pixels, on either side, the colours end: singular corners must not flatten the rest. */
    private static final double SHOWN_SHARE = 0.995;

    private static final double MICROMETRES_PER_M = 1e6;

    private FluxMap() {}

    /** Whether the grid is a 2D field that this map can draw. */
    public static boolean canDraw(VtuGrid grid) {
        return grid.cornersPerCell() == 3
                && grid.cellCount() > 0
                && grid.cellArray(FluxFields.CURRENT_OVER_MEAN).isPresent();
    }

    public static String draw(String description, VtuGrid grid) {
        Window window = Window.of(grid);
        TriangleRaster raster = raster(grid, window);
        double[] shown =
                Arrays.stream(raster.values()).filter(Double::isFinite).sorted().toArray();
        double high = shown.length == 0 ? 1 : shown[(int) (SHOWN_SHARE * (shown.length - 1))];
        double low = shown.length == 0 ? 0 : shown[(int) ((1 - SHOWN_SHARE) * (shown.length - 1))];
        Axis colours = Axis.linear("current density over its mean", low < 0.4 ? 0 : low, Math.max(high, 1.01), 5);

        Svg svg = new Svg(description);
        boolean surface = window.periodY() > 0;
        String across = surface ? "x (µm)" : "position along the electrode (µm)";
        Axis x = Axis.linear(across, 0, window.width() * MICROMETRES_PER_M, 5);
        Axis y = Axis.linear(surface ? "y (µm)" : "height (µm)", 0, window.height() * MICROMETRES_PER_M, 5);
        double left = PlotFrame.labelWidth(y);
        double plotTop = 32;
        // The bounds of the axes are rounded; the map itself keeps the cell's true size.
        double scale = (Svg.WIDTH - left - 12) / x.high();
        double plotWidth = scale * x.high();
        double plotHeight = scale * y.high();
        PlotFrame plot = new PlotFrame(svg, left, plotTop, plotWidth, plotHeight, x, y);
        plot.drawY();
        double below = plot.drawX();
        double mapTop = plot.y(window.height() * MICROMETRES_PER_M);
        double mapWidth = scale * window.width() * MICROMETRES_PER_M;
        double mapHeight = plot.bottom() - mapTop;
        String place = "x=\"" + Svg.number(left) + "\" y=\"" + Svg.number(mapTop) + "\" width=\"" + Svg.number(mapWidth)
                + "\" height=\"" + Svg.number(mapHeight) + "\"";
        svg.raw("<image " + place + " preserveAspectRatio=\"none\" href=\"data:image/png;base64,"
                + ColourImage.png(raster.values(), raster.columns(), raster.rows(), colours) + "\"/>");
        svg.raw("<svg " + place + " viewBox=\"0 0 " + Svg.number(mapWidth) + " " + Svg.number(mapHeight) + "\">");
        double perM = mapWidth / window.width();
        svg.raw("<path d=\"" + outlines(grid, window, perM, mapHeight)
                + "\" fill=\"none\" stroke=\"#ffffff\" stroke-opacity=\"0.8\" stroke-width=\"0.9\"/>");
        svg.raw("</svg>");
        svg.frame(left, mapTop, mapWidth, mapHeight, Style.FRAME);
        return svg.height(ColourImage.bar(svg, below + 10, colours, colours.title() + " (–)"))
                .markup();
    }

    /** The cell that is shown: one period where the field is periodic; a period of 0 is none. */
    private record Window(double x0, double y0, double width, double height, double periodX, double periodY) {
        static Window of(VtuGrid grid) {
            double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
            double[] size = new double[2];
            double[] period = new double[2];
            for (int axis = 0; axis < 2; axis++) {
                double high = Double.NEGATIVE_INFINITY;
                for (int p = 0; p < grid.pointCount(); p++) {
                    low[axis] = Math.min(low[axis], grid.points().at(p, axis));
                    high = Math.max(high, grid.points().at(p, axis));
                }
                int component = axis;
                period[axis] = grid.fieldArray(FluxFields.PERIOD)
                        .map(a -> a.at(0, component))
                        .orElse(0.0);
                // A periodic cell starts at 0; its unwrapped grains stick out on both sides.
                low[axis] = period[axis] > 0 ? 0 : low[axis];
                size[axis] = period[axis] > 0 ? period[axis] : high - low[axis];
            }
            return new Window(low[0], low[1], size[0], size[1], period[0], period[1]);
        }

        /** Offsets at which a copy of the field may meet the window: x and y. */
        List<double[]> copies() {
            List<double[]> copies = new ArrayList<>();
            for (double dx : offsets(periodX)) {
                for (double dy : offsets(periodY)) {
                    copies.add(new double[] {dx, dy});
                }
            }
            return copies;
        }

        private static double[] offsets(double period) {
            return period > 0 ? new double[] {-period, 0, period} : new double[] {0};
        }
    }

    private static TriangleRaster raster(VtuGrid grid, Window window) {
        TriangleRaster raster =
                new TriangleRaster(window.x0(), window.y0(), window.width(), window.height(), IMAGE_COLUMNS);
        VtuArray value = grid.cellArray(FluxFields.CURRENT_OVER_MEAN).orElseThrow();
        VtuArray points = grid.points();
        for (double[] offset : window.copies()) {
            for (int cell = 0; cell < grid.cellCount(); cell++) {
                int a = grid.corner(cell, 0);
                int b = grid.corner(cell, 1);
                int c = grid.corner(cell, 2);
                raster.draw(
                        points.at(a, 0) + offset[0],
                        points.at(a, 1) + offset[1],
                        points.at(b, 0) + offset[0],
                        points.at(b, 1) + offset[1],
                        points.at(c, 0) + offset[0],
                        points.at(c, 1) + offset[1],
                        value.at(cell, 0));
            }
        }
        return raster;
    }

    private static String outlines(VtuGrid grid, Window window, double perM, double mapHeight) {
        StringBuilder d = new StringBuilder();
        for (List<double[]> loop : RegionOutlines.of(grid)) {
            for (double[] offset : window.copies()) {
                if (!meets(loop, offset, window)) {
                    continue;
                }
                String command = "M";
                for (double[] point : loop) {
                    d.append(command)
                            .append(Svg.number((point[0] + offset[0] - window.x0()) * perM))
                            .append(' ')
                            .append(Svg.number(mapHeight - (point[1] + offset[1] - window.y0()) * perM));
                    command = "L";
                }
                d.append('Z');
            }
        }
        return d.toString();
    }

    private static boolean meets(List<double[]> loop, double[] offset, Window window) {
        double[] start = {window.x0(), window.y0()};
        double[] size = {window.width(), window.height()};
        for (int axis = 0; axis < 2; axis++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double[] point : loop) {
                low = Math.min(low, point[axis] + offset[axis]);
                high = Math.max(high, point[axis] + offset[axis]);
            }
            if (high <= start[axis] || low >= start[axis] + size[axis]) {
                return false;
            }
        }
        return true;
    }
}
