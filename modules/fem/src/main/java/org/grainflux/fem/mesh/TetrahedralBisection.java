package org.grainflux.fem.mesh;

import java.util.Arrays;
import java.util.BitSet;
import org.grainflux.core.Cancellation;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;

/**
 * Conforming refinement of a mesh of tetrahedra by bisection. Every tetrahedron has one edge at which it may be
 * bisected. All tetrahedra around an edge are bisected together; those that would rather be bisected elsewhere are
 * bisected there first. The mesh conforms after each step, and a mesh for a finer size field descends from that for a coarser one.
 *
 * <p>Two rules choose the edge. {@link #longestEdge} takes the longest: paths of such first steps only climb in one
 * total order of edges, so they end; that shapes stay bounded is observed, not proven. {@link #tagged} follows marks
 * inherited from the roots: angles are bounded below for any refinement, but only roots of a suitable order conform.
 *
 * <p>The cell may be periodic in axes 0 and 1: then vertices are stored inside the period, and every corner carries
 * the image at which its tetrahedron sees its vertex. Tags of faces and regions are inherited. Results depend on the
 * input alone, and limits count tetrahedra and passes.
 *
 * @see "Rivara and Levin (1992), Comm. Appl. Num. Meth. 8, 281 (longest-edge bisection in space)"
 * @see "Maubach (1995), SIAM J. Sci. Comput. 16, 210 (tagged bisection)"
 */
public final class TetrahedralBisection implements SharedVertexMesh {
    /** Tag of the faces that refinement creates inside a tetrahedron. */
    public static final int UNTAGGED = -1;

    /** Passes over changed tetrahedra; one leaves only those that closure has moved to where the field is finer. */
    private static final int PASS_LIMIT = 200;

    /** First steps that may wait for one another; graded meshes stay below some tens. */
    private static final int PATH_LIMIT = 10_000;

    private static final int NONE = -1;

    private static final int[][] FACETS = {{1, 2, 3}, {0, 3, 2}, {0, 1, 3}, {0, 2, 1}};

    private final TetrahedronStore store;
    private final BisectionRule rule;
    private final int[] rootTags;
    private final int[] rootRegions;
    /** Tetrahedra changed since their size was compared with the field. */
    private final BitSet changed = new BitSet();

    /** The tetrahedra around an edge in the order of their neighbourhood, and the corner opposite the face to the next. */
    private int[] ring = new int[32];

    private int[] ringExit = new int[32];
    private int ringSize;
    private boolean ringIsClosed;

    /** Tetrahedra waiting to be bisected, with the ends of their edges. */
    private int[] path = new int[3 * 64];

    private TetrahedralBisection(TetrahedronStore store, BisectionRule rule, int[] faceTags, int[] regions) {
        if (faceTags.length != 4 * store.count || regions.length != store.count) {
            throw new IllegalArgumentException("mesh arrays disagree: " + store.count + " tetrahedra, "
                    + faceTags.length + " face tags, " + regions.length + " regions");
        }
        this.store = store;
        this.rule = rule;
        this.rootTags = faceTags.clone();
        this.rootRegions = regions.clone();
        requirePlaced();
        new FaceMatching(store).connect();
        requireTagsAgree();
        for (int t = 0; t < store.count; t++) {
            rule.arrangeRoot(store, t);
            if (!(TetrahedronShape.sixVolumes(store.shape(t)) > 0)) {
                throw new NumericalFailureException(
                        Reason.MESH_QUALITY,
                        "tetrahedron " + t + " of region " + regions[t] + " is inverted or flat before refinement");
            }
        }
        changed.set(0, store.count);
    }

    /**
     * Bisection at the longest edge.
     *
     * @param coordinatesM vertex-major, vertices × 3; inside the period along periodic axes
     * @param tetrahedra tetrahedra × 4, positively oriented, four different vertices each
     * @param images tetrahedra × 4 × 2: corner k lies at its vertex plus this many periods in axes 0 and 1
     * @param faceTags tetrahedra × 4: tag of the face opposite to corner k; both sides must agree
     * @param regions one per tetrahedron
     * @param periodsM periods of axes 0 and 1, m; 0 for an axis that is not periodic
     * @throws NumericalFailureException MESH_QUALITY when a tetrahedron is inverted or flat
     */
    public static TetrahedralBisection longestEdge(
            double[] coordinatesM, int[] tetrahedra, int[] images, int[] faceTags, int[] regions, double[] periodsM) {
        TetrahedronStore store = new TetrahedronStore(coordinatesM, tetrahedra, images, periodsM[0], periodsM[1]);
        return new TetrahedralBisection(store, new LongestEdgeRule(), faceTags, regions);
    }

