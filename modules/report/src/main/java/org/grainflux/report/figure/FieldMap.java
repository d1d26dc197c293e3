package org.grainflux.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.grainflux.report.vtu.FluxFields;
import org.grainflux.report.vtu.VtuArray;
import org.grainflux.report.vtu.VtuGrid;

/**
 * A value per cell of one plane structure, or of an electrode of a volume, with the grain boundaries and lines over them; both
 * axes in the same scale.
 */
final class FieldMap {
    private static final int IMAGE_COLUMNS = 880;

    /** Beyond this share of the pixels, on either side, the colours end: singular corners must not flatten the rest. */
    private static final double SHOWN_SHARE = 0.995;

    private static final double MICROMETRES_PER_M = 1e6;

    private FieldMap() {}

    /** A line in the cell, m; one that crosses the period leaves the cell and comes in on the other side. */
    record Line(String name, Style style, double[] xM, double[] yM) {}

    /** Whether the grid is a 2D field with this value per cell. */
    static boolean canDraw(VtuGrid grid, String array) {
        return grid.cornersPerCell() == 3
                && grid.cellCount() > 0
                && grid.cellArray(array).isPresent();
    }

    /**
     * @param array cell data
     * @param unit of it
     * @param coloursOf colours from the smallest and largest value shown
     */
    static String draw(
            String description,
            VtuGrid grid,
            String array,
            String unit,
            BiFunction<Double, Double, Axis> coloursOf,
            List<Line> lines) {
        Window window = Window.of(grid);
        TriangleRaster raster = raster(grid, array, window);
        double[] shown =
                Arrays.stream(raster.values()).filter(Double::isFinite).sorted().toArray();
        double high = shown.length == 0 ? 1 : shown[(int) (SHOWN_SHARE * (shown.length - 1))];
        double low = shown.length == 0 ? 0 : shown[(int) ((1 - SHOWN_SHARE) * (shown.length - 1))];
        Axis colours = coloursOf.apply(low, high);

        Svg svg = new Svg(description);
        boolean surface = window.periodY() > 0;
        String across = surface ? "x (µm)" : "position along the electrode (µm)";
        Axis x = Axis.linear(across, 0, window.width() * MICROMETRES_PER_M, 5);
        Axis y = Axis.linear(surface ? "y (µm)" : "height (µm)", 0, window.height() * MICROMETRES_PER_M, 5);
        double left = PlotFrame.labelWidth(y);
        List<Legend.Entry> entries = lines.stream()
                .map(line -> Legend.line(line.name(), line.style().withMarker(Style.Marker.NONE)))
                .toList();
        double plotTop = 32 + Legend.draw(svg, 2, entries);
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
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            // Lines that coincide show as bands in each other.
            double width = 2.2 + 0.9 * (lines.size() - 1 - i);
            svg.raw("<path d=\"" + course(line, window, perM, mapHeight) + "\" fill=\"none\" stroke=\""
                    + line.style().colour() + "\" stroke-width=\"" + Svg.number(width) + "\" stroke-linejoin=\"round\""
                    + (line.style().dash().isEmpty()
                            ? ""
                            : " stroke-dasharray=\"" + line.style().dash() + "\"")
                    + "/>");
        }
        svg.raw("</svg>");
        svg.frame(left, mapTop, mapWidth, mapHeight, Style.FRAME);
        return svg.height(ColourImage.bar(svg, below + 10, colours, colours.title() + " (" + unit + ")"))
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

    private static TriangleRaster raster(VtuGrid grid, String array, Window window) {
        TriangleRaster raster =
                new TriangleRaster(window.x0(), window.y0(), window.width(), window.height(), IMAGE_COLUMNS);
        VtuArray value = grid.cellArray(array).orElseThrow();
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

    private static String course(Line line, Window window, double perM, double mapHeight) {
        StringBuilder d = new StringBuilder();
        for (double[] offset : window.copies()) {
            for (int i = 0; i < line.xM().length; i++) {
                d.append(i == 0 ? "M" : "L")
                        .append(Svg.number((line.xM()[i] + offset[0] - window.x0()) * perM))
                        .append(' ')
                        .append(Svg.number(mapHeight - (line.yM()[i] + offset[1] - window.y0()) * perM));
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
