package org.grainflux.fem.mesh;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.grainflux.fem.algebra.DisjointSets;

/**
 * Cuts one region of a plane mesh straight from a point of its outline, or from the end of an earlier cut, to the outline: the
 * region is triangulated anew with the cut as edges, graded to it and to its outline, and nodes along the cut are doubled, so that
 * the cut becomes interface facets like any other. Everything outside of the region stays as it is, up to the numbers of nodes.
 *
 * <p>Both sides of a cut keep the region's number. Facets of earlier cuts stay where told, and vanish where not. The cut may
 * turn a little to end at a node, since nodes of the outline belong to other regions as well.
 */
public final class RegionCut {
    /** Far more than any grain needs; reached only by a mistaken grading. */
    private static final int POINT_LIMIT = 200_000;

    private final SimplexMesh mesh;
    private final int[] facetOf;
    private final int cutFacets;

    /**
     * Sizes of elements.
     *
     * @param cutM along the cut, m
     * @param fineM length of the cut along which they are as small as that, m; further on they grow
     * @param growth per distance from the outline and the cut
     * @param coarsestM largest, m
     */
    public record Sizes(double cutM, double fineM, double growth, double coarsestM) {
        double atM(double alongM) {
            return Math.min(Math.max(coarsestM, cutM), cutM + growth * Math.max(0, alongM - fineM));
        }
    }

    private RegionCut(SimplexMesh mesh, int[] facetOf, int cutFacets) {
        this.mesh = mesh;
        this.facetOf = facetOf;
        this.cutFacets = cutFacets;
    }

    /** The mesh with the cut. */
    public SimplexMesh mesh() {
        return mesh;
    }

    /** Interface facet of the mesh before, −1 for those of the cut, which come last, in order from its start. */
    public int facetOf(int facet) {
        return facetOf[facet];
    }

    /** Number of facets of the cut; their corner 0 is nearer to the start, their minus side on the left. */
    public int cutFacets() {
        return cutFacets;
    }

    /** First facet of the cut. */
    public int firstCutFacet() {
        return facetOf.length - cutFacets;
    }

    /**
     * @param startNode node of the region where the cut starts
     * @param directionRad of the cut, from axis 0 towards axis 1
     * @param stays of the interface facets with the region on both sides, whether they do
     * @param tag of the facets of the cut
     * @throws org.grainflux.core.NumericalFailureException with MESH_QUALITY where no straight cut is possible
     */
    public static RegionCut of(
            SimplexMesh mesh,
            int region,
            int startNode,
            double directionRad,
            IntPredicate stays,
            Sizes sizes,
            int tag) {
        RegionOutline outline = new RegionOutline(mesh, region, stays);
        int start = outline.point(startNode);
        int end = outline.target(start, directionRad, sizes.cutM());
        return new Work(mesh, outline, stays).cut(start, end, sizes, tag);
    }

    /** One cut in the making. */
    private static final class Work {
        private final SimplexMesh old;
        private final RegionOutline outline;
        private final IntPredicate stays;
        private final ConstrainedDelaunay triangles;
        private final int[] placed;
        private final Set<Long> outer = new HashSet<>();
        private boolean[] inside;
        /** Node of the new mesh per half edge, at the point it leaves from. */
        private int[] nodeOfHalf;

        private int shift;

        Work(SimplexMesh old, RegionOutline outline, IntPredicate stays) {
            this.old = old;
            this.outline = outline;
            this.stays = stays;
            double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
            double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
            int points = 0;
            for (int v = outline.firstNode; v < outline.endNode; v++) {
                for (int axis = 0; axis < 2; axis++) {
                    low[axis] = Math.min(low[axis], old.coordinateM(v, axis));
                    high[axis] = Math.max(high[axis], old.coordinateM(v, axis));
                }
                points = Math.max(points, outline.point(v) + 1);
            }
            this.triangles = new ConstrainedDelaunay(
                    0.5 * (low[0] + high[0]), 0.5 * (low[1] + high[1]), Math.hypot(high[0] - low[0], high[1] - low[1]));
            this.placed = new int[points];
            Arrays.fill(placed, -1);
        }

