package org.grainflux.fem.mesh;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.grainflux.core.Cancellation;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;

/**
 * Conforming refinement of a plane triangulation by longest-edge bisection along longest-edge propagation paths.
 *
 * <p>Edges are compared by one total order, (length, position of the lower end, of the higher end), evaluated identically from both
 * sides, so a path only ever climbs and ends. Every triangle has one edge at which it may be bisected; the triangles of
 * a finer size field are therefore descendants of those of a coarser one. The smallest angle stays above half of the
 * smallest initial angle (Rosenberg and Stenger 1975), and the number of similarity classes is finite.
 *
 * <p>The plane may be periodic in axis 0: then vertices are stored inside [0, period), and every corner of a triangle
 * carries the image at which the triangle sees its vertex. Guessing the shortest image instead fails in narrow cells,
 * where a grain may be wider than half a period.
 *
 * <p>Triangles carry a region and, per edge, a tag; both are inherited. Results depend on the input alone.
 *
 * @see "Rivara (1997), Int. J. Numer. Meth. Eng. 40, 3313 (longest-edge propagation paths)"
 * @see "Rosenberg and Stenger (1975), SIAM J. Numer. Anal. 12, 390 (bound on angles)"
 */
public final class LongestEdgeBisection implements SharedVertexMesh {
    /** Tag of the edges that refinement creates inside a triangle. */
    public static final int UNTAGGED = -1;

    /** Passes over the mesh; one halves the longest edge of every marked triangle at least once. */
    private static final int PASS_LIMIT = 200;

    private final double periodM;
    private double[] xM;
    private double[] yM;
    private int vertexCount;
    private int[] corners;
    private int[] images;
    private int[] neighbours;
    private int[] tags;
    private int[] regions;
    private byte[] longest;
    private double[] longestSquared;
    private int triangleCount;

