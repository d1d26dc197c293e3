package org.grainflux.microstructure.tessellation;

import java.util.Arrays;

/** A grid of buckets over seeds, searched ring by ring around a seed, across periods. */
final class SeedBuckets {
    private static final double SEEDS_PER_BUCKET = 2;

    private final Seeds seeds;
    private final double largestWeight;
    private final int[] counts = {1, 1, 1};
    private final double bucketSideM;
    private final int[] starts;
    private final int[] members;

    /** Receives a seed and the image, in periods, in which it was met. */
    interface Visitor {
        void visit(int seed, int imageX, int imageY, int imageZ);
    }

    /** A power cell on its way from a box about its seed to its final shape; visits cut it. */
    interface CutCell extends Visitor {
        boolean isEmpty();

        /** Farthest point from the seed, m; not asked of an empty cell. */
        double radiusM();
    }

    SeedBuckets(Seeds seeds) {
        this.seeds = seeds;
        this.largestWeight = Arrays.stream(seeds.weightsM2()).max().orElse(0);
        int dimension = seeds.dimension();
        double share = SEEDS_PER_BUCKET / seeds.count();
        for (int axis = 0; axis < dimension; axis++) {
            share *= seeds.sizeM(axis);
        }
        double side = dimension == 2 ? Math.sqrt(share) : Math.cbrt(share);
        double smallest = Double.POSITIVE_INFINITY;
        for (int axis = 0; axis < dimension; axis++) {
            counts[axis] = Math.max(1, (int) (seeds.sizeM(axis) / side));
            smallest = Math.min(smallest, seeds.sizeM(axis) / counts[axis]);
        }
        this.bucketSideM = smallest;
        this.starts = new int[counts[0] * counts[1] * counts[2] + 1];
        this.members = new int[seeds.count()];
        fill();
    }

    private void fill() {
        for (int i = 0; i < seeds.count(); i++) {
            starts[bucketOf(i) + 1]++;
        }
        for (int b = 0; b + 1 < starts.length; b++) {
            starts[b + 1] += starts[b];
        }
        int[] next = starts.clone();
        for (int i = 0; i < seeds.count(); i++) {
            members[next[bucketOf(i)]++] = i;
        }
    }

    private int bucketOf(int i) {
        return (place(i, 2) * counts[1] + place(i, 1)) * counts[0] + place(i, 0);
    }

    private int place(int i, int axis) {
        return axis >= seeds.dimension()
                ? 0
                : Math.min(counts[axis] - 1, (int) (seeds.positionM(i, axis) / seeds.sizeM(axis) * counts[axis]));
    }

    /** Cuts the cell of seed i by the seeds around it until nothing is left or no seed further out can reach it. */
    void cut(int i, CutCell cell) {
        int ring = 0;
        do {
            visitRing(i, ring, cell);
        } while (!cell.isEmpty() && reachM(i, ring++) < cell.radiusM());
    }

    /** How near to seed i the half-space of any seed outside the rings up to this one can begin, m. */
    private double reachM(int i, int ring) {
        double distance = ring * bucketSideM;
        return 0.5 * (distance + (seeds.weightM2(i) - largestWeight) / Math.max(distance, 1e-300));
    }

    /** Visits the seeds in the buckets at this distance, counted in buckets, from the bucket of seed i; not i itself. */
    private void visitRing(int i, int ring, Visitor visitor) {
        int depth = seeds.dimension() == 3 ? ring : 0;
        for (int dz = -depth; dz <= depth; dz++) {
            for (int dy = -ring; dy <= ring; dy++) {
                boolean onSide = Math.abs(dy) == ring || depth > 0 && Math.abs(dz) == ring;
                int step = onSide ? 1 : Math.max(1, 2 * ring);
                for (int dx = -ring; dx <= ring; dx += step) {
                    visitBucket(i, place(i, 0) + dx, place(i, 1) + dy, place(i, 2) + dz, visitor);
                }
            }
        }
    }

    private void visitBucket(int i, int column, int row, int layer, Visitor visitor) {
        int imageX = Math.floorDiv(column, counts[0]);
        int imageY = Math.floorDiv(row, counts[1]);
        int imageZ = Math.floorDiv(layer, counts[2]);
        int last = seeds.dimension() - 1;
        if (!seeds.isPeriodic(last) && (last == 1 ? imageY : imageZ) != 0) {
            return;
        }
        int bucket = (Math.floorMod(layer, counts[2]) * counts[1] + Math.floorMod(row, counts[1])) * counts[0]
                + Math.floorMod(column, counts[0]);
        for (int k = starts[bucket]; k < starts[bucket + 1]; k++) {
            int j = members[k];
            if (j != i || imageX != 0 || imageY != 0 || imageZ != 0) {
                visitor.visit(j, imageX, imageY, imageZ);
            }
        }
    }
}
