package org.grainflux.microstructure;

/** Measure and first moments of cells, exact for polygons and for polyhedra with fanned faces. */
final class CellMoments {
    private CellMoments() {}

    /** Area or volume, then the first moment along each axis in the frame of the cell. */
    static double[] of(CellComplex complex, int cell) {
        return complex.dimension() == 2 ? polygon(complex, cell) : polyhedron(complex, cell);
    }

    /** Taken about the first corner so that far cells lose no digits. */
    private static double[] polygon(CellComplex complex, int cell) {
        double x0 = complex.loopCornerM(cell, 0, 0);
        double y0 = complex.loopCornerM(cell, 0, 1);
        double area = 0;
        double mx = 0;
        double my = 0;
        int n = complex.cellFacetCount(cell);
        for (int k = 1; k + 1 < n; k++) {
            double ax = complex.loopCornerM(cell, k, 0) - x0;
            double ay = complex.loopCornerM(cell, k, 1) - y0;
            double bx = complex.loopCornerM(cell, k + 1, 0) - x0;
            double by = complex.loopCornerM(cell, k + 1, 1) - y0;
            double part = 0.5 * (ax * by - bx * ay);
            area += part;
            mx += part * (ax + bx) / 3;
            my += part * (ay + by) / 3;
        }
        return new double[] {area, mx + area * x0, my + area * y0};
    }

    /** Sum of the tetrahedra between the first corner and the triangles of the faces. */
    private static double[] polyhedron(CellComplex complex, int cell) {
        double[] origin = {
            complex.cellCornerM(cell, 0, 0, 0), complex.cellCornerM(cell, 0, 0, 1), complex.cellCornerM(cell, 0, 0, 2)
        };
        double[] moments = new double[4];
        for (int k = 0; k < complex.cellFacetCount(cell); k++) {
            int facet = complex.cellFacet(cell, k);
            double outward = complex.minusCell(facet) == cell ? 1 : -1;
            double[] corners = new double[3 * complex.facetCornerCount(facet)];
            for (int at = 0; at < corners.length; at++) {
                corners[at] = complex.cellCornerM(cell, k, at / 3, at % 3) - origin[at % 3];
            }
            double[] p = FanPoints.facePoint(corners);
            for (int at = 0; at < corners.length; at += 3) {
                int next = (at + 3) % corners.length;
                double volume = outward * triple(p, corners, at, next) / 6;
                moments[0] += volume;
                for (int axis = 0; axis < 3; axis++) {
                    moments[axis + 1] += 0.25 * volume * (p[axis] + corners[at + axis] + corners[next + axis]);
                }
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            moments[axis + 1] += moments[0] * origin[axis];
        }
        return moments;
    }

    /** p · (a × b) with a and b at two places of an array of corners. */
    private static double triple(double[] p, double[] corners, int a, int b) {
        return p[0] * (corners[a + 1] * corners[b + 2] - corners[a + 2] * corners[b + 1])
                + p[1] * (corners[a + 2] * corners[b] - corners[a] * corners[b + 2])
                + p[2] * (corners[a] * corners[b + 1] - corners[a + 1] * corners[b]);
    }
}