    /**
     * As above, bisected by tags. The corners of a tetrahedron are given in their tagged order, of either orientation:
     * in a mesh of flags the vertex, the edge point, the face point, the cell point.
     */
    public static TetrahedralBisection tagged(
            double[] coordinatesM, int[] tetrahedra, int[] images, int[] faceTags, int[] regions, double[] periodsM) {
        TetrahedronStore store = new TetrahedronStore(coordinatesM, tetrahedra, images, periodsM[0], periodsM[1]);
        return new TetrahedralBisection(store, new TaggedRule(), faceTags, regions);
    }

    private void requirePlaced() {
        for (int v = 0; v < store.vertexCount; v++) {
            if (store.widthM > 0 && !(store.xM[v] >= 0 && store.xM[v] < store.widthM)
                    || store.depthM > 0 && !(store.yM[v] >= 0 && store.yM[v] < store.depthM)) {
                throw new IllegalArgumentException("vertex " + v + " at (" + store.xM[v] + ", " + store.yM[v]
                        + ") m lies outside the periods of " + store.widthM + " and " + store.depthM + " m");
            }
        }
        for (int t = 0; t < store.count; t++) {
            for (int k = 0; k < 6; k++) {
                int from = k < 3 ? 0 : k < 5 ? 1 : 2;
                int to = k < 3 ? k + 1 : k < 5 ? k - 1 : 3;
                if (corner(t, from) == corner(t, to)) {
                    throw new NumericalFailureException(
                            Reason.MESH_QUALITY,
                            "a tetrahedron of region " + rootRegions[t] + " meets its own image at a vertex");
                }
            }
        }
    }

    private void requireTagsAgree() {
        for (int t = 0; t < store.count; t++) {
            for (int k = 0; k < 4; k++) {
                int n = neighbour(t, k);
                if (n >= 0 && facetTag(n, facetAcross(t, k)) != facetTag(t, k)) {
                    throw new IllegalArgumentException("the two sides of a face carry tags " + facetTag(t, k) + " and "
                            + facetTag(n, facetAcross(t, k)));
                }
            }
        }
    }

    /**
     * Bisects until no tetrahedron's longest edge exceeds the size wanted at its centroid.
     *
     * @param limit failure {@link Reason#REFINEMENT_LIMIT} beyond this many tetrahedra
     */
    public void refine(SizeField size, int limit) {
        changed.set(0, store.count);
        for (int pass = 0; pass < PASS_LIMIT; pass++) {
            if (changed.isEmpty()) {
                return;
            }
            for (int t = changed.nextSetBit(0); t >= 0; t = changed.nextSetBit(t + 1)) {
                while (isTooLarge(t, size)) {
                    Cancellation.point();
                    bisect(t, limit);
                }
                changed.clear(t);
            }
        }
        throw new NumericalFailureException(
                Reason.REFINEMENT_LIMIT, "refinement did not settle within " + PASS_LIMIT + " passes");
    }

    /**
     * Of a tagged mesh: bisects the tetrahedra inside a cycle whose largest dihedral angle exceeds a bound to the end of
     * their cycle, where shapes return to those of roots. Closure puts others inside a cycle, so this is repeated, and
     * where sizes change some always remain.
     */
    public void completeCycles(double largestDihedralRad, int rounds, int limit) {
        TetrahedronShape shape = new TetrahedronShape();
        for (int round = 0; round < rounds; round++) {
            int end = store.count;
            for (int t = 0; t < end; t++) {
                while (isInsideCycle(t) && largestDihedralRad(t, shape) > largestDihedralRad) {
                    Cancellation.point();
                    bisect(t, limit);
                }
            }
        }
    }

    private boolean isInsideCycle(int t) {
        return TaggedRule.type(store.state(t)) % 3 != 0;
    }

    private double largestDihedralRad(int t, TetrahedronShape shape) {
        shape.load(store.shape(t));
        return shape.largestDihedralRad();
    }

