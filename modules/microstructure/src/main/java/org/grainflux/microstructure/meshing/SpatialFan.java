package org.grainflux.microstructure.meshing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.grainflux.fem.mesh.TetrahedralBisection;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.FanPoints;
import org.grainflux.microstructure.Microstructure;

/**
 * Tetrahedra of the cells of a complex in space, over shared vertices: a fan has one per cell, face and edge of the
 * face, (cell point, face point, both ends); flags halve these at the middle of the edge. Cells come grain by grain.
 */
final class SpatialFan {
    private final Microstructure structure;
    private final CellComplex complex;
    private final double[] coordinatesM;
    /** Images, x and y, of the points of faces in the frame of the minus cell and of the points of cells. */
    private final int[] pointImages;

    private int vertexCount;
    private final int[] corners;
    private final int[] images;
    private final int[] tags;
    private final int[] regions;
    private int corner;

    private SpatialFan(Microstructure structure, int tetrahedraPerEdge) {
        this.structure = structure;
        this.complex = structure.complex();
        int edges = 0;
        for (int f = 0; f < complex.facetCount(); f++) {
            int sides = complex.plusCell(f) == CellComplex.NO_CELL ? 1 : 2;
            edges += sides * complex.facetCornerCount(f);
        }
        int points = complex.facetCount() + complex.cellCount();
        // Every edge of a complex belongs to two faces of a cell, so there are fewer edge points than uses.
        this.coordinatesM = new double[3 * (complex.vertexCount() + points + edges)];
        this.pointImages = new int[2 * points];
        int tetrahedra = tetrahedraPerEdge * edges;
        this.corners = new int[4 * tetrahedra];
        this.images = new int[8 * tetrahedra];
        this.tags = new int[4 * tetrahedra];
        this.regions = new int[tetrahedra];
        placePoints();
    }

    /** Ready for bisection at the longest edge. */
    static TetrahedralBisection fan(Microstructure structure) {
        SpatialFan fan = new SpatialFan(structure, 1);
        fan.visit((cell, k, from, to) -> {
            boolean outwards = fan.complex.minusCell(fan.complex.cellFacet(cell, k)) == cell;
            fan.addCellPoint(cell);
            fan.addFacePoint(cell, k);
            fan.addVertex(cell, k, outwards ? from : to);
            fan.addVertex(cell, k, outwards ? to : from);
            fan.finish(cell, k, 0);
        });
        return TetrahedralBisection.longestEdge(
                fan.coordinates(), fan.corners, fan.images, fan.tags, fan.regions, fan.periodsM());
    }

    /** Ready for bisection by tags; the order (vertex, edge, face, cell) is the only usable one. */
    static TetrahedralBisection flags(Microstructure structure) {
        SpatialFan fan = new SpatialFan(structure, 2);
        Map<Edge, Integer> middles = new HashMap<>();
        fan.visit((cell, k, from, to) -> {
            for (int end : new int[] {from, to}) {
                fan.addVertex(cell, k, end);
                fan.addMiddle(cell, k, from, to, middles);
                fan.addFacePoint(cell, k);
                fan.addCellPoint(cell);
                fan.finish(cell, k, 3);
            }
        });
        return TetrahedralBisection.tagged(
                fan.coordinates(), fan.corners, fan.images, fan.tags, fan.regions, fan.periodsM());
    }

    private interface Visit {
        void edge(int cell, int k, int from, int to);
    }

    private void visit(Visit visit) {
        int[] cells = IntStream.range(0, complex.cellCount())
                .boxed()
                .sorted((a, b) -> Integer.compare(complex.grain(a), complex.grain(b)))
                .mapToInt(cell -> cell)
                .toArray();
        for (int cell : cells) {
            for (int k = 0; k < complex.cellFacetCount(cell); k++) {
                int n = complex.facetCornerCount(complex.cellFacet(cell, k));
                for (int c = 0; c < n; c++) {
                    visit.edge(cell, k, c, (c + 1) % n);
                }
            }
        }
    }

    private void placePoints() {
        vertexCount = complex.vertexCount();
        for (int v = 0; v < vertexCount; v++) {
            for (int axis = 0; axis < 3; axis++) {
                coordinatesM[3 * v + axis] = complex.vertexM(v, axis);
            }
        }
        for (int f = 0; f < complex.facetCount(); f++) {
            placePoint(FanPoints.facePointM(complex, f), f);
        }
        for (int cell = 0; cell < complex.cellCount(); cell++) {
            placePoint(FanPoints.cellPointM(complex, cell), complex.facetCount() + cell);
        }
    }

