package org.grainflux.microstructure.meshing;

import java.util.Arrays;
import java.util.List;

/**
 * Straight segments of one wanted size in a cell that is periodic in axes 0 and 1; points are segments of no length.
 * Only segments within the distance at which the size has grown to the cap can matter, so every bucket of a grid lists
 * those that reach it, with the period at which they do.
 */
final class SegmentFeature {
    /** Finer grids cost more to fill than their shorter lists save. */
    private static final int LARGEST_GRID = 48;

    private final double sizeM;
    private final double growth;
    private final double reachM;
    private final double[] cellM;
    private final int[] buckets = new int[3];
    /** Segment-major: first end and the way to the other, m. */
    private final double[] segmentsM;

    /** Where the entries of each bucket start; an entry is nine times a segment plus the number of its image. */
    private final int[] starts;

    private final int[] entries;

    /** @param segmentsM each the coordinates of both ends, the first inside the cell */
    SegmentFeature(List<double[]> segmentsM, double sizeM, double growth, double capM, double[] cellM) {
        this.sizeM = sizeM;
        this.growth = growth;
        this.cellM = cellM.clone();
        this.reachM = Math.max(0, (capM - sizeM) / growth);
        this.segmentsM = new double[6 * segmentsM.size()];
        for (int s = 0; s < segmentsM.size(); s++) {
            for (int axis = 0; axis < 3; axis++) {
                double from = segmentsM.get(s)[axis];
                this.segmentsM[6 * s + axis] = from;
                this.segmentsM[6 * s + 3 + axis] = segmentsM.get(s)[3 + axis] - from;
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            buckets[axis] = (int) Math.max(1, Math.min(LARGEST_GRID, 4 * cellM[axis] / Math.max(reachM, 1e-300)));
        }
        int count = buckets[0] * buckets[1] * buckets[2];
        double[] nearestM = new double[count];
        Arrays.fill(nearestM, Double.POSITIVE_INFINITY);
        visitAll((bucket, entry, distanceM) -> nearestM[bucket] = Math.min(nearestM[bucket], distanceM));
        this.starts = new int[count + 1];
        // Nowhere in a bucket is a segment nearest that is further from its middle by more than its diagonal.
        double diagonalM = diagonalM();
        visitAll((bucket, entry, distanceM) -> {
            if (distanceM <= nearestM[bucket] + diagonalM) {
                starts[bucket + 1]++;
            }
        });
        for (int b = 0; b < count; b++) {
            starts[b + 1] += starts[b];
        }
        this.entries = new int[starts[count]];
        int[] next = Arrays.copyOf(starts, count);
        visitAll((bucket, entry, distanceM) -> {
            if (distanceM <= nearestM[bucket] + diagonalM) {
                entries[next[bucket]++] = entry;
            }
        });
    }

    private interface Visit {
        /** @param distanceM of the segment from the middle of the bucket */
        void reached(int bucket, int entry, double distanceM);
    }

    private void visitAll(Visit visit) {
        for (int s = 0; reachM > 0 && 6 * s < segmentsM.length; s++) {
            for (int image = 0; image < 9; image++) {
                visitImage(s, image, visit);
            }
        }
    }

    private void visitImage(int s, int image, Visit visit) {
        int[] low = new int[3];
        int[] high = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            double from = segmentsM[6 * s + axis] + shift(image, axis) * cellM[axis];
            double to = from + segmentsM[6 * s + 3 + axis];
            double widthM = cellM[axis] / buckets[axis];
            low[axis] = Math.max(0, (int) Math.floor((Math.min(from, to) - reachM) / widthM));
            high[axis] = Math.min(buckets[axis] - 1, (int) Math.floor((Math.max(from, to) + reachM) / widthM));
        }
        double outer = reachM + 0.5 * diagonalM();
        for (int k = low[2]; k <= high[2]; k++) {
            for (int j = low[1]; j <= high[1]; j++) {
                for (int i = low[0]; i <= high[0]; i++) {
                    double squared = distanceSquared(s, image, middle(i, 0), middle(j, 1), middle(k, 2));
                    if (squared <= outer * outer) {
                        int bucket = (k * buckets[1] + j) * buckets[0] + i;
                        visit.reached(bucket, 9 * s + image, Math.sqrt(squared));
                    }
                }
            }
        }
    }

    private double middle(int bucket, int axis) {
        return (bucket + 0.5) * cellM[axis] / buckets[axis];
    }

    private double diagonalM() {
        double squared = 0;
        for (int axis = 0; axis < 3; axis++) {
            squared += Math.pow(cellM[axis] / buckets[axis], 2);
        }
        return Math.sqrt(squared);
    }

    private static int shift(int image, int axis) {
        return axis == 0 ? image % 3 - 1 : axis == 1 ? image / 3 - 1 : 0;
    }

    private double distanceSquared(int s, int image, double x, double y, double z) {
        int at = 6 * s;
        double px = x - segmentsM[at] - (image % 3 - 1) * cellM[0];
        double py = y - segmentsM[at + 1] - (image / 3 - 1) * cellM[1];
        double pz = z - segmentsM[at + 2];
        double dx = segmentsM[at + 3];
        double dy = segmentsM[at + 4];
        double dz = segmentsM[at + 5];
        double squared = dx * dx + dy * dy + dz * dz;
        double along = px * dx + py * dy + pz * dz;
        double part = along <= 0 ? 0 : along >= squared ? 1 : along / squared;
        px -= part * dx;
        py -= part * dy;
        pz -= part * dz;
        return px * px + py * py + pz * pz;
    }

    /** Size wanted at a position inside the cell by the nearest segment; infinite when none is near. */
    double sizeM(double x, double y, double z) {
        int bucket = (bucket(z, 2) * buckets[1] + bucket(y, 1)) * buckets[0] + bucket(x, 0);
        double nearest = Double.POSITIVE_INFINITY;
        for (int k = starts[bucket]; k < starts[bucket + 1]; k++) {
            nearest = Math.min(nearest, distanceSquared(entries[k] / 9, entries[k] % 9, x, y, z));
        }
        return sizeM + growth * Math.sqrt(nearest);
    }

    private int bucket(double value, int axis) {
        return Math.min(buckets[axis] - 1, Math.max(0, (int) (value / cellM[axis] * buckets[axis])));
    }
}