    private boolean isTooLarge(int t, SizeField size) {
        double[] p = store.shape(t);
        int first = corner(t, 0);
        double x = store.xM[first] + store.imageX(t, 0) * store.widthM + (p[3] + p[6] + p[9]) / 4;
        double y = store.yM[first] + store.imageY(t, 0) * store.depthM + (p[4] + p[7] + p[10]) / 4;
        double z = store.zM[first] + (p[5] + p[8] + p[11]) / 4;
        double h = size.sizeM(wrapped(x, store.widthM), wrapped(y, store.depthM), z);
        if (!(h > 0)) {
            throw new NumericalFailureException(Reason.MESH_QUALITY, "a wanted element size must be > 0, got " + h);
        }
        return longestSquared(t) > h * h;
    }

    private double longestSquared(int t) {
        double longest = store.lengthSquared(t, 0, 1);
        for (int k = 2; k < 4; k++) {
            longest = Math.max(longest, Math.max(store.lengthSquared(t, 0, k), store.lengthSquared(t, 1, k)));
        }
        return Math.max(longest, store.lengthSquared(t, 2, 3));
    }

    private static double wrapped(double value, double period) {
        return period > 0 ? value - period * Math.floor(value / period) : value;
    }

    /** Bisects t, and before it whatever must be bisected first. */
    private void bisect(int t, int limit) {
        int depth = push(0, t);
        while (depth > 0) {
            int u = path[3 * (depth - 1)];
            if (corner(u, 0) != path[3 * (depth - 1) + 1] || corner(u, 1) != path[3 * (depth - 1) + 2]) {
                depth--;
                continue;
            }
            int obstacle = walkAround(u);
            if (obstacle == NONE) {
                splitRing();
                depth--;
            } else {
                depth = push(depth, obstacle);
            }
        }
        if (store.count > limit) {
            throw new NumericalFailureException(
                    Reason.REFINEMENT_LIMIT, "refinement passed its limit of " + limit + " tetrahedra");
        }
    }

    private int push(int depth, int t) {
        if (depth == PATH_LIMIT) {
            throw new NumericalFailureException(
                    Reason.REFINEMENT_LIMIT, "a path of bisections is longer than " + PATH_LIMIT + " tetrahedra");
        }
        if (3 * depth == path.length) {
            path = Arrays.copyOf(path, 2 * path.length);
        }
        path[3 * depth] = t;
        path[3 * depth + 1] = corner(t, 0);
        path[3 * depth + 2] = corner(t, 1);
        return depth + 1;
    }

    /**
     * Collects the ring of tetrahedra around the edge of t, from border to border where the edge lies on the border.
     *
     * @return a tetrahedron of the ring with another edge, or NONE when the ring may be split
     */
    private int walkAround(int t) {
        int a = corner(t, 0);
        int b = corner(t, 1);
        int u = t;
        int exit = 2;
        boolean atBorder = false;
        ringSize = 0;
        while (true) {
            addToRing(u, exit);
            int n = neighbour(u, exit);
            if (n < 0) {
                if (atBorder) {
                    ringIsClosed = false;
                    return NONE;
                }
                // Walk back from here to the other border.
                atBorder = true;
                ringSize = 0;
                exit = 5 - exit;
            } else if (n == t && !atBorder) {
                ringIsClosed = true;
                return NONE;
            } else if (corner(n, 0) != a || corner(n, 1) != b) {
                return n;
            } else {
                // The face that leads on is opposite to the vertex shared with u.
                exit = corner(n, 2) == corner(u, 5 - exit) ? 2 : 3;
                u = n;
            }
        }
    }

    private void addToRing(int t, int exit) {
        if (ringSize == ring.length) {
            ring = Arrays.copyOf(ring, 2 * ringSize);
            ringExit = Arrays.copyOf(ringExit, 2 * ringSize);
        }
        ring[ringSize] = t;
        ringExit[ringSize++] = exit;
    }

    /** Bisects all tetrahedra of the ring: each keeps the lower half and its number, the upper halves are appended. */
    private void splitRing() {
        store.reserve(ringSize);
        int lead = ring[0];
        double x = store.xM[corner(lead, 0)] + 0.5 * store.differenceX(lead, 0, 1);
        double y = store.yM[corner(lead, 0)] + 0.5 * store.differenceY(lead, 0, 1);
        double z = store.zM[corner(lead, 0)] + 0.5 * store.differenceZ(lead, 0, 1);
        int shiftX = store.widthM > 0 ? (int) Math.floor(x / store.widthM) : 0;
        int shiftY = store.depthM > 0 ? (int) Math.floor(y / store.depthM) : 0;
        int middle = store.addVertex(x - shiftX * store.widthM, y - shiftY * store.depthM, z);
        int firstUpper = store.count;
        store.count += ringSize;
        for (int i = 0; i < ringSize; i++) {
            split(i, firstUpper, middle, shiftX, shiftY);
        }
    }

