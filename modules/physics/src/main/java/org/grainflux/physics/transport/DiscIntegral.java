package org.grainflux.physics.transport;

/**
 * Integrals over discs of a density that is constant on the dual cells of an {@link ElectrodeSurface}: the third of each
 * triangle that lies at a corner, bounded by the medians. The area of a disc within a cell is exact. Bins and triangles
 * that lie wholly within the disc add a number known before; only those on the circle are cut. Immutable.
 */
final class DiscIntegral {
    /**
     * A line through the centroid leaves at most 5/9 of a triangle on either side (Winternitz; Yaglom and Boltyanskii
     * (1961), Convex Figures). A disc lies on one side of the line through any point outside it.
     */
    private static final double BEYOND_CENTROID = 5.0 / 9;

    private final SurfaceBins bins;
    /** Place-major: density at the three corners. */
    private final double[] densities;
    /** By place: the integral over the triangle. */
    private final double[] ofTriangles;
    /** By place: the integral over the thirds where the density is positive. */
    private final double[] positiveOfTriangles;
    /** By place: no less than the integral over any part on one side of a line that leaves the centroid on the other. */
    private final double[] positiveBeyondCentroid;
    /** By bin: the integral over its triangles. */
    private final double[] ofBins;

    private final double[] positiveOfBins;
    /** By bin: largest density, at least 0. */
    private final double[] highestOfBins;

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
        positiveBeyondCentroid = new double[count];
        ofBins = new double[bins.binCount()];
        positiveOfBins = new double[ofBins.length];
        highestOfBins = new double[ofBins.length];
        for (int b = 0; b < ofBins.length; b++) {
            for (int place = bins.start(b); place < bins.end(b); place++) {
                int t = bins.triangle(place);
                double third = surface.areaM2(t) / 3;
                double highest = 0;
                for (int c = 0; c < 3; c++) {
                    double value = density.at(t, c);
                    densities[3 * place + c] = value;
                    ofTriangles[place] += third * value;
                    positiveOfTriangles[place] += third * Math.max(value, 0);
                    highest = Math.max(highest, value);
                }
                positiveBeyondCentroid[place] =
                        Math.min(positiveOfTriangles[place], 3 * BEYOND_CENTROID * third * highest);
                positiveOfBins[b] += positiveOfTriangles[place];
                highestOfBins[b] = Math.max(highestOfBins[b], highest);
                ofBins[b] += ofTriangles[place];
            }
        }
    }

    /** How the parts on the circle count. */
    private enum Edge {
        CUT,
        /** All that is positive in a triangle on the circle. */
        TRIANGLES,
        /** All that is positive in a bin on the circle, or its largest density wherever it can meet the disc. */
        BINS
    }

    /** Mean density over a disc. */
    double mean(double xM, double yM, double diameterM) {
        return mean(xM, yM, diameterM, Edge.CUT);
    }

    /** No less than {@link #mean} but for rounding; cuts no triangle. */
    double meanAtMost(double xM, double yM, double diameterM) {
        return mean(xM, yM, diameterM, Edge.TRIANGLES);
    }

    /** No less than {@link #mean} but for rounding; looks at no triangle of a bin, so it is rougher and faster still. */
    double meanRoughlyAtMost(double xM, double yM, double diameterM) {
        return mean(xM, yM, diameterM, Edge.BINS);
    }

    private double mean(double x, double y, double diameter, Edge edge) {
        double radius = 0.5 * diameter;
        int firstX = bins.firstIndex(x - radius, 0);
        int lastX = bins.lastIndex(x + radius, 0);
        int lastY = bins.lastIndex(y + radius, 1);
        double sum = 0;
        for (int j = bins.firstIndex(y - radius, 1); j <= lastY; j++) {
            double shiftY = bins.shiftM(j, 1) - y;
            int bin = bins.bin(firstX, j);
            double shiftX = bins.shiftM(firstX, 0) - x;
            for (int i = firstX; i <= lastX; i++) {
                sum += ofBin(bin, shiftX, shiftY, radius, edge);
                bin++;
                if (bin % bins.columns() == 0) {
                    bin -= bins.columns();
                    shiftX = bins.shiftM(i + 1, 0) - x;
                }
            }
        }
        return sum / (Math.PI * radius * radius);
    }

    /** @param shiftX from the bin to its image in coordinates about the disc's centre */
    private double ofBin(int bin, double shiftX, double shiftY, double radius, Edge edge) {
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
        if (edge == Edge.BINS) {
            // The disc within the box fits into what the disc's own box leaves of it.
            double area = (Math.min(highX, radius) - Math.max(lowX, -radius))
                    * (Math.min(highY, radius) - Math.max(lowY, -radius));
            return Math.min(positiveOfBins[bin], area * highestOfBins[bin]);
        }
        double sum = 0;
        for (int place = bins.start(bin); place < bins.end(bin); place++) {
            sum += ofTriangle(place, shiftX, shiftY, radius, edge);
        }
        return sum;
    }

    private double ofTriangle(int place, double shiftX, double shiftY, double radius, Edge edge) {
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
        if (edge != Edge.CUT) {
            return distanceSquared > radius * radius ? positiveBeyondCentroid[place] : positiveOfTriangles[place];
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
