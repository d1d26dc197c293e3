package org.grainflux.physics.transport;

/**
 * Integrals over discs of a density that is constant on the dual cells of an {@link ElectrodeSurface}: the third of each
 * triangle that lies at a corner, bounded by the medians. The area of a disc within a cell is exact. Triangles are found
 * by a grid of bins over one period. Not safe for concurrent use.
 */
final class DiscIntegral {
    /** Side of a bin over the mean size of a triangle: a disc then looks at few bins and at few triangles in vain. */
    private static final double BIN_PER_TRIANGLE = 2;

    private final ElectrodeSurface surface;
    private final double[] sizeM;
    private final int[] bins = new int[2];
    private final int[] binStarts;
    private final int[] binTriangles;
    /** Triangle-major: x and y of the centroid, distance of the farthest corner from it, area of a third. */
    private final double[] circles;
    /** Query in which a triangle was last looked at. */
    private final long[] lastQuery;

    private long query;
    private final double[] thirds = new double[3];

    DiscIntegral(ElectrodeSurface surface) {
        this.surface = surface;
        this.sizeM = surface.sizeM();
        int triangles = surface.triangleCount();
        this.lastQuery = new long[triangles];
        this.circles = new double[4 * triangles];
        double side = BIN_PER_TRIANGLE * Math.sqrt(surface.areaM2() / triangles);
        for (int axis = 0; axis < 2; axis++) {
            bins[axis] = (int) Math.max(1, Math.floor(sizeM[axis] / side));
        }
        for (int t = 0; t < triangles; t++) {
            double x = centroid(t, 0);
            double y = centroid(t, 1);
            double radius = 0;
            for (int c = 0; c < 3; c++) {
                radius = Math.max(radius, Math.hypot(surface.cornerM(t, c, 0) - x, surface.cornerM(t, c, 1) - y));
            }
            circles[4 * t] = x;
            circles[4 * t + 1] = y;
            circles[4 * t + 2] = radius;
            circles[4 * t + 3] = surface.areaM2(t) / 3;
        }
        binStarts = new int[bins[0] * bins[1] + 1];
        for (int t = 0; t < triangles; t++) {
            forEachBin(circles[4 * t], circles[4 * t + 1], circles[4 * t + 2], bin -> binStarts[bin + 1]++);
        }
        for (int b = 0; b + 1 < binStarts.length; b++) {
            binStarts[b + 1] += binStarts[b];
        }
        binTriangles = new int[binStarts[binStarts.length - 1]];
        int[] next = binStarts.clone();
        for (int t = 0; t < triangles; t++) {
            int triangle = t;
            forEachBin(
                    circles[4 * t],
                    circles[4 * t + 1],
                    circles[4 * t + 2],
                    bin -> binTriangles[next[bin]++] = triangle);
        }
    }

    private double centroid(int triangle, int axis) {
        return (surface.cornerM(triangle, 0, axis)
                        + surface.cornerM(triangle, 1, axis)
                        + surface.cornerM(triangle, 2, axis))
                / 3;
    }

    private interface BinConsumer {
        void accept(int bin);
    }

    /** Every bin that meets a square, each once even if the square is larger than the cell. */
    private void forEachBin(double x, double y, double half, BinConsumer consumer) {
        int lowX = (int) Math.floor((x - half) / sizeM[0] * bins[0]);
        int lowY = (int) Math.floor((y - half) / sizeM[1] * bins[1]);
        int highX = Math.min((int) Math.floor((x + half) / sizeM[0] * bins[0]), lowX + bins[0] - 1);
        int highY = Math.min((int) Math.floor((y + half) / sizeM[1] * bins[1]), lowY + bins[1] - 1);
        for (int j = lowY; j <= highY; j++) {
            for (int i = lowX; i <= highX; i++) {
                consumer.accept(Math.floorMod(j, bins[1]) * bins[0] + Math.floorMod(i, bins[0]));
            }
        }
    }

