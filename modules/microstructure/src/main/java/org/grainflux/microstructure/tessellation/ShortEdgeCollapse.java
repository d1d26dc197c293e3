package org.grainflux.microstructure.tessellation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.grainflux.core.Cancellation;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.RealizedStatistics.Collapse;
import org.grainflux.microstructure.tessellation.PlanarCells.Corner;

/**
 * Merges the ends of short edges, shortest first. Short edges make needles whose bisection is slow to recover, and they
 * cost the solver tenfold; merging them moves the boundary length by a tenth of a percent.
 *
 * <p>An edge that reaches an electrode has a threshold of its own, and its end at the electrode stays: the width of the
 * contact decides the current at low boundary conductance. A merge is refused when it would leave a cell with fewer
 * than three corners, change a cell's area by more than {@link #AREA_CHANGE_LIMIT}, or make the fan of a cell about its
 * centroid worse than both {@link #ANGLE_FLOOR_RAD} and what it was.
 */
final class ShortEdgeCollapse {
    /** Largest relative change of a cell's area, all merges together. */
    static final double AREA_CHANGE_LIMIT = 0.06;

    /** Fan angles above this are never a reason to refuse a merge. */
    static final double ANGLE_FLOOR_RAD = Math.toRadians(10);

    /** A merge moves the centroid, and with it angles at other short edges of the cell that are still to be merged. */
    static final double ANGLE_LOSS = 0.8;

    private final PlanarCells cells;
    private final double threshold;
    private final double electrodeThreshold;
    private final double[] originalAreas;
    private final Set<Long> refused = new HashSet<>();

    private ShortEdgeCollapse(PlanarCells cells, double collapseRatio, double electrodeCollapseRatio) {
        this.cells = cells;
        this.originalAreas = new double[cells.cellCount()];
        double length = 0;
        int interior = 0;
        for (int cell = 0; cell < cells.cellCount(); cell++) {
            List<Corner> loop = cells.loop(cell);
            originalAreas[cell] = cells.area(loop);
            for (int k = 0; k < loop.size(); k++) {
                Edge edge = edge(loop, k);
                if (!edge.onBorder) {
                    length += edge.length;
                    interior++;
                }
            }
        }
        this.threshold = collapseRatio * length / interior;
        this.electrodeThreshold = electrodeCollapseRatio * length / interior;
    }

    /** An edge of a cell with its ends as that cell sees them. */
    private record Edge(Corner a, Corner b, double length, boolean onBorder) {}

    /** Collapses in place and says what it did. */
    static Collapse apply(PlanarCells cells, double collapseRatio, double electrodeCollapseRatio) {
        ShortEdgeCollapse collapse = new ShortEdgeCollapse(cells, collapseRatio, electrodeCollapseRatio);
        int merged = 0;
        for (Edge edge = collapse.shortest(); edge != null; edge = collapse.shortest()) {
            Cancellation.point();
            if (collapse.merge(edge)) {
                merged++;
            } else {
                collapse.refused.add(key(edge.a.vertex(), edge.b.vertex()));
            }
        }
        return collapse.summary(merged);
    }

    private Collapse summary(int merged) {
        double squares = 0;
        double largest = 0;
        for (int cell = 0; cell < cells.cellCount(); cell++) {
            double change = Math.abs(cells.area(cells.loop(cell)) / originalAreas[cell] - 1);
            squares += change * change;
            largest = Math.max(largest, change);
        }
        return new Collapse(merged, refused.size(), Math.sqrt(squares / cells.cellCount()), largest);
    }

    private Edge edge(List<Corner> loop, int k) {
        Corner a = loop.get(k);
        Corner b = loop.get((k + 1) % loop.size());
        int electrode = cells.electrodeOf(a.vertex());
        boolean onBorder = electrode != CellComplex.INTERIOR && electrode == cells.electrodeOf(b.vertex());
        return new Edge(a, b, Math.hypot(cells.x(b) - cells.x(a), cells.y(b) - cells.y(a)), onBorder);
    }

    private Edge shortest() {
        Edge best = null;
        for (int cell = 0; cell < cells.cellCount(); cell++) {
            List<Corner> loop = cells.loop(cell);
            for (int k = 0; k < loop.size(); k++) {
                Edge edge = edge(loop, k);
                if (edge.length < thresholdOf(edge)
                        && (best == null || edge.length < best.length)
                        && !refused.contains(key(edge.a.vertex(), edge.b.vertex()))) {
                    best = edge;
                }
            }
        }
        return best;
    }

