package org.grainflux.fem.mesh;

import java.math.BigDecimal;

/**
 * Signs of the two determinants that a Delaunay triangulation is built on, without rounding: in double precision where that
 * is certain, else in exact arithmetic.
 *
 * @see "Shewchuk (1997), Discrete Comput. Geom. 18, 305 (error bounds of the first stage)"
 */
final class PlanePredicates {
    /** Half a unit in the last place of one. */
    private static final double EPSILON = 0x1p-53;

    private static final double TURN_BOUND = (3 + 16 * EPSILON) * EPSILON;
    private static final double CIRCLE_BOUND = (10 + 96 * EPSILON) * EPSILON;

    private PlanePredicates() {}

    /** Positive when a, b, c turn anticlockwise, 0 when they lie in a line. */
    static int turn(double ax, double ay, double bx, double by, double cx, double cy) {
        double left = (ax - cx) * (by - cy);
        double right = (ay - cy) * (bx - cx);
        double det = left - right;
        if (Math.abs(det) > TURN_BOUND * (Math.abs(left) + Math.abs(right))) {
            return det > 0 ? 1 : -1;
        }
        BigDecimal x = exact(cx);
        BigDecimal y = exact(cy);
        return exact(ax)
                .subtract(x)
                .multiply(exact(by).subtract(y))
                .subtract(exact(ay).subtract(y).multiply(exact(bx).subtract(x)))
                .signum();
    }

    /** Positive when d lies inside the circle through a, b, c, which turn anticlockwise. */
    static int inCircle(double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy) {
        double adx = ax - dx;
        double ady = ay - dy;
        double bdx = bx - dx;
        double bdy = by - dy;
        double cdx = cx - dx;
        double cdy = cy - dy;
        double aLift = adx * adx + ady * ady;
        double bLift = bdx * bdx + bdy * bdy;
        double cLift = cdx * cdx + cdy * cdy;
        double det =
                aLift * (bdx * cdy - cdx * bdy) + bLift * (cdx * ady - adx * cdy) + cLift * (adx * bdy - bdx * ady);
        double sum = aLift * (Math.abs(bdx * cdy) + Math.abs(cdx * bdy))
                + bLift * (Math.abs(cdx * ady) + Math.abs(adx * cdy))
                + cLift * (Math.abs(adx * bdy) + Math.abs(bdx * ady));
        if (Math.abs(det) > CIRCLE_BOUND * sum) {
            return det > 0 ? 1 : -1;
        }
        BigDecimal[] a = from(ax, ay, dx, dy);
        BigDecimal[] b = from(bx, by, dx, dy);
        BigDecimal[] c = from(cx, cy, dx, dy);
        return a[2].multiply(cross(b, c))
                .add(b[2].multiply(cross(c, a)))
                .add(c[2].multiply(cross(a, b)))
                .signum();
    }

    /** Difference of two points and its square. */
    private static BigDecimal[] from(double x, double y, double originX, double originY) {
        BigDecimal dx = exact(x).subtract(exact(originX));
        BigDecimal dy = exact(y).subtract(exact(originY));
        return new BigDecimal[] {dx, dy, dx.multiply(dx).add(dy.multiply(dy))};
    }

    private static BigDecimal cross(BigDecimal[] p, BigDecimal[] q) {
        return p[0].multiply(q[1]).subtract(q[0].multiply(p[1]));
    }

    private static BigDecimal exact(double value) {
        return new BigDecimal(value);
    }
}
