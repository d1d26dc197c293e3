package org.grainflux.microstructure.tessellation;

/**
 * Power diagram of weighted seeds in a plane cell, each power cell cut from a box by the half-planes of nearby seeds.
 * Seeds are found in rings of a bucket grid, and a cell is finished when no seed further out could reach it, so the
 * result is that of comparing all pairs at a cost linear in the number of seeds.
 */
final class PowerDiagram implements PowerCells {
    private final Seeds seeds;
    private final SeedBuckets buckets;
    private final ClippedPolygon[] cells;

    PowerDiagram(Seeds seeds) {
        this.seeds = seeds;
        this.buckets = new SeedBuckets(seeds);
        this.cells = new ClippedPolygon[seeds.count()];
        for (int i = 0; i < seeds.count(); i++) {
            cells[i] = clip(i);
        }
    }

    /** Power cell of a seed, in coordinates about the seed; it may be empty. */
    ClippedPolygon cell(int seed) {
        return cells[seed];
    }

    @Override
    public Seeds seeds() {
        return seeds;
    }

    @Override
    public boolean isEmpty(int seed) {
        return cells[seed].isEmpty();
    }

    @Override
    public double measure(int seed) {
        return cells[seed].isEmpty() ? 0 : cells[seed].area();
    }

    @Override
    public double centroidM(int seed, int axis) {
        return axis == 0 ? cells[seed].centroidX() : cells[seed].centroidY();
    }

    @Override
    public int facetCount(int seed) {
        return cells[seed].count();
    }

    @Override
    public int neighbour(int seed, int facet) {
        return cells[seed].label(facet);
    }

    @Override
    public int neighbourImage(int seed, int facet, int axis) {
        return axis == 0 ? cells[seed].imageX(facet) : cells[seed].imageY(facet);
    }

    @Override
    public double facetMeasure(int seed, int facet) {
        return cells[seed].edgeLengthM(facet);
    }

    private ClippedPolygon clip(int i) {
        double w = seeds.sizeM(0);
        double h = seeds.sizeM(1);
        double y = seeds.positionM(i, 1);
        ClippedPolygon polygon = seeds.isPeriodic(1)
                ? ClippedPolygon.box(-w, w, -h, h, OPEN, OPEN, OPEN)
                : ClippedPolygon.box(-w, w, -y, h - y, OPEN, LOWER, UPPER);
        buckets.cut(i, new Cut(seeds, i, polygon));
        PowerCells.requireClosed(i, polygon.hasLabel(OPEN));
        return polygon;
    }

    /** Half-planes of other seeds, in coordinates about the seed of the polygon. */
    private record Cut(Seeds seeds, int seed, ClippedPolygon polygon) implements SeedBuckets.CutCell {
        @Override
        public void visit(int j, int imageX, int imageY, int imageZ) {
            double dx = seeds.positionM(j, 0) + imageX * seeds.sizeM(0) - seeds.positionM(seed, 0);
            double dy = seeds.positionM(j, 1) + imageY * seeds.sizeM(1) - seeds.positionM(seed, 1);
            double offset = 0.5 * (dx * dx + dy * dy + seeds.weightM2(seed) - seeds.weightM2(j));
            polygon.clip(dx, dy, offset, j, imageX, imageY);
        }

        @Override
        public boolean isEmpty() {
            return polygon.isEmpty();
        }

        @Override
        public double radiusM() {
            return polygon.radiusM();
        }
    }
}