    private void placePoint(double[] point, int number) {
        for (int axis = 0; axis < 2; axis++) {
            pointImages[2 * number + axis] = wrap(point, axis);
        }
        addCoordinates(point);
    }

    private int addCoordinates(double[] point) {
        System.arraycopy(point, 0, coordinatesM, 3 * vertexCount, 3);
        return vertexCount++;
    }

    /** Moves a point into the cell and returns by how many periods it was outside. */
    private int wrap(double[] point, int axis) {
        double period = complex.sizeM(axis);
        int image = (int) Math.floor(point[axis] / period);
        point[axis] -= image * period;
        // A tiny negative coordinate is rounded to the period itself.
        if (point[axis] >= period) {
            point[axis] = 0;
            image++;
        }
        return image;
    }

    private void addCorner(int vertex, int imageX, int imageY) {
        corners[corner] = vertex;
        images[2 * corner] = imageX;
        images[2 * corner + 1] = imageY;
        corner++;
    }

    private void addVertex(int cell, int k, int c) {
        addCorner(
                complex.facetVertex(complex.cellFacet(cell, k), c),
                complex.cellImage(cell, k, c, 0),
                complex.cellImage(cell, k, c, 1));
    }

    private void addFacePoint(int cell, int k) {
        int f = complex.cellFacet(cell, k);
        boolean isMinus = complex.minusCell(f) == cell;
        addCorner(
                complex.vertexCount() + f,
                pointImages[2 * f] - (isMinus ? 0 : complex.plusImage(f, 0)),
                pointImages[2 * f + 1] - (isMinus ? 0 : complex.plusImage(f, 1)));
    }

    private void addCellPoint(int cell) {
        int number = complex.facetCount() + cell;
        addCorner(complex.vertexCount() + number, pointImages[2 * number], pointImages[2 * number + 1]);
    }

    /** An edge whose end {@code from} lies in its own image. */
    private record Edge(int from, int to, int imageX, int imageY) {}

    /** The middle of an edge: its vertex, and its images when the end {@code from} lies in its own. */
    private void addMiddle(int cell, int k, int end, int otherEnd, Map<Edge, Integer> middles) {
        int f = complex.cellFacet(cell, k);
        boolean forward = complex.facetVertex(f, end) < complex.facetVertex(f, otherEnd);
        int from = forward ? end : otherEnd;
        int to = forward ? otherEnd : end;
        int[] way = new int[2];
        double[] middle = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            double a = complex.vertexM(complex.facetVertex(f, from), axis);
            double b = complex.vertexM(complex.facetVertex(f, to), axis);
            if (axis < 2) {
                way[axis] = complex.cellImage(cell, k, to, axis) - complex.cellImage(cell, k, from, axis);
                b += way[axis] * complex.sizeM(axis);
            }
            middle[axis] = a + 0.5 * (b - a);
        }
        int shiftX = wrap(middle, 0);
        int shiftY = wrap(middle, 1);
        Edge edge = new Edge(complex.facetVertex(f, from), complex.facetVertex(f, to), way[0], way[1]);
        int vertex = middles.computeIfAbsent(edge, unused -> addCoordinates(middle));
        addCorner(vertex, complex.cellImage(cell, k, from, 0) + shiftX, complex.cellImage(cell, k, from, 1) + shiftY);
    }

    /** Region and tags of the tetrahedron whose four corners were added last. */
    private void finish(int cell, int k, int cornerOfCellPoint) {
        int t = corner / 4 - 1;
        regions[t] = complex.grain(cell);
        for (int c = 0; c < 4; c++) {
            tags[4 * t + c] = TetrahedralBisection.UNTAGGED;
        }
        int f = complex.cellFacet(cell, k);
        int electrode = complex.borderTag(f);
        tags[4 * t + cornerOfCellPoint] = electrode == CellComplex.INTERIOR
                ? structure.network().boundaryOfFacet()[f]
                : NodeSplit.borderTag(electrode);
    }

    private double[] coordinates() {
        return Arrays.copyOf(coordinatesM, 3 * vertexCount);
    }

    private double[] periodsM() {
        return new double[] {complex.sizeM(0), complex.sizeM(1)};
    }
}