        RegionCut cut(int start, int end, Sizes sizes, int tag) {
            // 1. The outline, earlier cuts and the new one as fixed edges.
            for (int[] edge : outline.outer) {
                place(edge[0]);
            }
            for (int[] edge : outline.cuts) {
                place(edge[0]);
                place(edge[1]);
            }
            for (int[] edge : outline.outer) {
                triangles.fix(placed[edge[0]], placed[edge[1]]);
                outer.add(key(placed[edge[0]], placed[edge[1]]));
            }
            for (int[] edge : outline.cuts) {
                triangles.fix(placed[edge[0]], placed[edge[1]]);
            }
            int[] cut = line(start, end, sizes);
            for (int k = 1; k < cut.length; k++) {
                triangles.fix(cut[k - 1], cut[k]);
            }
            // 2. Points inside.
            flood();
            new GradedInterior(triangles, sizes.growth(), sizes.coarsestM()).fill(inside, POINT_LIMIT);
            flood();
            // 3. Nodes, one per sector between cuts, and the mesh around them.
            int nodes = numberNodes(cut);
            return assembled(cut, nodes, tag);
        }

        private void place(int point) {
            if (placed[point] < 0) {
                placed[point] = triangles.add(outline.xM(point), outline.yM(point));
            }
        }

        private int[] line(int start, int end, Sizes sizes) {
            double dx = outline.xM(end) - outline.xM(start);
            double dy = outline.yM(end) - outline.yM(start);
            double lengthM = Math.hypot(dx, dy);
            List<Double> alongM = new ArrayList<>(List.of(0.0));
            while (alongM.get(alongM.size() - 1) < lengthM) {
                double last = alongM.get(alongM.size() - 1);
                alongM.add(last + sizes.atM(last));
            }
            // A little shorter each, so that the last one ends at the end.
            int pieces = alongM.size() - 1;
            double overM = alongM.get(pieces);
            int[] line = new int[pieces + 1];
            line[0] = placed[start];
            line[pieces] = placed[end];
            for (int k = 1; k < pieces; k++) {
                double share = alongM.get(k) / overM;
                line[k] = triangles.add(outline.xM(start) + share * dx, outline.yM(start) + share * dy);
            }
            return line;
        }

        private static long key(int a, int b) {
            return (long) a << 32 | b;
        }

        private void flood() {
            inside = new boolean[triangles.triangleCount()];
            int[] first = outline.outer.get(0);
            Deque<Integer> reached = new ArrayDeque<>();
            reached.add(triangles.find(placed[first[0]], placed[first[1]]) / 3);
            inside[reached.peek()] = true;
            while (!reached.isEmpty()) {
                int t = reached.pop();
                for (int half = 3 * t; half < 3 * t + 3; half++) {
                    int across = triangles.twin(half) / 3;
                    if (!outer.contains(key(triangles.from(half), triangles.to(half))) && !inside[across]) {
                        inside[across] = true;
                        reached.add(across);
                    }
                }
            }
        }

        private int numberNodes(int[] cut) {
            Set<Long> slit = new HashSet<>();
            for (int k = 1; k < cut.length; k++) {
                slit.add(key(Math.min(cut[k - 1], cut[k]), Math.max(cut[k - 1], cut[k])));
            }
            for (int[] edge : outline.cuts) {
                int a = placed[edge[0]];
                int b = placed[edge[1]];
                slit.add(key(Math.min(a, b), Math.max(a, b)));
            }
            int halves = 3 * triangles.triangleCount();
            DisjointSets corners = new DisjointSets(halves);
            for (int half = 0; half < halves; half++) {
                int other = triangles.twin(half);
                int a = triangles.from(half);
                int b = triangles.to(half);
                if (inside[half / 3]
                        && half < other
                        && inside[other / 3]
                        && !slit.contains(key(Math.min(a, b), Math.max(a, b)))) {
                    corners.join(half, ConstrainedDelaunay.next(other));
                    corners.join(ConstrainedDelaunay.next(half), other);
                }
            }
            nodeOfHalf = new int[halves];
            int count = 0;
            for (int half = 0; half < halves; half++) {
                if (inside[half / 3]) {
                    int smallest = corners.smallest(half);
                    nodeOfHalf[half] = smallest == half ? outline.firstNode + count++ : nodeOfHalf[smallest];
                }
            }
            shift = count - (outline.endNode - outline.firstNode);
            return count;
        }

