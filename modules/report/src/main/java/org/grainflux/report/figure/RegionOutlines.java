package org.grainflux.report.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.grainflux.report.vtu.VtuGrid;

/**
 * Outlines of grains from connectivity alone: every grain owns its nodes, so an edge that only one triangle has lies on
 * an outline.
 */
final class RegionOutlines {
    /** Sine of the angle below which three points count as one straight line. */
    private static final double STRAIGHT = 1e-6;

    private RegionOutlines() {}

    /** Closed loops of corner points {x, y} in m; points inside a straight line are left out. */
    static List<List<double[]>> of(VtuGrid grid) {
        TreeMap<Integer, Integer> next = outerEdges(grid);
        List<List<double[]>> loops = new ArrayList<>();
        while (!next.isEmpty()) {
            int start = next.firstKey();
            List<double[]> loop = new ArrayList<>();
            Integer node = start;
            while (node != null) {
                loop.add(new double[] {grid.points().at(node, 0), grid.points().at(node, 1)});
                // Removing while walking ends every walk, also where a grain touches itself in a point.
                node = next.remove(node);
                if (node != null && node == start) {
                    break;
                }
            }
            loops.add(corners(loop));
        }
        return loops;
    }

    /** Directed edges (from → to) of exactly one triangle, counter-clockwise around their grain. */
    private static TreeMap<Integer, Integer> outerEdges(VtuGrid grid) {
        Map<Long, Integer> count = new HashMap<>();
        for (int cell = 0; cell < grid.cellCount(); cell++) {
            for (int k = 0; k < 3; k++) {
                count.merge(edge(grid.corner(cell, k), grid.corner(cell, (k + 1) % 3)), 1, Integer::sum);
            }
        }
        TreeMap<Integer, Integer> next = new TreeMap<>();
        for (int cell = 0; cell < grid.cellCount(); cell++) {
            for (int k = 0; k < 3; k++) {
                int from = grid.corner(cell, k);
                int to = grid.corner(cell, (k + 1) % 3);
                if (count.get(edge(from, to)) == 1) {
                    next.put(from, to);
                }
            }
        }
        return next;
    }

    private static long edge(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    private static List<double[]> corners(List<double[]> loop) {
        List<double[]> kept = new ArrayList<>();
        int n = loop.size();
        for (int i = 0; i < n; i++) {
            double[] before = loop.get((i + n - 1) % n);
            double[] here = loop.get(i);
            double[] after = loop.get((i + 1) % n);
            double ux = here[0] - before[0];
            double uy = here[1] - before[1];
            double vx = after[0] - here[0];
            double vy = after[1] - here[1];
            if (Math.abs(ux * vy - uy * vx) > STRAIGHT * Math.hypot(ux, uy) * Math.hypot(vx, vy)) {
                kept.add(here);
            }
        }
        return kept.isEmpty() ? loop : kept;
    }
}
