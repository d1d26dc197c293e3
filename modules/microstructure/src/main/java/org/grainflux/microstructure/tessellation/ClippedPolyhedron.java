package org.grainflux.microstructure.tessellation;

import java.util.Arrays;

/**
 * A convex polyhedron cut by half-spaces, in coordinates about its seed. It is kept as its dual: every corner is an
 * oriented triple of planes (a, b, c), anticlockwise seen from outside, and a cut replaces the corners beyond the plane
 * by one new corner per edge on the rim. Which corners lie beyond is decided exactly, so the planes around each corner
 * are right whatever the rounding; only coordinates carry rounding errors.
 */
final class ClippedPolyhedron implements SeedBuckets.CutCell {
    /** Roundings of the 4 × 4 determinant below, inputs included, number well under 64. */
    private static final double ERROR_FACTOR = 64 * 0x1p-53;

    /** Safety of the quick tests by distance against the rounding of corners. */
    private static final double MARGIN = 1 + 1e-6;

    private final CellPlanes planes;
    private int count;
    private int[][] corners = new int[32][];
    // c = det · x, det = det [n_a n_b n_c], and the scale of the errors of both, per corner.
    private double[][] homogeneous = new double[32][];
    private boolean[] beyond = new boolean[32];
    private double radiusM;

    /** The box that a seed's cell is cut from. */
    ClippedPolyhedron(Seeds seeds, int seed) {
        this.planes = new CellPlanes(seeds, seed);
        for (int z = 0; z < 2; z++) {
            for (int y = 0; y < 2; y++) {
                for (int x = 0; x < 2; x++) {
                    // The axes in order are anticlockwise from outside where an even number of ends are lower ones.
                    boolean inOrder = (x + y + z) % 2 == 1;
                    append(inOrder ? x : 2 + y, inOrder ? 2 + y : x, 4 + z);
                }
            }
        }
        measureRadius();
    }

    CellPlanes planes() {
        return planes;
    }

    @Override
    public boolean isEmpty() {
        return count == 0;
    }

    int cornerCount() {
        return count;
    }

    /** The three planes that meet at a corner. */
    int[] cornerPlanes(int corner) {
        return corners[corner];
    }

    double coordinateM(int corner, int axis) {
        return homogeneous[corner][axis] / homogeneous[corner][3];
    }

    /** Bound on the distance of corners from the seed, m. */
    @Override
    public double radiusM() {
        return radiusM * MARGIN;
    }

    /** Cuts by the bisector to a seed in an image. */
    @Override
    public void visit(int label, int imageX, int imageY, int imageZ) {
        int plane = planes.add(label, imageX, imageY, imageZ);
        if (isOutOfReach(plane) || !markBeyond(plane)) {
            planes.dropLast();
            return;
        }
        cut(plane);
        measureRadius();
    }

    /** |n|·radius bounds n·x over the polyhedron: most far seeds end here. */
    private boolean isOutOfReach(int plane) {
        double offset = planes.offset(plane);
        double squared = 0;
        for (int axis = 0; axis < 3; axis++) {
            squared += planes.normal(plane, axis) * planes.normal(plane, axis);
        }
        return offset > 0 && offset * offset > squared * radiusM() * radiusM();
    }

    private boolean markBeyond(int plane) {
        double nx = planes.normal(plane, 0);
        double ny = planes.normal(plane, 1);
        double nz = planes.normal(plane, 2);
        double offset = planes.offset(plane);
        double scale = planes.scale(plane);
        boolean any = false;
        for (int corner = 0; corner < count; corner++) {
            double[] h = homogeneous[corner];
            double inner = h[3] * offset - (nx * h[0] + ny * h[1] + nz * h[2]);
            double error = ERROR_FACTOR * scale * (scale * h[4] + h[5]);
            int[] t = corners[corner];
            beyond[corner] = Math.abs(inner) > error ? inner < 0 : ExactSide.sign(planes, t[0], t[1], t[2], plane) < 0;
            any |= beyond[corner];
        }
        return any;
    }

    private void cut(int plane) {
        int old = count;
        for (int corner = 0; corner < old; corner++) {
            for (int k = 0; k < 3 && beyond[corner]; k++) {
                int from = corners[corner][k];
                int to = corners[corner][(k + 1) % 3];
                if (!isInsideRim(to, from, old)) {
                    append(from, to, plane);
                }
            }
        }
        int kept = 0;
        for (int corner = 0; corner < count; corner++) {
            if (corner >= old || !beyond[corner]) {
                corners[kept] = corners[corner];
                homogeneous[kept] = homogeneous[corner];
                kept++;
            }
        }
        count = kept;
    }

    /** Whether the edge between two planes belongs, in this direction, to a corner that is cut away. */
    private boolean isInsideRim(int from, int to, int old) {
        for (int corner = 0; corner < old; corner++) {
            int[] t = corners[corner];
            if (beyond[corner]
                    && (t[0] == from && t[1] == to || t[1] == from && t[2] == to || t[2] == from && t[0] == to)) {
                return true;
            }
        }
        return false;
    }

    private void append(int a, int b, int c) {
        if (count == corners.length) {
            corners = Arrays.copyOf(corners, 2 * count);
            homogeneous = Arrays.copyOf(homogeneous, 2 * count);
            beyond = Arrays.copyOf(beyond, 2 * count);
        }
        corners[count] = new int[] {a, b, c};
        homogeneous[count++] = intersection(a, b, c);
    }

    /** x = [o_a (n_b × n_c) + o_b (n_c × n_a) + o_c (n_a × n_b)] / det. */
    private double[] intersection(int a, int b, int c) {
        double[] h = new double[6];
        for (int x = 0; x < 3; x++) {
            double bc = crossComponent(b, c, x);
            h[x] = planes.offset(a) * bc
                    + planes.offset(b) * crossComponent(c, a, x)
                    + planes.offset(c) * crossComponent(a, b, x);
            h[3] += planes.normal(a, x) * bc;
        }
        double sa = planes.scale(a);
        double sb = planes.scale(b);
        double sc = planes.scale(c);
        h[4] = sa * sb * sc;
        h[5] = h[4] * (sa + sb + sc);
        return h;
    }

    private double crossComponent(int p, int q, int x) {
        int y = (x + 1) % 3;
        int z = (x + 2) % 3;
        return planes.normal(p, y) * planes.normal(q, z) - planes.normal(p, z) * planes.normal(q, y);
    }

    private void measureRadius() {
        double squared = 0;
        for (int corner = 0; corner < count; corner++) {
            double sum = 0;
            for (int axis = 0; axis < 3; axis++) {
                sum += coordinateM(corner, axis) * coordinateM(corner, axis);
            }
            squared = Math.max(squared, sum);
        }
        radiusM = Math.sqrt(squared);
    }
}
