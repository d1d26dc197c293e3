package org.grainflux.physics.transport;

/**
 * Exact integral over a disc about the origin of a density that is constant on the thirds of a triangle: those at its
 * corners, bounded by the medians.
 *
 * <p>The area of a polygon within the disc is the sum over its sides of the signed area of the disc within the triangle
 * (0, p, q): half of p × q where the side is inside, a sector where it is outside. Added up around a third, the sectors
 * telescope, and what remains at each end cancels between the sides that meet there, whatever the densities. So only the
 * places where a side crosses the circle need their angle; the sides outside cost nothing. Angles are measured from the
 * centroid: all of them lie within half a turn because a triangle that does not contain the origin is seen under less.
 * A triangle that contains it is added up sector by sector.
 */
final class DiscCut {
    /**
     * Triangles are mostly small against the disc: for tangents up to this one the series of the arctangent is exact to
     * rounding with the terms below (the next one is 2·10⁻¹⁷ of the first) and spares a call of atan2.
     */
    private static final double SERIES_UP_TO = 0.2;

    /** 1 − t²/3 + t⁴/5 − …, the highest power first. */
    private static final double[] ARCTANGENT = {
        1.0 / 21, -1.0 / 19, 1.0 / 17, -1.0 / 15, 1.0 / 13, -1.0 / 11, 1.0 / 9, -1.0 / 7, 1.0 / 5, -1.0 / 3, 1
    };

    private DiscCut() {}

    /**
     * @param ax corners counter-clockwise, relative to the disc's centre
     * @param a densities of the thirds at the corners
     * @param rr square of the disc's radius
     * @return in units of the density times the square of those of length
     */
    static double integral(
            double ax, double ay, double bx, double by, double cx, double cy, double a, double b, double c, double rr) {
        double gx = (ax + bx + cx) / 3;
        double gy = (ay + by + cy) / 3;
        double abX = 0.5 * (ax + bx);
        double abY = 0.5 * (ay + by);
        double bcX = 0.5 * (bx + cx);
        double bcY = 0.5 * (by + cy);
        double caX = 0.5 * (cx + ax);
        double caY = 0.5 * (cy + ay);
        if (ax * by - ay * bx >= 0 && bx * cy - by * cx >= 0 && cx * ay - cy * ax >= 0) {
            return a * (fan(ax, ay, abX, abY, rr) + fan(caX, caY, ax, ay, rr))
                    + b * (fan(bx, by, bcX, bcY, rr) + fan(abX, abY, bx, by, rr))
                    + c * (fan(cx, cy, caX, caY, rr) + fan(bcX, bcY, cx, cy, rr))
                    + (a - b) * fan(abX, abY, gx, gy, rr)
                    + (b - c) * fan(bcX, bcY, gx, gy, rr)
                    + (c - a) * fan(caX, caY, gx, gy, rr);
        }
        double ofA = ax * ax + ay * ay - rr;
        double ofB = bx * bx + by * by - rr;
        double ofC = cx * cx + cy * cy - rr;
        if (ofA <= 0 && ofB <= 0 && ofC <= 0) {
            return ((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) * (a + b + c) / 6;
        }
        if (ofA > 0
                && ofB > 0
                && ofC > 0
                && misses(ax, ay, bx, by, rr)
                && misses(bx, by, cx, cy, rr)
                && misses(cx, cy, ax, ay, rr)) {
            return 0;
        }
        return a * (side(ax, ay, abX, abY, gx, gy, rr) + side(caX, caY, ax, ay, gx, gy, rr))
                + b * (side(bx, by, bcX, bcY, gx, gy, rr) + side(abX, abY, bx, by, gx, gy, rr))
                + c * (side(cx, cy, caX, caY, gx, gy, rr) + side(bcX, bcY, cx, cy, gx, gy, rr))
                + (a - b) * side(abX, abY, gx, gy, gx, gy, rr)
                + (b - c) * side(bcX, bcY, gx, gy, gx, gy, rr)
                + (c - a) * side(caX, caY, gx, gy, gx, gy, rr);
    }

    /** What a side adds: its chord, and where it crosses the circle the sector to the direction of the centroid g. */
    private static double side(double px, double py, double qx, double qy, double gx, double gy, double rr) {
        double outsideP = px * px + py * py - rr;
        double outsideQ = qx * qx + qy * qy - rr;
        if (outsideP <= 0 && outsideQ <= 0) {
            return 0.5 * (px * qy - py * qx);
        }
        double dx = qx - px;
        double dy = qy - py;
        double a = dx * dx + dy * dy;
        double b = px * dx + py * dy;
        double discriminant = b * b - a * outsideP;
        if (outsideP > 0 && outsideQ > 0 && (b >= 0 || a + b <= 0 || discriminant <= 0)) {
            return 0;
        }
        double root = Math.sqrt(Math.max(discriminant, 0));
        double ex = px;
        double ey = py;
        double sector = 0;
        if (outsideP > 0) {
            double enter = within((-b - root) / a);
            ex += enter * dx;
            ey += enter * dy;
            sector += angle(gx, gy, ex, ey);
        }
        double lx = qx;
        double ly = qy;
        if (outsideQ > 0) {
            double leave = within((-b + root) / a);
            lx = px + leave * dx;
            ly = py + leave * dy;
            sector -= angle(gx, gy, lx, ly);
        }
        return 0.5 * (ex * ly - ey * lx + rr * sector);
    }

    /** Whether a side with both ends outside does not reach the disc. */
    private static boolean misses(double px, double py, double qx, double qy, double rr) {
        double dx = qx - px;
        double dy = qy - py;
        double b = px * dx + py * dy;
        double a = dx * dx + dy * dy;
        return b >= 0 || a + b <= 0 || b * b <= a * (px * px + py * py - rr);
    }

    private static double within(double share) {
        return Math.max(0, Math.min(1, share));
    }

    /** Signed area of the triangle (0, p, q) within the disc about the origin. */
    static double fan(double px, double py, double qx, double qy, double radiusSquared) {
        double dx = qx - px;
        double dy = qy - py;
        double a = dx * dx + dy * dy;
        double b = px * dx + py * dy;
        double discriminant = b * b - a * (px * px + py * py - radiusSquared);
        if (!(a > 0)) {
            return 0;
        }
        double root = Math.sqrt(Math.max(discriminant, 0));
        double enter = (-b - root) / a;
        double leave = (-b + root) / a;
        if (discriminant <= 0 || leave <= 0 || enter >= 1) {
            return 0.5 * radiusSquared * angle(px, py, qx, qy);
        }
        double ex = enter > 0 ? px + enter * dx : px;
        double ey = enter > 0 ? py + enter * dy : py;
        double lx = leave < 1 ? px + leave * dx : qx;
        double ly = leave < 1 ? py + leave * dy : qy;
        double area = 0.5 * (ex * ly - ey * lx);
        if (enter > 0) {
            area += 0.5 * radiusSquared * angle(px, py, ex, ey);
        }
        if (leave < 1) {
            area += 0.5 * radiusSquared * angle(lx, ly, qx, qy);
        }
        return area;
    }

    private static double angle(double px, double py, double qx, double qy) {
        double cross = px * qy - py * qx;
        double dot = px * qx + py * qy;
        if (!(Math.abs(cross) <= SERIES_UP_TO * dot)) {
            return Math.atan2(cross, dot);
        }
        double t = cross / dot;
        double tt = t * t;
        double sum = ARCTANGENT[0];
        for (int k = 1; k < ARCTANGENT.length; k++) {
            sum = sum * tt + ARCTANGENT[k];
        }
        return t * sum;
    }
}