    /** Rewrites ring member i = (a, b, c, d) as (a, m, c, d) and stores (m, b, c, d). */
    private void split(int i, int firstUpper, int middle, int shiftX, int shiftY) {
        int t = ring[i];
        int upper = firstUpper + i;
        int middleX = store.imageX(t, 0) + shiftX;
        int middleY = store.imageY(t, 0) + shiftY;
        System.arraycopy(store.corners, 4 * t, store.corners, 4 * upper, 4);
        store.images[upper] = store.images[t];
        store.marks[upper] = store.marks[t];
        store.roots[upper] = store.roots[t];
        store.corners[4 * upper] = middle;
        store.setImage(upper, 0, middleX, middleY);
        store.setInside(upper, 1);
        int beyond = neighbour(t, 0);
        store.neighbours[4 * upper] = beyond;
        store.neighbours[4 * upper + 1] = t;
        int exit = ringExit[i];
        store.neighbours[4 * upper + exit] = upperOf(i + 1, firstUpper);
        store.neighbours[4 * upper + 5 - exit] = upperOf(i - 1, firstUpper);
        if (beyond >= 0) {
            store.neighbours[4 * beyond + facetAcross(t, 0)] = upper;
        }
        store.corners[4 * t + 1] = middle;
        store.setImage(t, 1, middleX, middleY);
        store.setInside(t, 0);
        store.neighbours[4 * t] = upper;
        rule.arrangeChild(store, t, 0);
        rule.arrangeChild(store, upper, 1);
        changed.set(t);
        changed.set(upper);
    }

    private int upperOf(int member, int firstUpper) {
        if (member >= 0 && member < ringSize) {
            return firstUpper + member;
        }
        return ringIsClosed ? firstUpper + Math.floorMod(member, ringSize) : NONE;
    }

    @Override
    public int dimension() {
        return 3;
    }

    @Override
    public int vertexCount() {
        return store.vertexCount;
    }

    /** Coordinate in m, inside the period along periodic axes. */
    public double coordinateM(int vertex, int axis) {
        return axis == 0 ? store.xM[vertex] : axis == 1 ? store.yM[vertex] : store.zM[vertex];
    }

    @Override
    public int elementCount() {
        return store.count;
    }

    @Override
    public int corner(int tetrahedron, int corner) {
        return store.corners[4 * tetrahedron + corner];
    }

    @Override
    public double cornerM(int tetrahedron, int corner, int axis) {
        double inside = coordinateM(corner(tetrahedron, corner), axis);
        return axis == 0
                ? inside + store.imageX(tetrahedron, corner) * store.widthM
                : axis == 1 ? inside + store.imageY(tetrahedron, corner) * store.depthM : inside;
    }

    @Override
    public int region(int tetrahedron) {
        return rootRegions[store.roots[tetrahedron]];
    }

    /** The tetrahedron before refinement that a tetrahedron descends from. */
    @Override
    public int group(int tetrahedron) {
        return store.roots[tetrahedron];
    }

    @Override
    public int groupCount() {
        return rootRegions.length;
    }

    /** Facet k of a tetrahedron is opposite to corner k. */
    @Override
    public int facetCorner(int facet, int k) {
        return FACETS[facet][k];
    }

    @Override
    public int neighbour(int tetrahedron, int facet) {
        return store.neighbours[4 * tetrahedron + facet];
    }

    @Override
    public int facetAcross(int tetrahedron, int facet) {
        int n = neighbour(tetrahedron, facet);
        for (int k = 0; k < 4; k++) {
            int v = corner(n, k);
            boolean shared = false;
            for (int l = 0; l < 4; l++) {
                shared |= l != facet && corner(tetrahedron, l) == v;
            }
            if (!shared) {
                return k;
            }
        }
        throw new IllegalStateException("tetrahedra " + tetrahedron + " and " + n + " share no face");
    }

    /** Tag of a facet, {@link #UNTAGGED} inside a root. */
    @Override
    public int facetTag(int tetrahedron, int facet) {
        int face = store.rootFace(tetrahedron, facet);
        return face == TetrahedronStore.INSIDE ? UNTAGGED : rootTags[4 * store.roots[tetrahedron] + face];
    }
}
