package org.grainflux.microstructure.tessellation;

/**
 * Shape of one tetrahedron.
 *
 * @param volumeM3 signed volume
 * @param largestCosine cosine of the smallest angle between two faces
 * @param smallestCosine cosine of the largest such angle
 * @param radiusRatio 3 × inradius / circumradius, 1 for a regular tetrahedron
 */
record TetrahedronShape(double volumeM3, double largestCosine, double smallestCosine, double radiusRatio) {
    private static final int[][] PAIRS = {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}};

    /** Corners in m; the volume is positive when (a − o) · (b − o) × (c − o) is. */
    static TetrahedronShape of(double[] o, double[] a, double[] b, double[] c) {
        double[] u = difference(a, o);
        double[] v = difference(b, o);
        double[] w = difference(c, o);
        // Outward normals, twice the area long, of the faces opposite c, a, b and o; they sum to zero.
        double[][] normals = {cross(v, u), cross(w, v), cross(u, w), new double[3]};
        double sphere = 0;
        for (int x = 0; x < 3; x++) {
            normals[3][x] = -(normals[0][x] + normals[1][x] + normals[2][x]);
            double centre = dot(u, u) * normals[1][x] + dot(v, v) * normals[2][x] + dot(w, w) * normals[0][x];
            sphere += centre * centre;
        }
        double[] lengths = new double[4];
        double twiceSurface = 0;
        for (int f = 0; f < 4; f++) {
            lengths[f] = Math.sqrt(dot(normals[f], normals[f]));
            twiceSurface += lengths[f];
        }
        double largest = -1;
        double smallest = 1;
        for (int[] pair : PAIRS) {
            double cosine = -dot(normals[pair[0]], normals[pair[1]]) / (lengths[pair[0]] * lengths[pair[1]]);
            largest = Math.max(largest, cosine);
            smallest = Math.min(smallest, cosine);
        }
        double six = -dot(u, normals[1]);
        // Inradius 6V / 2S; circumradius |u² v×w + v² w×u + w² u×v| / 12V.
        double radiusRatio = 6 * six * six / (twiceSurface * Math.sqrt(sphere));
        return new TetrahedronShape(six / 6, largest, smallest, radiusRatio);
    }

    private static double[] difference(double[] p, double[] q) {
        return new double[] {p[0] - q[0], p[1] - q[1], p[2] - q[2]};
    }

    private static double[] cross(double[] p, double[] q) {
        return new double[] {p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]};
    }

    private static double dot(double[] p, double[] q) {
        return p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
    }
}