        private RegionCut assembled(int[] cut, int nodes, int tag) {
            double[] coordinatesM = new double[2 * (old.nodeCount() + shift)];
            for (int v = 0; v < old.nodeCount(); v++) {
                for (int axis = 0; axis < 2 && !outline.holds(v); axis++) {
                    coordinatesM[2 * moved(v) + axis] = old.coordinateM(v, axis);
                }
            }
            int count = 0;
            for (int t = 0; t < inside.length; t++) {
                for (int half = 3 * t; half < 3 * t + 3 && inside[t]; half++) {
                    coordinatesM[2 * nodeOfHalf[half]] = triangles.x(triangles.from(half));
                    coordinatesM[2 * nodeOfHalf[half] + 1] = triangles.y(triangles.from(half));
                }
                count += inside[t] ? 1 : 0;
            }
            int removed = outline.endElement - outline.firstElement;
            int[] elementNodes = new int[3 * (old.elementCount() - removed + count)];
            int[] regions = new int[elementNodes.length / 3];
            int at = 0;
            for (int e = 0; e < old.elementCount(); e++) {
                if (e == outline.firstElement) {
                    for (int t = 0; t < inside.length; t++) {
                        if (inside[t]) {
                            regions[at] = old.elementRegion(e);
                            for (int k = 0; k < 3; k++) {
                                elementNodes[3 * at + k] = nodeOfHalf[3 * t + k];
                            }
                            at++;
                        }
                    }
                }
                if (e < outline.firstElement || e >= outline.endElement) {
                    regions[at] = old.elementRegion(e);
                    for (int k = 0; k < 3; k++) {
                        elementNodes[3 * at + k] = moved(old.elementNode(e, k));
                    }
                    at++;
                }
            }
            return new Facets(cut, tag).into(coordinatesM, elementNodes, regions);
        }

        /** Number of a node outside of the region. */
        private int moved(int node) {
            return node < outline.firstNode ? node : node + shift;
        }

        /** Interface and border facets with the new nodes. */
        private final class Facets {
            private final InterfaceFacets before = old.interfaces();
            private final int[] cut;
            private final int tag;

            Facets(int[] cut, int tag) {
                this.cut = cut;
                this.tag = tag;
            }

            RegionCut into(double[] coordinatesM, int[] elementNodes, int[] regions) {
                int pieces = cut.length - 1;
                int[] facetOf = new int[before.count() + pieces];
                int kept = 0;
                for (int f = 0; f < before.count(); f++) {
                    if (!outline.isInside(f) || stays.test(f)) {
                        facetOf[kept++] = f;
                    }
                }
                int count = kept + pieces;
                int[] tags = new int[count];
                int[] minus = new int[2 * count];
                int[] plus = new int[2 * count];
                for (int k = 0; k < count; k++) {
                    if (k < kept) {
                        int f = facetOf[k];
                        tags[k] = before.tag(f);
                        side(before.minusNode(f, 0), before.minusNode(f, 1), minus, k);
                        if (outline.isInside(f)) {
                            face(placedAt(before.minusNode(f, 1)), placedAt(before.minusNode(f, 0)), true, plus, k);
                        } else {
                            side(before.plusNode(f, 0), before.plusNode(f, 1), plus, k);
                        }
                    } else {
                        facetOf[k] = -1;
                        tags[k] = tag;
                        face(cut[k - kept], cut[k - kept + 1], false, minus, k);
                        face(cut[k - kept + 1], cut[k - kept], true, plus, k);
                    }
                }
                BorderFacets borders = old.borders();
                int[] borderTags = new int[borders.count()];
                int[] borderNodes = new int[2 * borders.count()];
                for (int f = 0; f < borders.count(); f++) {
                    borderTags[f] = borders.tag(f);
                    side(borders.node(f, 0), borders.node(f, 1), borderNodes, f);
                }
                return new RegionCut(
                        SimplexMesh.owning(
                                2,
                                coordinatesM,
                                elementNodes,
                                regions,
                                new InterfaceFacets(2, tags, minus, plus),
                                new BorderFacets(2, borderTags, borderNodes)),
                        Arrays.copyOf(facetOf, count),
                        pieces);
            }

            private int placedAt(int oldNode) {
                return placed[outline.point(oldNode)];
            }

            /** Nodes of one side of an old facet. */
            private void side(int oldFrom, int oldTo, int[] nodes, int facet) {
                if (!outline.holds(oldFrom)) {
                    nodes[2 * facet] = moved(oldFrom);
                    nodes[2 * facet + 1] = moved(oldTo);
                    return;
                }
                int from = placedAt(oldFrom);
                int to = placedAt(oldTo);
                boolean along = inside[triangles.find(from, to) / 3];
                face(along ? from : to, along ? to : from, !along, nodes, facet);
            }

            /** Nodes on the left of an edge, in its order or the other one. */
            private void face(int from, int to, boolean reversed, int[] nodes, int facet) {
                int half = triangles.find(from, to);
                nodes[2 * facet + (reversed ? 1 : 0)] = nodeOfHalf[half];
                nodes[2 * facet + (reversed ? 0 : 1)] = nodeOfHalf[ConstrainedDelaunay.next(half)];
            }
        }
    }
}
