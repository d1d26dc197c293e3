package org.grainflux.microstructure.tessellation;

import java.util.Arrays;

/**
 * A convex polygon cut by half-planes, in coordinates about its seed. Edge k runs anticlockwise from corner k to k + 1
 * and remembers what cut it: a neighbouring seed and its image, or a border.
 */
final class ClippedPolygon {
    private int count;
    private double[] x = new double[16];
    private double[] y = new double[16];
    private int[] label = new int[16];
    private int[] imageX = new int[16];
    private int[] imageY = new int[16];
    private double radiusM;
    // Scratch for the next polygon: clipping happens a few dozen times per cell.
    private double[] side = new double[16];

    private ClippedPolygon() {}

    static ClippedPolygon box(
            double left, double right, double low, double high, int sideLabel, int lowLabel, int highLabel) {
        ClippedPolygon p = new ClippedPolygon();
        p.append(left, low, lowLabel, 0, 0);
        p.append(right, low, sideLabel, 0, 0);
        p.append(right, high, highLabel, 0, 0);
        p.append(left, high, sideLabel, 0, 0);
        p.measureRadius();
        return p;
    }

    boolean isEmpty() {
        return count == 0;
    }

    int count() {
        return count;
    }

    double x(int k) {
        return x[k];
    }

    double y(int k) {
        return y[k];
    }

    /** Neighbouring seed across edge k, or {@link PowerCells#LOWER} or {@link PowerCells#UPPER}. */
    int label(int k) {
        return label[k];
    }

    int imageX(int k) {
        return imageX[k];
    }

    int imageY(int k) {
        return imageY[k];
    }

    boolean hasLabel(int wanted) {
        for (int k = 0; k < count; k++) {
            if (label[k] == wanted) {
                return true;
            }
        }
        return false;
    }

    /** Largest distance of a corner from the seed, m. */
    double radiusM() {
        return radiusM;
    }

    double edgeLengthM(int k) {
        int l = (k + 1) % count;
        return Math.hypot(x[l] - x[k], y[l] - y[k]);
    }

    double area() {
        double twice = 0;
        for (int k = 0; k < count; k++) {
            int l = (k + 1) % count;
            twice += x[k] * y[l] - x[l] * y[k];
        }
        return 0.5 * twice;
    }

    double centroidX() {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            int l = (k + 1) % count;
            sum += (x[k] * y[l] - x[l] * y[k]) * (x[k] + x[l]);
        }
        return sum / (6 * area());
    }

    double centroidY() {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            int l = (k + 1) % count;
            sum += (x[k] * y[l] - x[l] * y[k]) * (y[k] + y[l]);
        }
        return sum / (6 * area());
    }

    /** Keeps the points with n·x ≤ offset. */
    void clip(double nx, double ny, double offset, int newLabel, int newImageX, int newImageY) {
        // |n|·radius bounds n·x over the polygon: most far seeds end here.
        if (offset >= 0 && offset * offset >= (nx * nx + ny * ny) * radiusM * radiusM) {
            return;
        }
        boolean cuts = false;
        for (int k = 0; k < count; k++) {
            side[k] = nx * x[k] + ny * y[k] - offset;
            cuts |= side[k] > 0;
        }
        if (cuts) {
            cut(newLabel, newImageX, newImageY);
            measureRadius();
        }
    }

    private void cut(int newLabel, int newImageX, int newImageY) {
        ClippedPolygon kept = new ClippedPolygon();
        for (int k = 0; k < count; k++) {
            int l = (k + 1) % count;
            boolean inside = side[k] <= 0;
            boolean nextInside = side[l] <= 0;
            if (inside) {
                kept.append(x[k], y[k], label[k], imageX[k], imageY[k]);
            }
            if (inside != nextInside) {
                double t = side[k] / (side[k] - side[l]);
                double cx = x[k] + t * (x[l] - x[k]);
                // A cut along a border must stay exactly on it.
                double cy =
                        label[k] == PowerCells.LOWER || label[k] == PowerCells.UPPER ? y[k] : y[k] + t * (y[l] - y[k]);
                if (inside) {
                    kept.append(cx, cy, newLabel, newImageX, newImageY);
                } else {
                    kept.append(cx, cy, label[k], imageX[k], imageY[k]);
                }
            }
        }
        count = kept.count;
        x = kept.x;
        y = kept.y;
        label = kept.label;
        imageX = kept.imageX;
        imageY = kept.imageY;
        if (side.length < x.length) {
            side = new double[x.length];
        }
    }

    private void append(double px, double py, int edgeLabel, int edgeImageX, int edgeImageY) {
        if (count == x.length) {
            x = Arrays.copyOf(x, 2 * count);
            y = Arrays.copyOf(y, 2 * count);
            label = Arrays.copyOf(label, 2 * count);
            imageX = Arrays.copyOf(imageX, 2 * count);
            imageY = Arrays.copyOf(imageY, 2 * count);
        }
        x[count] = px;
        y[count] = py;
        label[count] = edgeLabel;
        imageX[count] = edgeImageX;
        imageY[count] = edgeImageY;
        count++;
    }

    private void measureRadius() {
        double squared = 0;
        for (int k = 0; k < count; k++) {
            squared = Math.max(squared, x[k] * x[k] + y[k] * y[k]);
        }
        radiusM = Math.sqrt(squared);
    }
}
