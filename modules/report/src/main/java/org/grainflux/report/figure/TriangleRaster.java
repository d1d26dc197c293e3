package org.grainflux.report.figure;

import java.util.Arrays;

/**
 * Values on a regular grid of pixels over a rectangle, row 0 at the top; NaN where nothing was drawn. A pixel takes the
 * value of the triangle that holds its centre.
 */
final class TriangleRaster {
    private final double x0;
    private final double y0;
    private final double pixel;
    private final int columns;
    private final int rows;
    private final double[] values;

    TriangleRaster(double x0, double y0, double width, double height, int columns) {
        this.x0 = x0;
        this.y0 = y0;
        this.pixel = width / columns;
        this.columns = columns;
        this.rows = Math.max(1, (int) Math.round(height / pixel));
        this.values = new double[columns * rows];
        Arrays.fill(values, Double.NaN);
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** A copy, row-major from the top. */
    double[] values() {
        return values.clone();
    }

    double at(int column, int row) {
        return values[row * columns + column];
    }

    void draw(double ax, double ay, double bx, double by, double cx, double cy, double value) {
        double area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
        if (area == 0) {
            return;
        }
        double low = Math.min(ay, Math.min(by, cy));
        double high = Math.max(ay, Math.max(by, cy));
        double left = Math.min(ax, Math.min(bx, cx));
        double right = Math.max(ax, Math.max(bx, cx));
        // Row r has its centre at y0 + (rows − r − ½) pixel.
        int firstRow = Math.max(0, (int) Math.ceil(rows - 0.5 - (high - y0) / pixel));
        int lastRow = Math.min(rows - 1, (int) Math.floor(rows - 0.5 - (low - y0) / pixel));
        int firstColumn = Math.max(0, (int) Math.ceil((left - x0) / pixel - 0.5));
        int lastColumn = Math.min(columns - 1, (int) Math.floor((right - x0) / pixel - 0.5));
        for (int row = firstRow; row <= lastRow; row++) {
            double y = y0 + (rows - row - 0.5) * pixel;
            for (int column = firstColumn; column <= lastColumn; column++) {
                double x = x0 + (column + 0.5) * pixel;
                double u = ((bx - x) * (cy - y) - (cx - x) * (by - y)) / area;
                double v = ((cx - x) * (ay - y) - (ax - x) * (cy - y)) / area;
                if (u >= 0 && v >= 0 && u + v <= 1) {
                    values[row * columns + column] = value;
                }
            }
        }
    }
}
