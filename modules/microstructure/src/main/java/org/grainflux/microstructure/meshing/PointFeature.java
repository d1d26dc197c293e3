package org.grainflux.microstructure.meshing;

import java.util.Arrays;
import java.util.List;

/**
 * Points of one wanted size in a plane cell that is periodic in axis 0. Only points within the distance at which the
 * size has grown to the cap can matter, so a grid of buckets that wide answers from nine of them.
 */
final class PointFeature {
    private final double sizeM;
    private final double growth;
    private final double reachM;
    private final double widthM;
    private final int columns;
    private final int rows;
    private final double columnM;
    private final double rowM;
    private final double[][] xOfBucket;
    private final double[][] yOfBucket;

    PointFeature(List<double[]> pointsM, double sizeM, double growth, double capM, double widthM, double heightM) {
        this.sizeM = sizeM;
        this.growth = growth;
        this.widthM = widthM;
        this.reachM = Math.max(0, (capM - sizeM) / growth);
        this.columns = buckets(widthM);
        this.rows = buckets(heightM);
        this.columnM = widthM / columns;
        this.rowM = heightM / rows;
        this.xOfBucket = new double[columns * rows][0];
        this.yOfBucket = new double[columns * rows][0];
        if (reachM > 0) {
            pointsM.forEach(this::register);
        }
    }

    private int buckets(double lengthM) {
        return (int) Math.max(1, Math.min(256, lengthM / Math.max(reachM, 1e-300)));
    }

    /** A point is listed in every bucket it may reach, so a query reads one bucket. */
    private void register(double[] point) {
        int column = (int) Math.floor(point[0] / columnM);
        int row = Math.min(rows - 1, Math.max(0, (int) Math.floor(point[1] / rowM)));
        int across = Math.min(1, (columns - 1) / 2);
        for (int dy = -1; dy <= 1; dy++) {
            if (row + dy < 0 || row + dy >= rows) {
                continue;
            }
            for (int dx = -across; dx <= (columns == 2 ? 1 : across); dx++) {
                int bucket = (row + dy) * columns + Math.floorMod(column + dx, columns);
                xOfBucket[bucket] = append(xOfBucket[bucket], point[0]);
                yOfBucket[bucket] = append(yOfBucket[bucket], point[1]);
            }
        }
    }

    private static double[] append(double[] values, double value) {
        double[] longer = Arrays.copyOf(values, values.length + 1);
        longer[values.length] = value;
        return longer;
    }

    /** Size wanted at a position by the nearest point; infinite when none is near. */
    double sizeM(double x, double y) {
        int column = Math.min(columns - 1, Math.max(0, (int) (x / columnM)));
        int row = Math.min(rows - 1, Math.max(0, (int) (y / rowM)));
        double[] px = xOfBucket[row * columns + column];
        double[] py = yOfBucket[row * columns + column];
        double nearest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < px.length; k++) {
            double dx = Math.abs(x - px[k]);
            dx = Math.min(dx, Math.abs(widthM - dx));
            double dy = y - py[k];
            nearest = Math.min(nearest, dx * dx + dy * dy);
        }
        return px.length == 0 ? Double.POSITIVE_INFINITY : sizeM + growth * Math.sqrt(nearest);
    }
}
