package org.grainflux.fem.mesh;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;

/**
 * Conforming refinement of a plane triangulation by longest-edge bisection along longest-edge propagation paths.
 *
 * <p>Edges are compared by one total order, (length, lower vertex, higher vertex), evaluated identically from both
 * sides, so a path only ever climbs and ends. Every triangle has one edge at which it may be bisected; the triangles of
 * a finer size field are therefore descendants of those of a coarser one. The smallest angle stays above half of the
 * smallest initial angle (Rosenberg and Stenger 1975), and the number of similarity classes is finite.
 *
 * <p>The plane may be periodic in axis 0: then vertices are stored inside [0, period) and edge vectors are the shortest
 * image, which is unique because every edge must be shorter than half a period.
 *
 * <p>Triangles carry a region and, per edge, a tag; both are inherited. Results depend on the input alone.
 *
 * @see "Rivara (1997), Int. J. Numer. Meth. Eng. 40, 3313 (longest-edge propagation paths)"
 * @see "Rosenberg and Stenger (1975), SIAM J. Numer. Anal. 12, 390 (bound on angles)"
 */
public final class LongestEdgeBisection {
    /** Tag of the edges that refinement creates inside a triangle. */
    public static final int UNTAGGED = -1;

    /** Passes over the mesh; one halves the longest edge of every marked triangle at least once. */
    private static final int PASS_LIMIT = 200;

    private final double periodM;
    private double[] xM;
    private double[] yM;
    private int vertexCount;
    private int[] corners;
    private int[] neighbours;
    private int[] tags;
    private int[] regions;
    private byte[] longest;
    private double[] longestSquared;
    private int triangleCount;

    /**
     * @param coordinatesM vertex-major, vertices × 2
     * @param triangles triangle-major, triangles × 3, anticlockwise
     * @param edgeTags triangles × 3: tag of the edge from corner k to corner k + 1; both sides must agree
     * @param regions one per triangle
     * @param periodM period of axis 0, or 0 for a plane that is not periodic
     */
    public LongestEdgeBisection(double[] coordinatesM, int[] triangles, int[] edgeTags, int[] regions, double periodM) {
        if (edgeTags.length != triangles.length || triangles.length != 3 * regions.length) {
            throw new IllegalArgumentException("triangulation arrays disagree: " + triangles.length + " corners, "
                    + edgeTags.length + " edge tags, " + regions.length + " regions");
        }
        this.periodM = periodM;
        this.vertexCount = coordinatesM.length / 2;
        this.xM = new double[vertexCount];
        this.yM = new double[vertexCount];
        for (int v = 0; v < vertexCount; v++) {
            xM[v] = wrap(coordinatesM[2 * v]);
            yM[v] = coordinatesM[2 * v + 1];
        }
        this.corners = triangles.clone();
        this.tags = edgeTags.clone();
        this.regions = regions.clone();
        this.triangleCount = regions.length;
        this.neighbours = new int[triangles.length];
        this.longest = new byte[triangleCount];
        this.longestSquared = new double[triangleCount];
        connect();
        for (int t = 0; t < triangleCount; t++) {
            findLongest(t);
            requireUniqueImage(t);
        }
    }

    /**
     * Bisects until no triangle's longest edge exceeds the size wanted at its centroid.
     *
     * @param triangleLimit failure {@link Reason#REFINEMENT_LIMIT} beyond this many triangles
     */
    public void refine(SizeField size, int triangleLimit) {
        for (int pass = 0; pass < PASS_LIMIT; pass++) {
            boolean changed = false;
            for (int t = 0; t < triangleCount; t++) {
                while (isTooLarge(t, size)) {
                    bisect(t);
                    changed = true;
                    if (triangleCount > triangleLimit) {
                        throw new NumericalFailureException(
                                Reason.REFINEMENT_LIMIT,
                                "refinement passed its limit of " + triangleLimit + " triangles");
                    }
                }
            }
            if (!changed) {
                return;
            }
        }
        throw new NumericalFailureException(
                Reason.REFINEMENT_LIMIT, "refinement did not settle within " + PASS_LIMIT + " passes");
    }

    public int vertexCount() {
        return vertexCount;
    }

    /** Coordinate in m; axis 0 lies inside [0, period) when the plane is periodic. */
    public double coordinateM(int vertex, int axis) {
        return axis == 0 ? xM[vertex] : yM[vertex];
    }

