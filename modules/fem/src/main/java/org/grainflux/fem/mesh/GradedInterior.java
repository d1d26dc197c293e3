package org.grainflux.fem.mesh;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;

/**
 * Fills the inside of fixed edges of a triangulation with points: circumcentres of triangles that are too large for their place
 * or whose shortest edge is short against the circumcircle (smallest angle 20.7°, except beside fixed edges that meet at
 * less than 60° or are longer on one side). Fixed edges are never split, because another region may share them: what comes too near to one is
 * left out.
 *
 * @see "Chew (1993), Proc. 9th ACM Symp. Comput. Geom., 274; Ruppert (1995), J. Algorithms 18, 548"
 */
final class GradedInterior {
    /** Circumradius over shortest edge: above 1 every new point keeps its distance, so filling ends (Ruppert). */
    private static final double WORST_RATIO = Math.sqrt(2);

    /** Circumradius over wanted size; 0.577 of an equilateral triangle whose edges have the wanted size. */
    private static final double LARGEST_RADIUS = 0.577;

    private final ConstrainedDelaunay mesh;
    private final double growth;
    private final double coarsestM;
    private final int fixedPoints;
    /** Per point so far: the longest fixed edge at it, the size wanted there. */
    private final double[] sizeM;

    private final int[] fixedEdges;

    /**
     * @param growth of the wanted size per distance from the points so far
     * @param coarsestM largest wanted size, m
     */
    GradedInterior(ConstrainedDelaunay mesh, double growth, double coarsestM) {
        this.mesh = mesh;
        this.growth = growth;
        this.coarsestM = coarsestM;
        this.fixedPoints = mesh.pointCount();
        this.sizeM = new double[fixedPoints];
        int[] edges = new int[3 * mesh.triangleCount()];
        int count = 0;
        for (int half = 0; half < edges.length; half++) {
            if (mesh.isFixed(half) && half < mesh.twin(half)) {
                int a = mesh.from(half);
                int b = mesh.to(half);
                edges[count++] = a;
                edges[count++] = b;
                double length = Math.hypot(mesh.x(a) - mesh.x(b), mesh.y(a) - mesh.y(b));
                sizeM[a] = Math.max(sizeM[a], length);
                sizeM[b] = Math.max(sizeM[b], length);
            }
        }
        this.fixedEdges = Arrays.copyOf(edges, count);
    }

    /**
     * @param inside per triangle
     * @param pointLimit failure beyond this many points
     */
    void fill(boolean[] inside, int pointLimit) {
        Deque<Integer> suspects = new ArrayDeque<>();
        for (int t = 0; t < inside.length; t++) {
            if (inside[t]) {
                suspects.add(t);
            }
        }
        double[] centre = new double[2];
        while (!suspects.isEmpty()) {
            int t = suspects.pop();
            if (isBad(t, centre) && isFree(t, centre)) {
                int point = mesh.add(centre[0], centre[1]);
                if (mesh.pointCount() > pointLimit) {
                    throw new NumericalFailureException(
                            Reason.REFINEMENT_LIMIT, "a region passed its limit of " + pointLimit + " points");
                }
                int half = mesh.leaving(point);
                do {
                    suspects.add(half / 3);
                    half = mesh.around(half);
                } while (half != mesh.leaving(point));
            }
        }
    }

    /** Whether a triangle asks for a point; leaves its circumcentre. */
    private boolean isBad(int t, double[] centre) {
        int a = mesh.from(3 * t);
        int b = mesh.from(3 * t + 1);
        int c = mesh.from(3 * t + 2);
        double bx = mesh.x(b) - mesh.x(a);
        double by = mesh.y(b) - mesh.y(a);
        double cx = mesh.x(c) - mesh.x(a);
        double cy = mesh.y(c) - mesh.y(a);
        double twice = 2 * (bx * cy - by * cx);
        double bb = bx * bx + by * by;
        double cc = cx * cx + cy * cy;
        double ux = (cy * bb - by * cc) / twice;
        double uy = (bx * cc - cx * bb) / twice;
        double radius = Math.hypot(ux, uy);
        double shortest = Math.sqrt(Math.min(Math.min(bb, cc), (bx - cx) * (bx - cx) + (by - cy) * (by - cy)));
        centre[0] = mesh.x(a) + ux;
        centre[1] = mesh.y(a) + uy;
        if (!Double.isFinite(radius)) {
            return false;
        }
        return radius > WORST_RATIO * shortest
                || radius > LARGEST_RADIUS * sizeM(mesh.x(a) + (bx + cx) / 3, mesh.y(a) + (by + cy) / 3);
    }

    private double sizeM(double x, double y) {
        double least = coarsestM;
        for (int v = ConstrainedDelaunay.FAR_POINTS; v < fixedPoints; v++) {
            double dx = mesh.x(v) - x;
            double dy = mesh.y(v) - y;
            double most = (least - sizeM[v]) / growth;
            if (most > 0 && dx * dx + dy * dy < most * most) {
                least = sizeM[v] + growth * Math.sqrt(dx * dx + dy * dy);
            }
        }
        return least;
    }

    /** Whether a place is seen from a triangle and outside of the circles over all fixed edges. */
    private boolean isFree(int t, double[] place) {
        for (int e = 0; e < fixedEdges.length; e += 2) {
            int a = fixedEdges[e];
            int b = fixedEdges[e + 1];
            double ax = mesh.x(a) - place[0];
            double ay = mesh.y(a) - place[1];
            double bx = mesh.x(b) - place[0];
            double by = mesh.y(b) - place[1];
            if (ax * bx + ay * by <= 0) {
                return false;
            }
        }
        return isSeen(t, place);
    }

    /** Walks from the middle of a triangle straight to a place; false when a fixed edge is in the way. */
    private boolean isSeen(int t, double[] place) {
        double x = 0;
        double y = 0;
        for (int half = 3 * t; half < 3 * t + 3; half++) {
            x += mesh.x(mesh.from(half)) / 3;
            y += mesh.y(mesh.from(half)) / 3;
        }
        for (int e = 0; e < fixedEdges.length; e += 2) {
            int a = fixedEdges[e];
            int b = fixedEdges[e + 1];
            if (isCrossed(x, y, place, a, b)) {
                return false;
            }
        }
        return true;
    }

    private boolean isCrossed(double x, double y, double[] place, int a, int b) {
        return PlanePredicates.turn(x, y, place[0], place[1], mesh.x(a), mesh.y(a))
                                * PlanePredicates.turn(x, y, place[0], place[1], mesh.x(b), mesh.y(b))
                        <= 0
                && PlanePredicates.turn(mesh.x(a), mesh.y(a), mesh.x(b), mesh.y(b), x, y)
                                * PlanePredicates.turn(mesh.x(a), mesh.y(a), mesh.x(b), mesh.y(b), place[0], place[1])
                        <= 0;
    }
}
