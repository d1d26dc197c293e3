package org.grainflux.fem.assembly;

/**
 * The rule with one point near every corner of a simplex and equal weights, exact for polynomials of degree 2 (Hammer
 * and Stroud 1956, Math. Tables Aids Comput. 10, 137); on an edge it is the two-point Gauss rule, of degree 3.
 */
public final class QuadratureRule {
    private QuadratureRule() {}

    /** Barycentric coordinate of a point with respect to a corner, in a simplex with that many corners. */
    public static double degreeTwo(int corners, int point, int corner) {
        // With n = corners − 1 the near coordinate is (1 + n s)/(n + 1) and the far ones (1 − s)/(n + 1), s = 1/√(n +
        // 2).
        double s = 1 / Math.sqrt(corners + 1.0);
        return (point == corner ? 1 + (corners - 1) * s : 1 - s) / corners;
    }
}
