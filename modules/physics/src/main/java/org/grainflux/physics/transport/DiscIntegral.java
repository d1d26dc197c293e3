package org.grainflux.physics.transport;

/**
 * Integrals over discs of a density that is constant on the dual cells of an {@link ElectrodeSurface}: the third of each
 * triangle that lies at a corner, bounded by the medians. The area of a disc within a cell is exact. Bins and triangles
 * that lie wholly within the disc add a number known before; only those on the circle are cut. Immutable.
 */
final class DiscIntegral {
    private final SurfaceBins bins;
    /** Place-major: density at the three corners. */
    private final double[] densities;
    /** By place and by bin: the integral over it, and over those of its thirds where the density is positive. */
    private final double[] ofTriangles;

    private final double[] positiveOfTriangles;
    private final double[] ofBins;

    /** Density of the dual cell at a corner of a triangle of the surface. */
    interface CornerDensity {
        double at(int triangle, int corner);
    }

    DiscIntegral(ElectrodeSurface surface, SurfaceBins bins, CornerDensity density) {
        this.bins = bins;
        int count = bins.triangleCount();
        densities = new double[3 * count];
        ofTriangles = new double[count];
        positiveOfTriangles = new double[count];
        ofBins = new double[bins.binCount()];
        for (int b = 0; b < ofBins.length; b++) {
            for (int place = bins.start(b); place < bins.end(b); place++) {
                int t = bins.triangle(place);
                double third = surface.areaM2(t) / 3;
                for (int c = 0; c < 3; c++) {
                    double value = density.at(t, c);
                    densities[3 * place + c] = value;
                    ofTriangles[place] += third * value;
                    positiveOfTriangles[place] += third * Math.max(value, 0);
                }
                ofBins[b] += ofTriangles[place];
            }
        }
    }

    /** Mean density over a disc. */
    double mean(double xM, double yM, double diameterM) {
        double radius = 0.5 * diameterM;
        return sum(xM, yM, radius, true) / (Math.PI * radius * radius);
    }

    /** No less than {@link #mean} but for rounding: triangles on the circle count with all that is positive in them. */
    double meanAtMost(double xM, double yM, double diameterM) {
        double radius = 0.5 * diameterM;
        return sum(xM, yM, radius, false) / (Math.PI * radius * radius);
    }

    private double sum(double x, double y, double radius, boolean exact) {
        int lastX = bins.lastIndex(x + radius, 0);
        int lastY = bins.lastIndex(y + radius, 1);
        int firstX = bins.firstIndex(x - radius, 0);
        double sum = 0;
        for (int j = bins.firstIndex(y - radius, 1); j <= lastY; j++) {
            double shiftY = bins.shiftM(j, 1) - y;
            for (int i = firstX; i <= lastX; i++) {
                int bin = bins.bin(i, j);
                sum += ofBin(bin, bins.shiftM(i, 0) - x, shiftY, radius, exact);
            }
        }
        return sum;
    }

    /** @param shiftX from the bin to its image in coordinates about the disc's centre */
    private double ofBin(int bin, double shiftX, double shiftY, double radius, boolean exact) {
        double lowX = bins.lowM(bin, 0) + shiftX;
        double highX = bins.highM(bin, 0) + shiftX;
        double lowY = bins.lowM(bin, 1) + shiftY;
        double highY = bins.highM(bin, 1) + shiftY;
        double nearX = Math.max(Math.max(lowX, -highX), 0);
        double nearY = Math.max(Math.max(lowY, -highY), 0);
        if (nearX * nearX + nearY * nearY >= radius * radius) {
            return 0;
        }
        double farX = Math.max(-lowX, highX);
        double farY = Math.max(-lowY, highY);
        if (farX * farX + farY * farY <= radius * radius) {
            return ofBins[bin];
        }
        double sum = 0;
        for (int place = bins.start(bin); place < bins.end(bin); place++) {
            sum += ofTriangle(place, shiftX, shiftY, radius, exact);
        }
        return sum;
    }

    private double ofTriangle(int place, double shiftX, double shiftY, double radius, boolean exact) {
        double gx = bins.centroidM(place, 0) + shiftX;
        double gy = bins.centroidM(place, 1) + shiftY;
        double size = bins.radiusM(place);
        double distanceSquared = gx * gx + gy * gy;
        if (distanceSquared >= (radius + size) * (radius + size)) {
            return 0;
        }
        if (size <= radius && distanceSquared <= (radius - size) * (radius - size)) {
            return ofTriangles[place];
        }
        if (!exact) {
            return positiveOfTriangles[place];
        }
        return DiscCut.integral(
                bins.cornerM(place, 0, 0) + shiftX,
                bins.cornerM(place, 0, 1) + shiftY,
                bins.cornerM(place, 1, 0) + shiftX,
                bins.cornerM(place, 1, 1) + shiftY,
                bins.cornerM(place, 2, 0) + shiftX,
                bins.cornerM(place, 2, 1) + shiftY,
                densities[3 * place],
                densities[3 * place + 1],
                densities[3 * place + 2],
                radius * radius);
    }
}