    /**
     * ∫ over the disc, in units of the density times m².
     *
     * @param radiusM so small that the disc and any triangle fit into half the cell
     * @param density of the dual cell at each corner
     */
    double over(double x, double y, double radiusM, CornerDensity density) {
        query++;
        double[] sum = new double[1];
        forEachBin(x, y, radiusM, bin -> {
            for (int k = binStarts[bin]; k < binStarts[bin + 1]; k++) {
                int t = binTriangles[k];
                if (lastQuery[t] != query) {
                    lastQuery[t] = query;
                    sum[0] += overTriangle(t, x, y, radiusM, density);
                }
            }
        });
        return sum[0];
    }

    /** Density of the dual cell at a corner of a triangle. */
    interface CornerDensity {
        double at(int triangle, int corner);
    }

    private double overTriangle(int t, double x, double y, double radius, CornerDensity density) {
        double dx = circles[4 * t] - x;
        double dy = circles[4 * t + 1] - y;
        // The image of the triangle that is nearest to the disc.
        double shiftX = -sizeM[0] * Math.rint(dx / sizeM[0]) - x;
        double shiftY = -sizeM[1] * Math.rint(dy / sizeM[1]) - y;
        double distance = Math.hypot(circles[4 * t] + shiftX, circles[4 * t + 1] + shiftY);
        double size = circles[4 * t + 2];
        if (distance >= radius + size) {
            return 0;
        }
        if (distance + size <= radius) {
            return circles[4 * t + 3] * (density.at(t, 0) + density.at(t, 1) + density.at(t, 2));
        }
        cut(t, shiftX, shiftY, radius * radius);
        return thirds[0] * density.at(t, 0) + thirds[1] * density.at(t, 1) + thirds[2] * density.at(t, 2);
    }

    /** Areas of the thirds within the disc about the origin: signed areas of the fans to their sides, added up. */
    private void cut(int t, double shiftX, double shiftY, double radiusSquared) {
        double gx = circles[4 * t] + shiftX;
        double gy = circles[4 * t + 1] + shiftY;
        thirds[0] = 0;
        thirds[1] = 0;
        thirds[2] = 0;
        for (int c = 0; c < 3; c++) {
            int next = (c + 1) % 3;
            double px = surface.cornerM(t, c, 0) + shiftX;
            double py = surface.cornerM(t, c, 1) + shiftY;
            double qx = surface.cornerM(t, next, 0) + shiftX;
            double qy = surface.cornerM(t, next, 1) + shiftY;
            double mx = 0.5 * (px + qx);
            double my = 0.5 * (py + qy);
            double median = fan(mx, my, gx, gy, radiusSquared);
            thirds[c] += fan(px, py, mx, my, radiusSquared) + median;
            thirds[next] += fan(mx, my, qx, qy, radiusSquared) - median;
        }
    }

    /** Signed area of the triangle (0, p, q) within the disc about the origin. */
    static double fan(double px, double py, double qx, double qy, double radiusSquared) {
        double dx = qx - px;
        double dy = qy - py;
        double a = dx * dx + dy * dy;
        double b = px * dx + py * dy;
        double discriminant = b * b - a * (px * px + py * py - radiusSquared);
        if (!(a > 0)) {
            return 0;
        }
        double root = Math.sqrt(Math.max(discriminant, 0));
        double enter = (-b - root) / a;
        double leave = (-b + root) / a;
        if (discriminant <= 0 || leave <= 0 || enter >= 1) {
            return sector(px, py, qx, qy, radiusSquared);
        }
        double ex = enter > 0 ? px + enter * dx : px;
        double ey = enter > 0 ? py + enter * dy : py;
        double lx = leave < 1 ? px + leave * dx : qx;
        double ly = leave < 1 ? py + leave * dy : qy;
        double area = 0.5 * (ex * ly - ey * lx);
        if (enter > 0) {
            area += sector(px, py, ex, ey, radiusSquared);
        }
        if (leave < 1) {
            area += sector(lx, ly, qx, qy, radiusSquared);
        }
        return area;
    }

    private static double sector(double px, double py, double qx, double qy, double radiusSquared) {
        return 0.5 * radiusSquared * Math.atan2(px * qy - py * qx, px * qx + py * qy);
    }
}
