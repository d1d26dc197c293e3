package org.grainflux.microstructure;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The points that turn a polyhedral cell into tetrahedra, one per edge of each of its faces: (cell point, face point,
 * end, end). Volumes, areas, the collapse of small faces and the mesher all use these points, so they agree to rounding.
 *
 * <p>Of the points tried, the perimeter-weighted centroid gave the best tetrahedra and the incentre of a face the worst.
 */
public final class FanPoints {
    private FanPoints() {}

    /** Point of a face of a 3D complex in the frame of its minus cell, m. */
    public static double[] facePointM(CellComplex complex, int facet) {
        double[] corners = new double[3 * complex.facetCornerCount(facet)];
        for (int at = 0; at < corners.length; at++) {
            corners[at] = complex.facetCornerM(facet, at / 3, at % 3);
        }
        return facePoint(corners);
    }

    /** Point of a cell of a 3D complex in its own frame, m. */
    public static double[] cellPointM(CellComplex complex, int cell) {
        Set<Corner> corners = new LinkedHashSet<>();
        for (int k = 0; k < complex.cellFacetCount(cell); k++) {
            int facet = complex.cellFacet(cell, k);
            for (int c = 0; c < complex.facetCornerCount(facet); c++) {
                corners.add(new Corner(
                        complex.facetVertex(facet, c),
                        complex.cellImage(cell, k, c, 0),
                        complex.cellImage(cell, k, c, 1),
                        complex.cellImage(cell, k, c, 2)));
            }
        }
        double[] points = new double[3 * corners.size()];
        int at = 0;
        for (Corner corner : corners) {
            points[at++] = complex.vertexM(corner.vertex, 0) + corner.imageX * complex.sizeM(0);
            points[at++] = complex.vertexM(corner.vertex, 1) + corner.imageY * complex.sizeM(1);
            points[at++] = complex.vertexM(corner.vertex, 2) + corner.imageZ * complex.sizeM(2);
        }
        return cellPoint(points);
    }

    private record Corner(int vertex, int imageX, int imageY, int imageZ) {}

    /**
     * Perimeter-weighted centroid of a polygon in space.
     *
     * @param corners corners × 3, in order around the polygon
     */
    public static double[] facePoint(double[] corners) {
        double[] sum = new double[3];
        double perimeter = 0;
        for (int at = 0; at < corners.length; at += 3) {
            int next = (at + 3) % corners.length;
            double dx = corners[next] - corners[at];
            double dy = corners[next + 1] - corners[at + 1];
            double dz = corners[next + 2] - corners[at + 2];
            double length = Math.sqrt(dx * dx + dy * dy + dz * dz);
            perimeter += length;
            for (int axis = 0; axis < 3; axis++) {
                sum[axis] += 0.5 * length * (corners[at + axis] + corners[next + axis]);
            }
        }
        if (perimeter == 0) {
            // A face shrunk to a point, as raw tessellations of lattices have them.
            return Arrays.copyOf(corners, 3);
        }
        for (int axis = 0; axis < 3; axis++) {
            sum[axis] /= perimeter;
        }
        return sum;
    }

    /**
     * Average of the corners of a polyhedron.
     *
     * @param corners corners × 3, each once
     */
    public static double[] cellPoint(double[] corners) {
        double[] sum = new double[3];
        for (int at = 0; at < corners.length; at++) {
            sum[at % 3] += corners[at];
        }
        for (int axis = 0; axis < 3; axis++) {
            sum[axis] = 3 * sum[axis] / corners.length;
        }
        return sum;
    }
}
