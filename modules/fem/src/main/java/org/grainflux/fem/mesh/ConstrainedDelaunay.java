package org.grainflux.fem.mesh;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;

/**
 * A plane triangulation that grows point by point and keeps given edges; all other edges are Delaunay: flipping them would
 * not raise the smallest angle. Points are added by flips (Lawson 1977), missing edges recovered by flips (Sloan
 * 1993). Half edge 3 t + k runs from corner k of triangle t to corner k + 1, triangles turn anticlockwise.
 *
 * <p>Everything lies inside one far triangle of three points of its own, so no point of a user is on the hull.
 */
final class ConstrainedDelaunay {
    /** The far triangle reaches this many times as far as the points. */
    private static final double FAR = 1e3;

    static final int FAR_POINTS = 3;
    private static final int NONE = -1;

    private double[] x = new double[64];
    private double[] y = new double[64];
    private int[] leaving = new int[64];
    private int pointCount;
    private int[] corner = new int[384];
    private int[] twin = new int[384];
    private boolean[] fixed = new boolean[384];
    private int triangleCount;
    private int last;

    /** @param radius of a circle around the middle that holds all points to come */
    ConstrainedDelaunay(double middleX, double middleY, double radius) {
        for (int k = 0; k < FAR_POINTS; k++) {
            double angle = 2 * Math.PI * k / 3;
            newPoint(middleX + FAR * radius * Math.cos(angle), middleY + FAR * radius * Math.sin(angle));
        }
        newTriangle();
        set(0, 0, 1, 2);
        Arrays.fill(twin, 0, 3, NONE);
    }

    int pointCount() {
        return pointCount;
    }

    double x(int point) {
        return x[point];
    }

    double y(int point) {
        return y[point];
    }

    int triangleCount() {
        return triangleCount;
    }

    /** Point from which a half edge leaves. */
    int from(int half) {
        return corner[half];
    }

    int to(int half) {
        return corner[next(half)];
    }

    /** The same edge seen from the other side, or −1. */
    int twin(int half) {
        return twin[half];
    }

    boolean isFixed(int half) {
        return fixed[half];
    }

    static int next(int half) {
        return half % 3 == 2 ? half - 2 : half + 1;
    }

    static int previous(int half) {
        return half % 3 == 0 ? half + 2 : half - 1;
    }

    /** Half edge between two points; −1 without an edge. */
    int find(int from, int to) {
        int half = leaving[from];
        do {
            if (to(half) == to) {
                return half;
            }
            half = twin[previous(half)];
        } while (half != leaving[from] && half != NONE);
        return NONE;
    }

    /** Some half edge that leaves a point; others follow by {@link #around}. */
    int leaving(int point) {
        return leaving[point];
    }

    /** The next half edge that leaves the same point, anticlockwise. */
    int around(int half) {
        return twin[previous(half)];
    }

    /** Adds a point where none is; its number. */
    int add(double px, double py) {
        int half = locate(px, py);
        int point = newPoint(px, py);
        Deque<Integer> suspects = new ArrayDeque<>();
        int on = NONE;
        for (int k = 0; k < 3; k++) {
            int edge = 3 * (half / 3) + k;
            on = turn(edge, px, py) == 0 ? edge : on;
        }
        if (on == NONE) {
            splitTriangle(half / 3, point, suspects);
        } else {
            splitEdge(on, point, suspects);
        }
        makeDelaunay(suspects);
        last = leaving[point];
        return point;
    }

    /** A half edge of the triangle a place lies in. */
    private int locate(double px, double py) {
        int t = last / 3;
        int start = 0;
        for (int step = 0; step <= 4 * triangleCount; step++) {
            int exit = NONE;
            // Another edge is asked first every time, or a walk through constrained edges might go in circles.
            start = (start + 1) % 3;
            for (int k = 0; k < 3 && exit == NONE; k++) {
                int edge = 3 * t + (start + k) % 3;
                exit = turn(edge, px, py) < 0 ? edge : NONE;
            }
            if (exit == NONE) {
                return 3 * t;
            }
            t = twin[exit] / 3;
        }
        throw new NumericalFailureException(Reason.MESH_QUALITY, "no triangle holds the point " + px + ", " + py);
    }