    /**
     * @param coordinatesM vertex-major, vertices × 2; axis 0 inside [0, period) when the plane is periodic
     * @param triangles triangle-major, triangles × 3, anticlockwise
     * @param images triangles × 3: corner k of a triangle lies at its vertex plus this many periods
     * @param edgeTags triangles × 3: tag of the edge from corner k to corner k + 1; both sides must agree
     * @param regions one per triangle
     * @param periodM period of axis 0, or 0 for a plane that is not periodic
     */
    public LongestEdgeBisection(
            double[] coordinatesM, int[] triangles, int[] images, int[] edgeTags, int[] regions, double periodM) {
        if (edgeTags.length != triangles.length
                || images.length != triangles.length
                || triangles.length != 3 * regions.length) {
            throw new IllegalArgumentException("triangulation arrays disagree: " + triangles.length + " corners, "
                    + images.length + " images, " + edgeTags.length + " edge tags, " + regions.length + " regions");
        }
        this.periodM = periodM;
        this.vertexCount = coordinatesM.length / 2;
        this.xM = new double[vertexCount];
        this.yM = new double[vertexCount];
        for (int v = 0; v < vertexCount; v++) {
            xM[v] = coordinatesM[2 * v];
            yM[v] = coordinatesM[2 * v + 1];
            if (periodM > 0 && !(xM[v] >= 0 && xM[v] < periodM)) {
                throw new IllegalArgumentException(
                        "vertex " + v + " at " + xM[v] + " m lies outside the period of " + periodM + " m");
            }
        }
        this.corners = triangles.clone();
        this.images = images.clone();
        this.tags = edgeTags.clone();
        this.regions = regions.clone();
        this.triangleCount = regions.length;
        this.neighbours = new int[triangles.length];
        this.longest = new byte[triangleCount];
        this.longestSquared = new double[triangleCount];
        connect();
        for (int t = 0; t < triangleCount; t++) {
            findLongest(t);
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
                    Cancellation.point();
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

    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public int vertexCount() {
        return vertexCount;
    }

    /** Coordinate in m; axis 0 lies inside [0, period) when the plane is periodic. */
    public double coordinateM(int vertex, int axis) {
        return axis == 0 ? xM[vertex] : yM[vertex];
    }

    @Override
    public int elementCount() {
        return triangleCount;
    }

    @Override
    public int corner(int triangle, int corner) {
        return corners[3 * triangle + corner];
    }

    @Override
    public double cornerM(int triangle, int corner, int axis) {
        int at = 3 * triangle + corner;
        return axis == 0 ? xM[corners[at]] + images[at] * periodM : yM[corners[at]];
    }

    @Override
    public int region(int triangle) {
        return regions[triangle];
    }

    @Override
    public int group(int triangle) {
        return regions[triangle];
    }

    @Override
    public int groupCount() {
        return Arrays.stream(regions, 0, triangleCount).max().orElse(-1) + 1;
    }

    /** Facet k of a triangle is the edge from corner k to corner k + 1. */
    @Override
    public int facetCorner(int facet, int k) {
        return (facet + k) % 3;
    }

    @Override
    public int neighbour(int triangle, int facet) {
        return neighbours[3 * triangle + facet];
    }

    @Override
    public int facetAcross(int triangle, int facet) {
        int n = neighbour(triangle, facet);
        int from = corner(triangle, (facet + 1) % 3);
        int to = corner(triangle, facet);
        for (int k = 0; k < 3; k++) {
            if (corner(n, k) == from && corner(n, (k + 1) % 3) == to) {
                return k;
            }
        }
        throw new IllegalStateException("triangles " + triangle + " and " + n + " share no edge");
    }

    @Override
    public int facetTag(int triangle, int facet) {
        return tags[3 * triangle + facet];
    }

    /** A directed edge; the image tells apart two edges between the same vertices in a narrow cell. */
    private record Side(int from, int to, int image) {}

    private void connect() {
        Map<Side, Integer> open = new HashMap<>(2 * corners.length);
        Arrays.fill(neighbours, -1);
        for (int half = 0; half < corners.length; half++) {
            int to = next(half);
            int image = images[to] - images[half];
            // Both sides of an edge run it in opposite directions, so a direction seen twice is an overlap.
            Integer twin = open.remove(new Side(corners[to], corners[half], -image));
            if (twin == null) {
                if (open.put(new Side(corners[half], corners[to], image), half) != null) {
                    throw new IllegalArgumentException(
                            "edge " + corners[half] + "-" + corners[to] + " has two triangles on one side");
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

    private boolean isTooLarge(int t, SizeField size) {
        double x = (cornerM(t, 0, 0) + cornerM(t, 1, 0) + cornerM(t, 2, 0)) / 3;
        double y = (yM[corners[3 * t]] + yM[corners[3 * t + 1]] + yM[corners[3 * t + 2]]) / 3;
        double h = size.sizeM(periodM > 0 ? x - periodM * Math.floor(x / periodM) : x, y, 0);
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
        // Starting from the lower end, not the lower number, keeps the digits of meshes of other sizes.
        boolean upwards = lower(corners[edge], corners[next(edge)]) == corners[edge];
        int start = upwards ? edge : next(edge);
        int end = upwards ? next(edge) : edge;
        double x = xM[corners[start]] + 0.5 * difference(start, end);
        int shift = periodM > 0 ? (int) Math.floor(x / periodM) : 0;
        int middle = addVertex(x - shift * periodM, 0.5 * (yM[corners[start]] + yM[corners[end]]));
        int u2 = split(u, middle, images[start] + shift);
        if (n >= 0) {
            // The edge runs in opposite directions: the start in u is the other end of n's half edge.
            int twin = 3 * n + longest[n];
            int n2 = split(n, middle, images[upwards ? next(twin) : twin] + shift);
            // The first half of u faces the second half of n.
            link(u, 0, n2, 0);
            link(u2, 0, n, 0);
        }
    }

    /**
     * Rewrites t = (a, b, c), a-b longest, as (a, m, c) and appends (m, b, c).
     *
     * @return the appended triangle
     */
    private int split(int t, int middle, int middleImage) {
        int e0 = 3 * t + longest[t];
        int e1 = next(e0);
        int e2 = next(e1);
        int a = corners[e0];
        int b = corners[e1];
        int c = corners[e2];
        int imageA = images[e0];
        int imageB = images[e1];
        int imageC = images[e2];
        int tagAb = tags[e0];
        int tagBc = tags[e1];
        int tagCa = tags[e2];
        int acrossBc = neighbours[e1];
        int acrossCa = neighbours[e2];
        int second = addTriangle();
        setCorners(t, a, middle, c, imageA, middleImage, imageC);
        setCorners(second, middle, b, c, middleImage, imageB, imageC);
        setTags(t, tagAb, UNTAGGED, tagCa);
        setTags(second, tagAb, tagBc, UNTAGGED);
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

    private void setCorners(int t, int a, int b, int c, int imageA, int imageB, int imageC) {
        corners[3 * t] = a;
        corners[3 * t + 1] = b;
        corners[3 * t + 2] = c;
        images[3 * t] = imageA;
        images[3 * t + 1] = imageB;
        images[3 * t + 2] = imageC;
    }

    private void setTags(int t, int tagAb, int tagBc, int tagCa) {
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
        double dx = difference(half, next(half));
        double dy = yM[corners[next(half)]] - yM[corners[half]];
        return dx * dx + dy * dy;
    }

    /** Abscissa of one corner from another of the same triangle; an odd function, so both sides agree in every digit. */
    private double difference(int from, int to) {
        return xM[corners[to]] - xM[corners[from]] + (images[to] - images[from]) * periodM;
    }

    /** Order of edges of equal length: by position, because numbers depend on the order of refinement. */
    private boolean isHigher(int half, int other) {
        int low = lower(corners[half], corners[next(half)]);
        int lowOther = lower(corners[other], corners[next(other)]);
        if (low != lowOther) {
            return lower(low, lowOther) == lowOther;
        }
        int high = corners[half] == low ? corners[next(half)] : corners[half];
        int highOther = corners[other] == lowOther ? corners[next(other)] : corners[other];
        return lower(high, highOther) == highOther;
    }

    /** The vertex that comes first by ordinate, then by abscissa inside the cell. */
    private int lower(int v, int w) {
        if (yM[v] != yM[w]) {
            return yM[v] < yM[w] ? v : w;
        }
        return xM[v] <= xM[w] ? v : w;
    }

    private int addVertex(double x, double y) {
        if (vertexCount == xM.length) {
            int capacity = grown(vertexCount);
            xM = Arrays.copyOf(xM, capacity);
            yM = Arrays.copyOf(yM, capacity);
        }
        xM[vertexCount] = x;
        yM[vertexCount] = y;
        return vertexCount++;
    }

    private int addTriangle() {
        if (triangleCount == regions.length) {
            int capacity = grown(triangleCount);
            corners = Arrays.copyOf(corners, 3 * capacity);
            images = Arrays.copyOf(images, 3 * capacity);
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
