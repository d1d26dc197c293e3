package org.grainflux.physics.transport;

/**
 * The triangles of an {@link ElectrodeSurface}, sorted into a grid of bins over one period by their centroids. Every
 * triangle is in one bin, so a disc meets it once and a whole bin can stand for its triangles. Depends on the mesh alone:
 * all designs and all discs on an electrode share it. Immutable.
 *
 * <p>Triangles are numbered by place: those of a bin follow each other, so a disc reads memory in order.
 */
final class SurfaceBins {
    /** Side of a bin over the mean size of a triangle: a disc then looks at few bins and at few triangles in vain. */
    private static final double BIN_PER_TRIANGLE = 2;

    private final double[] sizeM;
    private final int[] bins = new int[2];
    private final int[] starts;
    /** By place: triangle of the surface. */
    private final int[] triangles;
    /** Place-major: x and y of the three corners, counter-clockwise, in the image whose centroid is in the cell. */
    private final double[] corners;
    /** Place-major: x and y of the centroid and distance of the farthest corner from it. */
    private final double[] circles;
    /** Bin-major: lowest x, highest x, lowest y, highest y of the bin's triangles. */
    private final double[] boxes;
    /** By axis: how far triangles reach out of their bins, m. */
    private final double[] overhangM = new double[2];

    SurfaceBins(ElectrodeSurface surface) {
        this.sizeM = surface.sizeM();
        int count = surface.triangleCount();
        double side = BIN_PER_TRIANGLE * Math.sqrt(surface.areaM2() / count);
        for (int axis = 0; axis < 2; axis++) {
            bins[axis] = (int) Math.max(1, Math.floor(sizeM[axis] / side));
        }
        starts = new int[bins[0] * bins[1] + 1];
        int[] binOf = new int[count];
        for (int t = 0; t < count; t++) {
            binOf[t] = index(wrapped(surface, t, 1), 1) * bins[0] + index(wrapped(surface, t, 0), 0);
            starts[binOf[t] + 1]++;
        }
        for (int b = 0; b + 1 < starts.length; b++) {
            starts[b + 1] += starts[b];
        }
        triangles = new int[count];
        int[] next = starts.clone();
        for (int t = 0; t < count; t++) {
            triangles[next[binOf[t]]++] = t;
        }
        corners = new double[6 * count];
        circles = new double[3 * count];
        for (int place = 0; place < count; place++) {
            load(surface, place);
        }
        boxes = new double[4 * binCount()];
        for (int b = 0; b < binCount(); b++) {
            bound(b);
        }
    }

    private int index(double coordinateM, int axis) {
        return Math.min((int) (coordinateM / sizeM[axis] * bins[axis]), bins[axis] - 1);
    }

    private static double centroid(ElectrodeSurface surface, int triangle, int axis) {
        return (surface.cornerM(triangle, 0, axis)
                        + surface.cornerM(triangle, 1, axis)
                        + surface.cornerM(triangle, 2, axis))
                / 3;
    }

    private double wrapped(ElectrodeSurface surface, int triangle, int axis) {
        double centroid = centroid(surface, triangle, axis);
        return centroid - Math.floor(centroid / sizeM[axis]) * sizeM[axis];
    }

    private void load(ElectrodeSurface surface, int place) {
        int t = triangles[place];
        for (int axis = 0; axis < 2; axis++) {
            circles[3 * place + axis] = wrapped(surface, t, axis);
            double shift = circles[3 * place + axis] - centroid(surface, t, axis);
            for (int c = 0; c < 3; c++) {
                corners[6 * place + 2 * c + axis] = surface.cornerM(t, c, axis) + shift;
            }
        }
        for (int c = 0; c < 3; c++) {
            double distance = Math.hypot(
                    cornerM(place, c, 0) - circles[3 * place], cornerM(place, c, 1) - circles[3 * place + 1]);
            circles[3 * place + 2] = Math.max(circles[3 * place + 2], distance);
        }
    }

    private void bound(int bin) {
        for (int axis = 0; axis < 2; axis++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int place = start(bin); place < end(bin); place++) {
                for (int c = 0; c < 3; c++) {
                    low = Math.min(low, cornerM(place, c, axis));
                    high = Math.max(high, cornerM(place, c, axis));
                }
            }
            boxes[4 * bin + 2 * axis] = low;
            boxes[4 * bin + 2 * axis + 1] = high;
            double side = sizeM[axis] / bins[axis];
            int index = axis == 0 ? bin % bins[0] : bin / bins[0];
            overhangM[axis] = Math.max(overhangM[axis], Math.max(index * side - low, high - (index + 1) * side));
        }
    }

    int binCount() {
        return starts.length - 1;
    }

    /** Bins along x; bins are numbered along x first. */
    int columns() {
        return bins[0];
    }

    /** First place of a bin. */
    int start(int bin) {
        return starts[bin];
    }

    /** Behind the last place of a bin. */
    int end(int bin) {
        return starts[bin + 1];
    }

    int triangleCount() {
        return triangles.length;
    }

    /** Triangle of the surface at a place. */
    int triangle(int place) {
        return triangles[place];
    }

    double cornerM(int place, int corner, int axis) {
        return corners[6 * place + 2 * corner + axis];
    }

    /** Coordinate of the centroid, within the cell. */
    double centroidM(int place, int axis) {
        return circles[3 * place + axis];
    }

    /** Distance of the farthest corner from the centroid. */
    double radiusM(int place) {
        return circles[3 * place + 2];
    }

    /** Lowest coordinate of a bin's triangles; beyond the highest one if there is none. */
    double lowM(int bin, int axis) {
        return boxes[4 * bin + 2 * axis];
    }

    double highM(int bin, int axis) {
        return boxes[4 * bin + 2 * axis + 1];
    }

    /** Lowest unwrapped index of a bin whose triangles may reach a coordinate from above. */
    int firstIndex(double coordinateM, int axis) {
        return (int) Math.floor((coordinateM - overhangM[axis]) / sizeM[axis] * bins[axis]);
    }

    /** Highest unwrapped index of a bin whose triangles may reach a coordinate from below. */
    int lastIndex(double coordinateM, int axis) {
        return (int) Math.floor((coordinateM + overhangM[axis]) / sizeM[axis] * bins[axis]);
    }

    /** Bin at unwrapped indices. */
    int bin(int indexX, int indexY) {
        return Math.floorMod(indexY, bins[1]) * bins[0] + Math.floorMod(indexX, bins[0]);
    }

    /** Distance from a bin to its image at an unwrapped index. */
    double shiftM(int index, int axis) {
        return Math.floorDiv(index, bins[axis]) * sizeM[axis];
    }
}
