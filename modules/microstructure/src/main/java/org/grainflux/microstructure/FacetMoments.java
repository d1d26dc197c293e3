package org.grainflux.microstructure;

/** Length or area of facets, and the integral of their normal. */
final class FacetMoments {
    private FacetMoments() {}

    static double measure(CellComplex complex, int facet) {
        if (complex.dimension() == 2) {
            double[] normal = normalIntegral(complex, facet);
            return Math.hypot(normal[0], normal[1]);
        }
        double[] corners = corners(complex, facet);
        double[] p = FanPoints.facePoint(corners);
        double area = 0;
        for (int at = 0; at < corners.length; at += 3) {
            double[] twice = cross(p, corners, at, (at + 3) % corners.length);
            area += 0.5 * Math.sqrt(twice[0] * twice[0] + twice[1] * twice[1] + twice[2] * twice[2]);
        }
        return area;
    }

    static double[] normalIntegral(CellComplex complex, int facet) {
        double[] corners = corners(complex, facet);
        if (complex.dimension() == 2) {
            return new double[] {corners[3] - corners[1], -(corners[2] - corners[0])};
        }
        // The same for every surface spanned by the loop: taken about its first corner.
        double[] sum = new double[3];
        for (int at = 3; at + 3 < corners.length; at += 3) {
            double[] twice = cross(corners, corners, at, at + 3);
            for (int axis = 0; axis < 3; axis++) {
                sum[axis] += 0.5 * twice[axis];
            }
        }
        return sum;
    }

    private static double[] corners(CellComplex complex, int facet) {
        int dimension = complex.dimension();
        double[] corners = new double[dimension * complex.facetCornerCount(facet)];
        for (int at = 0; at < corners.length; at++) {
            corners[at] = complex.facetCornerM(facet, at / dimension, at % dimension);
        }
        return corners;
    }

    /** (a − p) × (b − p), with a and b at two places of an array of corners. */
    private static double[] cross(double[] p, double[] corners, int a, int b) {
        double ax = corners[a] - p[0];
        double ay = corners[a + 1] - p[1];
        double az = corners[a + 2] - p[2];
        double bx = corners[b] - p[0];
        double by = corners[b + 1] - p[1];
        double bz = corners[b + 2] - p[2];
        return new double[] {ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx};
    }
}