    public int triangleCount() {
        return triangleCount;
    }

    public int corner(int triangle, int corner) {
        return corners[3 * triangle + corner];
    }

    /** Triangle across the edge from corner {@code edge} to corner {@code edge + 1}; -1 on the border. */
    public int neighbour(int triangle, int edge) {
        return neighbours[3 * triangle + edge];
    }

    public int edgeTag(int triangle, int edge) {
        return tags[3 * triangle + edge];
    }

    public int region(int triangle) {
        return regions[triangle];
    }

    /** The shortest image of the difference of two abscissae, m. */
    public double shortestImageM(double differenceM) {
        return periodM > 0 ? differenceM - periodM * Math.rint(differenceM / periodM) : differenceM;
    }

    private double wrap(double x) {
        if (!(periodM > 0)) {
            return x;
        }
        double wrapped = x - periodM * Math.floor(x / periodM);
        return wrapped < periodM ? wrapped : 0;
    }

    private void connect() {
        Map<Long, Integer> open = new HashMap<>(2 * corners.length);
        Arrays.fill(neighbours, -1);
        for (int half = 0; half < corners.length; half++) {
            long from = corners[half];
            long to = corners[next(half)];
            // Both sides of an edge run it in opposite directions, so a direction seen twice is an overlap.
            Integer twin = open.remove(to << 32 | from);
            if (twin == null) {
                if (open.put(from << 32 | to, half) != null) {
                    throw overlap(from, to);
                }
            } else {
                if (tags[twin] != tags[half]) {
                    throw new IllegalArgumentException(
                            "the two sides of an edge carry tags " + tags[twin] + " and " + tags[half]);
                }
                neighbours[half] = twin / 3;
                neighbours[twin] = half / 3;
            }
        }
    }

    private static IllegalArgumentException overlap(long from, long to) {
        return new IllegalArgumentException("edge " + from + "-" + to + " has two triangles on one side");
    }

    private void requireUniqueImage(int t) {
        if (periodM > 0 && !(longestSquared[t] < 0.25 * periodM * periodM)) {
            throw new NumericalFailureException(
                    Reason.MESH_QUALITY,
                    "an edge of " + Math.sqrt(longestSquared[t]) + " m is not shorter than half the period of "
                            + periodM + " m; use a wider cell");
        }
    }

    private boolean isTooLarge(int t, SizeField size) {
        int a = corners[3 * t];
        int b = corners[3 * t + 1];
        int c = corners[3 * t + 2];
        double x = wrap(xM[a] + (shortestImageM(xM[b] - xM[a]) + shortestImageM(xM[c] - xM[a])) / 3);
        double h = size.sizeM(x, (yM[a] + yM[b] + yM[c]) / 3);
        if (!(h > 0)) {
            throw new NumericalFailureException(Reason.MESH_QUALITY, "a wanted element size must be > 0, got " + h);
        }
        return longestSquared[t] > h * h;
    }

    /** Follows the longest-edge propagation path of t, bisecting its end, until t itself has been bisected. */
    private void bisect(int t) {
        while (true) {
            int u = t;
            int n = neighbours[3 * u + longest[u]];
            while (n >= 0 && neighbours[3 * n + longest[n]] != u) {
                u = n;
                n = neighbours[3 * u + longest[u]];
            }
            splitPair(u, n);
            if (u == t || n == t) {
                return;
            }
        }
    }

    /** Splits u, and n unless it is -1, at their common longest edge. */
    private void splitPair(int u, int n) {
        int edge = 3 * u + longest[u];
        int middle = addMidpoint(corners[edge], corners[next(edge)]);
        int u2 = split(u, middle);
        if (n >= 0) {
            int n2 = split(n, middle);
            // The edge runs in opposite directions: the first half of u faces the second half of n.
            link(u, 0, n2, 0);
            link(u2, 0, n, 0);
        }
    }