    private int turn(int edge, double px, double py) {
        int a = corner[edge];
        int b = corner[next(edge)];
        return PlanePredicates.turn(x[a], y[a], x[b], y[b], px, py);
    }

    private void splitTriangle(int t, int point, Deque<Integer> suspects) {
        int[] points = {corner[3 * t], corner[3 * t + 1], corner[3 * t + 2]};
        int[] twins = {twin[3 * t], twin[3 * t + 1], twin[3 * t + 2]};
        boolean[] kept = {fixed[3 * t], fixed[3 * t + 1], fixed[3 * t + 2]};
        int[] parts = {t, newTriangle(), newTriangle()};
        for (int k = 0; k < 3; k++) {
            set(parts[k], points[k], points[(k + 1) % 3], point);
            join(3 * parts[k], twins[k], kept[k]);
            suspects.add(3 * parts[k]);
        }
        for (int k = 0; k < 3; k++) {
            join(3 * parts[k] + 1, 3 * parts[(k + 1) % 3] + 2, false);
        }
    }

    private void splitEdge(int half, int point, Deque<Integer> suspects) {
        int other = twin[half];
        boolean kept = fixed[half];
        int[] first = halve(half, point, suspects);
        int[] second = halve(other, point, suspects);
        join(first[0], second[1], kept);
        join(first[1], second[0], kept);
    }

    /** Splits one triangle at an edge a → b; the half edges a → point and point → b. */
    private int[] halve(int half, int point, Deque<Integer> suspects) {
        int t = half / 3;
        int a = corner[half];
        int b = corner[next(half)];
        int c = corner[previous(half)];
        int twinBc = twin[next(half)];
        int twinCa = twin[previous(half)];
        boolean fixedBc = fixed[next(half)];
        boolean fixedCa = fixed[previous(half)];
        int u = newTriangle();
        set(t, c, a, point);
        set(u, b, c, point);
        join(3 * t, twinCa, fixedCa);
        join(3 * u, twinBc, fixedBc);
        join(3 * t + 2, 3 * u + 1, false);
        suspects.add(3 * t);
        suspects.add(3 * u);
        return new int[] {3 * t + 1, 3 * u + 2};
    }

    private void makeDelaunay(Deque<Integer> suspects) {
        while (!suspects.isEmpty()) {
            int half = suspects.pop();
            int other = twin[half];
            if (other == NONE || fixed[half]) {
                continue;
            }
            int a = corner[half];
            int b = corner[next(half)];
            int c = corner[previous(half)];
            int d = corner[previous(other)];
            if (PlanePredicates.inCircle(x[a], y[a], x[b], y[b], x[c], y[c], x[d], y[d]) > 0) {
                flip(half);
                for (int t : new int[] {half / 3, other / 3}) {
                    for (int k = 0; k < 3; k++) {
                        if (twin[3 * t + k] / 3 != half / 3 && twin[3 * t + k] / 3 != other / 3) {
                            suspects.add(3 * t + k);
                        }
                    }
                }
            }
        }
    }

    /** Puts the other diagonal in place of an edge; the half edge of the new one. */
    private int flip(int half) {
        int other = twin[half];
        int t = half / 3;
        int u = other / 3;
        int a = corner[half];
        int b = corner[other];
        int c = corner[previous(half)];
        int d = corner[previous(other)];
        int[] outer = {next(other), previous(half), next(half), previous(other)};
        int[] twins = new int[4];
        boolean[] kept = new boolean[4];
        for (int k = 0; k < 4; k++) {
            twins[k] = twin[outer[k]];
            kept[k] = fixed[outer[k]];
        }
        set(t, a, d, c);
        set(u, b, c, d);
        join(3 * t, twins[0], kept[0]);
        join(3 * t + 2, twins[1], kept[1]);
        join(3 * u, twins[2], kept[2]);
        join(3 * u + 2, twins[3], kept[3]);
        join(3 * t + 1, 3 * u + 1, false);
        return 3 * t + 1;
    }