    private double thresholdOf(Edge edge) {
        boolean reaches = cells.electrodeOf(edge.a.vertex()) != CellComplex.INTERIOR
                || cells.electrodeOf(edge.b.vertex()) != CellComplex.INTERIOR;
        return reaches ? electrodeThreshold : threshold;
    }

    /** Tries the middle, then either end; an end on an electrode stays where it is. */
    private boolean merge(Edge edge) {
        int electrodeA = cells.electrodeOf(edge.a.vertex());
        int electrodeB = cells.electrodeOf(edge.b.vertex());
        if (edge.a.vertex() == edge.b.vertex()) {
            return false;
        }
        if (electrodeA == electrodeB) {
            return mergeAt(edge, 0.5) || mergeAt(edge, 0) || mergeAt(edge, 1);
        }
        boolean spans = electrodeA != CellComplex.INTERIOR && electrodeB != CellComplex.INTERIOR;
        return !spans && mergeAt(edge, electrodeA == CellComplex.INTERIOR ? 1 : 0);
    }

    /** @param fraction where on the edge, from its end a, the merged vertex comes to lie */
    private boolean mergeAt(Edge edge, double fraction) {
        int a = edge.a.vertex();
        int b = edge.b.vertex();
        // Seen from a in its own image, b lies (dx, dy) images away.
        int dx = edge.b.imageX() - edge.a.imageX();
        int dy = edge.b.imageY() - edge.a.imageY();
        double oldX = cells.vertexX(a);
        double oldY = cells.vertexY(a);
        double endX = cells.vertexX(b) + dx * cells.widthM();
        double endY = cells.vertexY(b) + dy * cells.heightM();
        double x = fraction == 1 ? endX : oldX + fraction * (endX - oldX);
        double y = fraction == 1 ? endY : oldY + fraction * (endY - oldY);
        int shiftX = (int) Math.floor(x / cells.widthM());
        int shiftY = cells.periodicY() ? (int) Math.floor(y / cells.heightM()) : 0;
        TreeMap<Integer, List<Corner>> before = around(a, b);
        TreeMap<Integer, Double> anglesBefore = new TreeMap<>();
        before.forEach((cell, loop) -> anglesBefore.put(cell, FanAngles.smallestRad(cells, loop)));
        cells.moveVertex(a, x - shiftX * cells.widthM(), y - shiftY * cells.heightM());
        TreeMap<Integer, List<Corner>> after = new TreeMap<>();
        before.forEach((cell, loop) -> after.put(cell, rewritten(loop, a, b, dx, dy, shiftX, shiftY)));
        boolean accepted =
                after.entrySet().stream().allMatch(e -> isGood(e.getKey(), e.getValue(), anglesBefore.get(e.getKey())));
        if (!accepted) {
            cells.moveVertex(a, oldX, oldY);
            return false;
        }
        after.forEach(cells::replaceLoop);
        return true;
    }

    private TreeMap<Integer, List<Corner>> around(int a, int b) {
        TreeMap<Integer, List<Corner>> found = new TreeMap<>();
        for (int cell = 0; cell < cells.cellCount(); cell++) {
            for (Corner corner : cells.loop(cell)) {
                if (corner.vertex() == a || corner.vertex() == b) {
                    found.put(cell, cells.loop(cell));
                }
            }
        }
        return found;
    }

    private static List<Corner> rewritten(List<Corner> loop, int a, int b, int dx, int dy, int shiftX, int shiftY) {
        List<Corner> result = new ArrayList<>();
        for (Corner corner : loop) {
            Corner next = corner;
            if (corner.vertex() == a) {
                next = new Corner(a, corner.imageX() + shiftX, corner.imageY() + shiftY);
            } else if (corner.vertex() == b) {
                next = new Corner(a, corner.imageX() - dx + shiftX, corner.imageY() - dy + shiftY);
            }
            if (result.isEmpty() || !result.get(result.size() - 1).equals(next)) {
                result.add(next);
            }
        }
        if (result.size() > 1 && result.get(0).equals(result.get(result.size() - 1))) {
            result.remove(result.size() - 1);
        }
        return result;
    }

    private boolean isGood(int cell, List<Corner> loop, double angleBefore) {
        if (loop.size() < 3 || new TreeSet<>(loop.stream().map(Corner::vertex).toList()).size() < loop.size()) {
            return false;
        }
        double change = Math.abs(cells.area(loop) / originalAreas[cell] - 1);
        double angle = FanAngles.smallestRad(cells, loop);
        return change <= AREA_CHANGE_LIMIT && angle > 0 && angle >= Math.min(ANGLE_LOSS * angleBefore, ANGLE_FLOOR_RAD);
    }

    private static long key(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }
}
