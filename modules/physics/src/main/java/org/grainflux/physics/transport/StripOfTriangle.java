package org.grainflux.physics.transport;

import java.util.Arrays;

/** The part of a triangle that lies in a strip across x. */
final class StripOfTriangle {
    private StripOfTriangle() {}

    /**
     * ∫ λ_c over the part with from ≤ x ≤ to, over the triangle's area, for the barycentric coordinate of each corner; the
     * three add up to the part's share of the area.
     *
     * @param xM of the corners
     */
    static double[] barycentricIntegrals(double[] xM, double fromM, double toM) {
        // A polygon in barycentric coordinates, clipped by two lines (Sutherland and Hodgman 1974, CACM 17, 32).
        double[][] polygon = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        polygon = clipped(polygon, xM, 1, -fromM);
        polygon = clipped(polygon, xM, -1, toM);
        double[] integrals = new double[3];
        for (int k = 1; k + 1 < polygon.length; k++) {
            double[] a = polygon[0];
            double[] b = polygon[k];
            double[] c = polygon[k + 1];
            double share = (b[1] - a[1]) * (c[2] - a[2]) - (c[1] - a[1]) * (b[2] - a[2]);
            for (int corner = 0; corner < 3; corner++) {
                integrals[corner] += share * (a[corner] + b[corner] + c[corner]) / 3;
            }
        }
        return integrals;
    }

    /** The part of a convex polygon where sign · x + offset ≥ 0. */
    private static double[][] clipped(double[][] polygon, double[] xM, double sign, double offset) {
        if (Double.isInfinite(offset)) {
            return polygon;
        }
        double[][] kept = new double[polygon.length + 2][];
        int count = 0;
        for (int k = 0; k < polygon.length; k++) {
            double[] from = polygon[k];
            double[] to = polygon[(k + 1) % polygon.length];
            double here = sign * x(from, xM) + offset;
            double there = sign * x(to, xM) + offset;
            if (here >= 0) {
                kept[count++] = from;
            }
            if (here > 0 && there < 0 || here < 0 && there > 0) {
                double share = here / (here - there);
                double[] cut = new double[3];
                for (int c = 0; c < 3; c++) {
                    cut[c] = from[c] + share * (to[c] - from[c]);
                }
                kept[count++] = cut;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static double x(double[] barycentric, double[] xM) {
        return barycentric[0] * xM[0] + barycentric[1] * xM[1] + barycentric[2] * xM[2];
    }
}
