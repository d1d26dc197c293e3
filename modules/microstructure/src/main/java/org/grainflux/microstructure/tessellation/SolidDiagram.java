package org.grainflux.microstructure.tessellation;

/**
 * Power diagram of weighted seeds in space, the counterpart of {@link PowerDiagram}: each cell is cut from a box by the
 * half-spaces of nearby seeds, at a cost linear in the number of seeds.
 */
final class SolidDiagram implements PowerCells {
    private final Seeds seeds;
    private final SeedBuckets buckets;
    private final PowerPolyhedron[] cells;

    SolidDiagram(Seeds seeds) {
        this.seeds = seeds;
        this.buckets = new SeedBuckets(seeds);
        this.cells = new PowerPolyhedron[seeds.count()];
        for (int i = 0; i < seeds.count(); i++) {
            cells[i] = clip(i);
        }
    }

    /** Power cell of a seed; null when it is empty. */
    PowerPolyhedron cell(int seed) {
        return cells[seed];
    }

    @Override
    public Seeds seeds() {
        return seeds;
    }

    @Override
    public boolean isEmpty(int seed) {
        return cells[seed] == null;
    }

    @Override
    public double measure(int seed) {
        return isEmpty(seed) ? 0 : cells[seed].volumeM3();
    }

    @Override
    public double centroidM(int seed, int axis) {
        return cells[seed].centroidM(axis);
    }

    @Override
    public int facetCount(int seed) {
        return cells[seed].faceCount();
    }

    @Override
    public int neighbour(int seed, int facet) {
        return cells[seed].label(facet);
    }

    @Override
    public int neighbourImage(int seed, int facet, int axis) {
        return cells[seed].image(facet, axis);
    }

    @Override
    public double facetMeasure(int seed, int facet) {
        return cells[seed].areaM2(facet);
    }

    private PowerPolyhedron clip(int i) {
        ClippedPolyhedron polyhedron = new ClippedPolyhedron(seeds, i);
        buckets.cut(i, polyhedron);
        if (polyhedron.isEmpty()) {
            return null;
        }
        PowerPolyhedron cell = new PowerPolyhedron(polyhedron);
        PowerCells.requireClosed(i, cell.hasLabel(OPEN));
        return cell;
    }
}