    /**
     * Rewrites t = (a, b, c), a-b longest, as (a, m, c) and appends (m, b, c).
     *
     * @return the appended triangle
     */
    private int split(int t, int middle) {
        int e0 = 3 * t + longest[t];
        int e1 = next(e0);
        int e2 = next(e1);
        int a = corners[e0];
        int b = corners[e1];
        int c = corners[e2];
        int tagAb = tags[e0];
        int tagBc = tags[e1];
        int tagCa = tags[e2];
        int acrossBc = neighbours[e1];
        int acrossCa = neighbours[e2];
        int second = addTriangle();
        set(t, a, middle, c, tagAb, UNTAGGED, tagCa);
        set(second, middle, b, c, tagAb, tagBc, UNTAGGED);
        regions[second] = regions[t];
        neighbours[3 * t] = -1;
        neighbours[3 * t + 1] = second;
        neighbours[3 * t + 2] = acrossCa;
        neighbours[3 * second] = -1;
        neighbours[3 * second + 1] = acrossBc;
        neighbours[3 * second + 2] = t;
        if (acrossBc >= 0) {
            replaceNeighbour(acrossBc, t, second, b, c);
        }
        findLongest(t);
        findLongest(second);
        return second;
    }

    private void set(int t, int a, int b, int c, int tagAb, int tagBc, int tagCa) {
        corners[3 * t] = a;
        corners[3 * t + 1] = b;
        corners[3 * t + 2] = c;
        tags[3 * t] = tagAb;
        tags[3 * t + 1] = tagBc;
        tags[3 * t + 2] = tagCa;
    }

    private void link(int t, int edge, int u, int otherEdge) {
        neighbours[3 * t + edge] = u;
        neighbours[3 * u + otherEdge] = t;
    }

    /** In triangle n, whose side c-b was shared with {@code old}, stores {@code replacement} instead. */
    private void replaceNeighbour(int n, int old, int replacement, int b, int c) {
        for (int e = 3 * n; e < 3 * n + 3; e++) {
            if (neighbours[e] == old && corners[e] == c && corners[next(e)] == b) {
                neighbours[e] = replacement;
                return;
            }
        }
        throw new IllegalStateException("triangles " + n + " and " + old + " do not know each other");
    }

    private void findLongest(int t) {
        int best = 0;
        double bestSquared = lengthSquared(3 * t);
        for (int k = 1; k < 3; k++) {
            double squared = lengthSquared(3 * t + k);
            if (squared > bestSquared || squared == bestSquared && isHigher(3 * t + k, 3 * t + best)) {
                best = k;
                bestSquared = squared;
            }
        }
        longest[t] = (byte) best;
        longestSquared[t] = bestSquared;
    }

    private double lengthSquared(int half) {
        int low = Math.min(corners[half], corners[next(half)]);
        int high = Math.max(corners[half], corners[next(half)]);
        double dx = shortestImageM(xM[high] - xM[low]);
        double dy = yM[high] - yM[low];
        return dx * dx + dy * dy;
    }

    private boolean isHigher(int half, int other) {
        int low = Math.min(corners[half], corners[next(half)]);
        int lowOther = Math.min(corners[other], corners[next(other)]);
        if (low != lowOther) {
            return low > lowOther;
        }
        return Math.max(corners[half], corners[next(half)]) > Math.max(corners[other], corners[next(other)]);
    }

    private int addMidpoint(int from, int to) {
        if (vertexCount == xM.length) {
            int capacity = grown(vertexCount);
            xM = Arrays.copyOf(xM, capacity);
            yM = Arrays.copyOf(yM, capacity);
        }
        int a = Math.min(from, to);
        int b = Math.max(from, to);
        xM[vertexCount] = wrap(xM[a] + 0.5 * shortestImageM(xM[b] - xM[a]));
        yM[vertexCount] = 0.5 * (yM[a] + yM[b]);
        return vertexCount++;
    }

    private int addTriangle() {
        if (triangleCount == regions.length) {
            int capacity = grown(triangleCount);
            corners = Arrays.copyOf(corners, 3 * capacity);
            neighbours = Arrays.copyOf(neighbours, 3 * capacity);
            tags = Arrays.copyOf(tags, 3 * capacity);
            regions = Arrays.copyOf(regions, capacity);
            longest = Arrays.copyOf(longest, capacity);
            longestSquared = Arrays.copyOf(longestSquared, capacity);
        }
        return triangleCount++;
    }

    private static int grown(int count) {
        return Math.max(16, count + (count >> 1));
    }

    /** Index of the half edge that follows within its triangle. */
    private static int next(int half) {
        return half % 3 == 2 ? half - 2 : half + 1;
    }
}