    /** Makes two points the ends of an edge that stays. */
    void fix(int from, int to) {
        int half = find(from, to);
        if (half == NONE) {
            half = recover(from, to);
        }
        fixed[half] = true;
        fixed[twin[half]] = true;
    }

    private int recover(int from, int to) {
        Deque<int[]> crossing = crossing(from, to);
        List<int[]> made = new ArrayList<>();
        int limit = 100 * (crossing.size() + 10) * (crossing.size() + 10);
        while (!crossing.isEmpty()) {
            if (limit-- == 0) {
                throw new NumericalFailureException(Reason.MESH_QUALITY, "an edge of the mesh could not be recovered");
            }
            int[] edge = crossing.pop();
            int half = find(edge[0], edge[1]);
            int c = corner[previous(half)];
            int d = corner[previous(twin[half])];
            boolean convex = side(c, d, edge[0]) * side(c, d, edge[1]) < 0;
            if (!convex) {
                crossing.add(edge);
                continue;
            }
            flip(half);
            boolean touches = c == from || c == to || d == from || d == to;
            boolean crosses = !touches && side(from, to, c) * side(from, to, d) < 0;
            (crosses ? crossing : made).add(new int[] {c, d});
        }
        fixed[find(from, to)] = true;
        fixed[find(to, from)] = true;
        Deque<Integer> suspects = new ArrayDeque<>();
        for (int[] edge : made) {
            int half = find(edge[0], edge[1]);
            if (half != NONE) {
                suspects.add(half);
            }
        }
        makeDelaunay(suspects);
        return find(from, to);
    }

    /** Edges that the straight way between two points crosses. */
    private Deque<int[]> crossing(int from, int to) {
        int half = leaving[from];
        while (!(side(from, to, to(half)) < 0 && side(from, to, corner[previous(half)]) > 0)) {
            half = around(half);
            if (half == NONE || half == leaving[from]) {
                throw new NumericalFailureException(Reason.MESH_QUALITY, "a cut passes through a point of the mesh");
            }
        }
        Deque<int[]> crossing = new ArrayDeque<>();
        int edge = next(half);
        while (true) {
            if (fixed[edge]) {
                throw new NumericalFailureException(Reason.MESH_QUALITY, "a cut crosses an edge that stays");
            }
            crossing.add(new int[] {corner[edge], to(edge)});
            int across = twin[edge];
            int apex = corner[previous(across)];
            if (apex == to) {
                return crossing;
            }
            int side = side(from, to, apex);
            if (side == 0) {
                throw new NumericalFailureException(Reason.MESH_QUALITY, "a cut passes through a point of the mesh");
            }
            edge = side > 0 ? next(across) : previous(across);
        }
    }

    private int side(int from, int to, int point) {
        return PlanePredicates.turn(x[from], y[from], x[to], y[to], x[point], y[point]);
    }

    private int newPoint(double px, double py) {
        if (pointCount == x.length) {
            x = Arrays.copyOf(x, 2 * pointCount);
            y = Arrays.copyOf(y, 2 * pointCount);
            leaving = Arrays.copyOf(leaving, 2 * pointCount);
        }
        x[pointCount] = px;
        y[pointCount] = py;
        return pointCount++;
    }

    private int newTriangle() {
        if (3 * triangleCount + 3 > corner.length) {
            corner = Arrays.copyOf(corner, 2 * corner.length);
            twin = Arrays.copyOf(twin, corner.length);
            fixed = Arrays.copyOf(fixed, corner.length);
        }
        return triangleCount++;
    }

    private void set(int t, int a, int b, int c) {
        corner[3 * t] = a;
        corner[3 * t + 1] = b;
        corner[3 * t + 2] = c;
        for (int k = 0; k < 3; k++) {
            leaving[corner[3 * t + k]] = 3 * t + k;
        }
    }

    private void join(int half, int other, boolean kept) {
        twin[half] = other;
        fixed[half] = kept;
        if (other != NONE) {
            twin[other] = half;
            fixed[other] = kept;
        }
    }
}
