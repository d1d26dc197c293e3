package org.grainflux.microstructure.tessellation;

import java.util.Arrays;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;

/**
 * Power diagram of weighted seeds in a plane cell, each power cell cut from a box by the half-planes of nearby seeds.
 * Seeds are found in rings of a bucket grid, and a cell is finished when no seed further out could reach it, so the
 * result is that of comparing all pairs at a cost linear in the number of seeds.
 */
final class PowerDiagram {
    /** Label of the artificial first box; none is left in a finished cell. */
    private static final int OPEN = -3;

    private static final double SEEDS_PER_BUCKET = 2;

    private final Seeds seeds;
    private final double largestWeight;
    private final int bucketsX;
    private final int bucketsY;
    private final int[] bucketStarts;
    private final int[] bucketSeeds;
    private final ClippedPolygon[] cells;

    PowerDiagram(Seeds seeds) {
        this.seeds = seeds;
        this.largestWeight = Arrays.stream(seeds.weightsM2()).max().orElse(0);
        double side = Math.sqrt(SEEDS_PER_BUCKET * seeds.widthM() * seeds.heightM() / seeds.count());
        this.bucketsX = Math.max(1, (int) (seeds.widthM() / side));
        this.bucketsY = Math.max(1, (int) (seeds.heightM() / side));
        this.bucketStarts = new int[bucketsX * bucketsY + 1];
        this.bucketSeeds = new int[seeds.count()];
        fillBuckets();
        this.cells = new ClippedPolygon[seeds.count()];
        for (int i = 0; i < seeds.count(); i++) {
            cells[i] = clip(i);
        }
    }

    /** Power cell of a seed, in coordinates about the seed; it may be empty. */
    ClippedPolygon cell(int seed) {
        return cells[seed];
    }

    Seeds seeds() {
        return seeds;
    }

    private void fillBuckets() {
        for (int i = 0; i < seeds.count(); i++) {
            bucketStarts[bucketOf(i) + 1]++;
        }
        for (int b = 0; b < bucketsX * bucketsY; b++) {
            bucketStarts[b + 1] += bucketStarts[b];
        }
        int[] next = bucketStarts.clone();
        for (int i = 0; i < seeds.count(); i++) {
            bucketSeeds[next[bucketOf(i)]++] = i;
        }
    }

    private int bucketOf(int i) {
        return bucketRow(i) * bucketsX + bucketColumn(i);
    }

    private int bucketColumn(int i) {
        return Math.min(bucketsX - 1, (int) (seeds.xM(i) / seeds.widthM() * bucketsX));
    }

    private int bucketRow(int i) {
        return Math.min(bucketsY - 1, (int) (seeds.yM(i) / seeds.heightM() * bucketsY));
    }

    private ClippedPolygon clip(int i) {
        double w = seeds.widthM();
        double h = seeds.heightM();
        ClippedPolygon polygon = seeds.periodicY()
                ? ClippedPolygon.box(-w, w, -h, h, OPEN, OPEN, OPEN)
                : ClippedPolygon.box(
                        -w, w, -seeds.yM(i), h - seeds.yM(i), OPEN, ClippedPolygon.LOWER, ClippedPolygon.UPPER);
        double bucketSide = Math.min(w / bucketsX, h / bucketsY);
        for (int ring = 0; ; ring++) {
            clipByRing(polygon, i, ring);
            if (polygon.isEmpty()) {
                return polygon;
            }
            // A seed beyond this ring is at least this far; its half-plane starts no nearer than the bound.
            double distance = ring * bucketSide;
            double bound = 0.5 * (distance + (seeds.weightM2(i) - largestWeight) / Math.max(distance, 1e-300));
            if (bound >= polygon.radiusM()) {
                break;
            }
        }
        if (polygon.hasLabel(OPEN)) {
            throw new NumericalFailureException(
                    Reason.DEGENERATE_TESSELLATION, "cell " + i + " spans more than a period; use a wider cell");
        }
        return polygon;
    }

    private void clipByRing(ClippedPolygon polygon, int i, int ring) {
        int column = bucketColumn(i);
        int row = bucketRow(i);
        for (int dy = -ring; dy <= ring; dy++) {
            if (!seeds.periodicY() && (row + dy < 0 || row + dy >= bucketsY)) {
                continue;
            }
            int step = Math.abs(dy) == ring ? 1 : Math.max(1, 2 * ring);
            for (int dx = -ring; dx <= ring; dx += step) {
                clipByBucket(polygon, i, column + dx, row + dy);
            }
        }
    }

    private void clipByBucket(ClippedPolygon polygon, int i, int column, int row) {
        int imageX = Math.floorDiv(column, bucketsX);
        int imageY = Math.floorDiv(row, bucketsY);
        int bucket = Math.floorMod(row, bucketsY) * bucketsX + Math.floorMod(column, bucketsX);
        for (int k = bucketStarts[bucket]; k < bucketStarts[bucket + 1]; k++) {
            int j = bucketSeeds[k];
            if (j == i && imageX == 0 && imageY == 0) {
                continue;
            }
            double dx = seeds.xM(j) + imageX * seeds.widthM() - seeds.xM(i);
            double dy = seeds.yM(j) + imageY * seeds.heightM() - seeds.yM(i);
            double offset = 0.5 * (dx * dx + dy * dy + seeds.weightM2(i) - seeds.weightM2(j));
            polygon.clip(dx, dy, offset, j, imageX, imageY);
        }
    }
}
