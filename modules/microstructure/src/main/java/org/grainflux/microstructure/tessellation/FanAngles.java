package org.grainflux.microstructure.tessellation;

import java.util.List;
import org.grainflux.microstructure.tessellation.PlanarCells.Corner;

/** Quality of the fan of triangles that joins a cell's centroid to its edges. */
final class FanAngles {
    private FanAngles() {}

    /** Smallest angle of the fan, rad; negative when a triangle is inverted. */
    static double smallestRad(PlanarCells cells, List<Corner> loop) {
        int n = loop.size();
        double x0 = cells.x(loop.get(0));
        double y0 = cells.y(loop.get(0));
        double twice = 0;
        double mx = 0;
        double my = 0;
        for (int k = 0; k < n; k++) {
            Corner a = loop.get(k);
            Corner b = loop.get((k + 1) % n);
            double cross = (cells.x(a) - x0) * (cells.y(b) - y0) - (cells.x(b) - x0) * (cells.y(a) - y0);
            twice += cross;
            mx += cross * (cells.x(a) + cells.x(b) - 2 * x0);
            my += cross * (cells.y(a) + cells.y(b) - 2 * y0);
        }
        double cx = x0 + mx / (3 * twice);
        double cy = y0 + my / (3 * twice);
        double smallest = Math.PI;
        for (int k = 0; k < n; k++) {
            Corner a = loop.get(k);
            Corner b = loop.get((k + 1) % n);
            smallest = Math.min(smallest, angle(cx, cy, cells.x(a), cells.y(a), cells.x(b), cells.y(b)));
            smallest = Math.min(smallest, angle(cells.x(a), cells.y(a), cells.x(b), cells.y(b), cx, cy));
            smallest = Math.min(smallest, angle(cells.x(b), cells.y(b), cx, cy, cells.x(a), cells.y(a)));
        }
        return smallest;
    }

    /** Anticlockwise angle at p from the ray to q to the ray to r, rad, in (−π, π]. */
    private static double angle(double px, double py, double qx, double qy, double rx, double ry) {
        double ax = qx - px;
        double ay = qy - py;
        double bx = rx - px;
        double by = ry - py;
        return Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
    }
}
