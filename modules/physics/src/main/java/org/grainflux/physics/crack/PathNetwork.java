package org.grainflux.physics.crack;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.grainflux.core.InvalidInputException;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.Microstructure;

/**
 * Where a crack of a plane structure may run: along boundaries, and straight through cells between any two points of
 * their outline. Points are the vertices of the complex and the places where facets are met by the straight ways across
 * that start at a vertex or at a wanted position, so a path may leave the boundaries and go on straight.
 *
 * <p>Cells are taken as convex, as tessellations make them; a cell that collapsed edges have dented lets a way through
 * that cuts its neighbour by as much as the dent. A way through a cell may run beside a boundary, as a crack does beside
 * one that is tougher than the grain.
 */
final class PathNetwork {
    /** Points of a facet nearer than this to each other are one; relative to the width. */
    private static final double SAME_POINT = 1e-9;

    private final double widthM;
    private final double heightM;
    private final List<double[]> points = new ArrayList<>();
    private final List<Integer> electrodes = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();

    /**
     * A straight way between two points, both directions.
     *
     * @param alongXM from the first to the second point along the electrode, m
     * @param alongYM the same from electrode 0 towards electrode 1, m
     * @param boundary index of the boundary it follows, or {@link CrackPath#GRAIN}
     */
    record Way(int from, int to, double alongXM, double alongYM, int boundary) {
        Way reversed() {
            return new Way(to, from, -alongXM, -alongYM, boundary);
        }
    }

    /** Points of a facet in order from its first corner to its second, in the frame of its minus cell. */
    private record Outline(int[] points, double[] xM) {}

    private PathNetwork(double widthM, double heightM) {
        this.widthM = widthM;
        this.heightM = heightM;
    }

    /** @param wantedM further positions along the electrodes to start from, m */
    static PathNetwork of(Microstructure structure, double[] wantedM) {
        if (structure.dimension() != 2 || structure.complex() == null) {
            throw new InvalidInputException("paths of cracks are found in plane structures of polygons; "
                    + "ask WeakestPath.reasonWithout first");
        }
        CellComplex complex = structure.complex();
        PathNetwork network = new PathNetwork(complex.sizeM(0), complex.sizeM(1));
        for (int v = 0; v < complex.vertexCount(); v++) {
            network.addPoint(complex.vertexM(v, 0), complex.vertexM(v, 1));
        }
        Outline[] outlines = network.outlines(complex, wantedM);
        int[] boundaryOfFacet = structure.network().boundaryOfFacet();
        for (int f = 0; f < outlines.length; f++) {
            network.addBoundaryWays(outlines[f], boundaryOfFacet[f]);
        }
        for (int cell = 0; cell < complex.cellCount(); cell++) {
            network.addCellWays(complex, cell, outlines);
        }
        return network;
    }

    int pointCount() {
        return points.size();
    }

    /** Position inside the cell, x and y, m. */
    double[] pointM(int point) {
        return points.get(point).clone();
    }

    /** Electrode a point lies on, or {@link CellComplex#INTERIOR}. */
    int electrode(int point) {
        return electrodes.get(point);
    }

    double widthM() {
        return widthM;
    }

    double heightM() {
        return heightM;
    }

    List<Way> ways() {
        return ways;
    }

    private int addPoint(double x, double y) {
        points.add(new double[] {x - widthM * Math.floor(x / widthM), y});
        electrodes.add(CellComplex.INTERIOR);
        return points.size() - 1;
    }

    private Outline[] outlines(CellComplex complex, double[] wantedM) {
        TreeSet<Double> lines = new TreeSet<>();
        for (double[] point : points) {
            lines.add(point[0]);
        }
        for (double x : wantedM) {
            lines.add(x - widthM * Math.floor(x / widthM));
        }
        Outline[] outlines = new Outline[complex.facetCount()];
        for (int f = 0; f < outlines.length; f++) {
            outlines[f] = outline(complex, f, lines);
            if (complex.borderTag(f) != CellComplex.INTERIOR) {
                for (int point : outlines[f].points) {
                    electrodes.set(point, complex.borderTag(f));
                }
            }
        }
        return outlines;
    }

    private Outline outline(CellComplex complex, int facet, TreeSet<Double> lines) {
        double fromX = complex.facetCornerM(facet, 0, 0);
        double fromY = complex.facetCornerM(facet, 0, 1);
        double dx = complex.facetCornerM(facet, 1, 0) - fromX;
        double dy = complex.facetCornerM(facet, 1, 1) - fromY;
        TreeMap<Double, Integer> along = new TreeMap<>();
        along.put(0.0, complex.facetVertex(facet, 0));
        along.put(1.0, complex.facetVertex(facet, 1));
        double tolerance = SAME_POINT * widthM / Math.abs(dx);
        double low = Math.min(fromX, fromX + dx);
        for (double line : lines) {
            // The only image of the line that can lie between the ends: a facet is shorter than the period.
            double image = line + widthM * Math.ceil((low - line) / widthM);
            double t = (image - fromX) / dx;
            if (t > tolerance && t < 1 - tolerance && isApart(along, t, tolerance)) {
                along.put(t, addPoint(image, fromY + t * dy));
            }
        }
        double[] x = along.keySet().stream().mapToDouble(t -> fromX + t * dx).toArray();
        return new Outline(along.values().stream().mapToInt(p -> p).toArray(), x);
    }

    private static boolean isApart(TreeMap<Double, Integer> along, double t, double tolerance) {
        return t - along.floorKey(t) > tolerance && along.ceilingKey(t) - t > tolerance;
    }

    private void addBoundaryWays(Outline outline, int boundary) {
        for (int k = 0; boundary >= 0 && k + 1 < outline.points.length; k++) {
            addWay(outline.points[k], outline.points[k + 1], outline.xM[k + 1] - outline.xM[k], boundary);
        }
    }

    private void addCellWays(CellComplex complex, int cell, Outline[] outlines) {
        int facets = complex.cellFacetCount(cell);
        for (int a = 0; a < facets; a++) {
            for (int b = a + 1; b < facets; b++) {
                addWays(
                        outlines[complex.cellFacet(cell, a)],
                        frameShiftM(complex, cell, a),
                        outlines[complex.cellFacet(cell, b)],
                        frameShiftM(complex, cell, b));
            }
        }
    }

    /** From the frame of a facet's minus cell to that of this cell. */
    private double frameShiftM(CellComplex complex, int cell, int k) {
        int facet = complex.cellFacet(cell, k);
        return complex.minusCell(facet) == cell ? 0 : -complex.plusImage(facet, 0) * widthM;
    }

    private void addWays(Outline first, double firstShiftM, Outline second, double secondShiftM) {
        for (int j = 0; j < first.points.length; j++) {
            for (int k = 0; k < second.points.length; k++) {
                if (isInside(first.points[j], second.points[k])) {
                    double dx = second.xM[k] + secondShiftM - first.xM[j] - firstShiftM;
                    addWay(first.points[j], second.points[k], dx, CrackPath.GRAIN);
                }
            }
        }
    }

    /** A way between two points of one electrode would run along it, outside the ceramic. */
    private boolean isInside(int from, int to) {
        return from != to && (electrode(from) == CellComplex.INTERIOR || electrode(from) != electrode(to));
    }

    private void addWay(int from, int to, double dx, int boundary) {
        ways.add(new Way(from, to, dx, points.get(to)[1] - points.get(from)[1], boundary));
    }
}
