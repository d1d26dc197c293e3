package org.grainflux.fem.mesh;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.fem.algebra.DisjointSets;

/**
 * What a plane region is bounded by: its outer edges and the faces of cuts inside it that stay. Points are nodes without their
 * copies along cuts.
 */
final class RegionOutline {
    /** Widest angle by which a way may miss a point and still end there. */
    private static final double NEAR = Math.tan(Math.toRadians(10));

    private final SimplexMesh mesh;
    final int firstNode;
    final int endNode;
    final int firstElement;
    final int endElement;
    private final int[] pointOfNode;
    private final double[] xM;
    private final double[] yM;
    /** Pairs of points, the region on the left. */
    final List<int[]> outer = new ArrayList<>();
    /** Pairs of points, as the corners of facets that stay. */
    final List<int[]> cuts = new ArrayList<>();

    /** @param stays of the facets inside regions, whether they do */
    RegionOutline(SimplexMesh mesh, int region, IntPredicate stays) {
        this.mesh = mesh;
        int start = 0;
        while (start < mesh.elementCount() && mesh.elementRegion(start) != region) {
            start++;
        }
        int end = start;
        int low = Integer.MAX_VALUE;
        int high = -1;
        for (; end < mesh.elementCount() && mesh.elementRegion(end) == region; end++) {
            for (int c = 0; c < 3; c++) {
                low = Math.min(low, mesh.elementNode(end, c));
                high = Math.max(high, mesh.elementNode(end, c));
            }
        }
        for (int e = end; e < mesh.elementCount() || start == end; e++) {
            if (start == end || mesh.elementRegion(e) == region) {
                throw new IllegalArgumentException(
                        "the elements of region " + region + " are none or not stored one after the other");
            }
        }
        this.firstElement = start;
        this.endElement = end;
        this.firstNode = low;
        this.endNode = high + 1;
        InterfaceFacets facets = mesh.interfaces();
        DisjointSets copies = new DisjointSets(endNode - firstNode);
        for (int f = 0; f < facets.count(); f++) {
            for (int c = 0; c < 2 && isInside(f); c++) {
                copies.join(facets.minusNode(f, c) - firstNode, facets.plusNode(f, c) - firstNode);
            }
        }
        this.pointOfNode = copies.numbered();
        this.xM = new double[pointOfNode.length];
        this.yM = new double[pointOfNode.length];
        for (int v = 0; v < pointOfNode.length; v++) {
            xM[pointOfNode[v]] = mesh.coordinateM(firstNode + v, 0);
            yM[pointOfNode[v]] = mesh.coordinateM(firstNode + v, 1);
        }
        collect(stays);
    }

    private void collect(IntPredicate stays) {
        Set<Long> edges = new HashSet<>();
        for (int e = firstElement; e < endElement; e++) {
            for (int c = 0; c < 3; c++) {
                edges.add(key(point(mesh.elementNode(e, c)), point(mesh.elementNode(e, (c + 1) % 3))));
            }
        }
        for (int e = firstElement; e < endElement; e++) {
            for (int c = 0; c < 3; c++) {
                int a = point(mesh.elementNode(e, c));
                int b = point(mesh.elementNode(e, (c + 1) % 3));
                if (!edges.contains(key(b, a))) {
                    outer.add(new int[] {a, b});
                }
            }
        }
        InterfaceFacets facets = mesh.interfaces();
        for (int f = 0; f < facets.count(); f++) {
            if (isInside(f) && stays.test(f)) {
                cuts.add(new int[] {point(facets.minusNode(f, 0)), point(facets.minusNode(f, 1))});
            }
        }
    }

    private static long key(int a, int b) {
        return (long) a << 32 | b;
    }

    boolean holds(int node) {
        return node >= firstNode && node < endNode;
    }

    /** Whether both sides of an interface facet belong to the region. */
    boolean isInside(int facet) {
        return holds(mesh.interfaces().minusNode(facet, 0))
                && holds(mesh.interfaces().plusNode(facet, 0));
    }

    int point(int node) {
        return pointOfNode[node - firstNode];
    }

    double xM(int point) {
        return xM[point];
    }

    double yM(int point) {
        return yM[point];
    }

    /**
     * Where a straight way from a point ends: at the first point of the outline that it passes within half an element and
     * 10°, or else at an end of the edge it meets.
     *
     * @param sizeM length of an element, m
     */
    int target(int start, double directionRad, double sizeM) {
        double cos = Math.cos(directionRad);
        double sin = Math.sin(directionRad);
        List<int[]> edges = new ArrayList<>(outer);
        edges.addAll(cuts);
        Set<Integer> beside = new HashSet<>();
        int[] met = null;
        double metM = Double.POSITIVE_INFINITY;
        for (int[] edge : edges) {
            if (edge[0] == start || edge[1] == start) {
                beside.add(edge[0] == start ? edge[1] : edge[0]);
                continue;
            }
            double leftFrom = left(start, edge[0], cos, sin);
            double leftTo = left(start, edge[1], cos, sin);
            if (leftFrom * leftTo <= 0 && leftFrom != leftTo) {
                double share = leftFrom / (leftFrom - leftTo);
                double along = (1 - share) * ahead(start, edge[0], cos, sin) + share * ahead(start, edge[1], cos, sin);
                if (along > 0 && along < metM) {
                    metM = along;
                    met = edge;
                }
            }
        }
        if (met == null) {
            throw new NumericalFailureException(Reason.MESH_QUALITY, "a cut leaves its region");
        }
        int target = -1;
        double nearestM = metM + 0.5 * sizeM;
        for (int[] edge : edges) {
            for (int v : edge) {
                double along = ahead(start, v, cos, sin);
                double aside = Math.abs(left(start, v, cos, sin));
                if (v != start && along < nearestM && aside < NEAR * along && aside <= 0.5 * sizeM) {
                    target = v;
                    nearestM = along;
                }
            }
        }
        if (target >= 0 && !beside.contains(target)) {
            return target;
        }
        return straighter(start, met, beside, cos, sin);
    }

    private int straighter(int start, int[] met, Set<Integer> beside, double cos, double sin) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int v : met) {
            double turn = Math.abs(Math.atan2(left(start, v, cos, sin), ahead(start, v, cos, sin)));
            if (!beside.contains(v) && turn < least) {
                best = v;
                least = turn;
            }
        }
        if (best < 0) {
            throw new NumericalFailureException(Reason.MESH_QUALITY, "a region is too narrow to be cut");
        }
        return best;
    }

    private double ahead(int start, int point, double cos, double sin) {
        return (xM[point] - xM[start]) * cos + (yM[point] - yM[start]) * sin;
    }

    private double left(int start, int point, double cos, double sin) {
        return (yM[point] - yM[start]) * cos - (xM[point] - xM[start]) * sin;
    }
}
