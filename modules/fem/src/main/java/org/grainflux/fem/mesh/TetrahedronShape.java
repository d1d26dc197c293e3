package org.grainflux.fem.mesh;

/** Measures of one tetrahedron after another, from the coordinates of its corners. */
public final class TetrahedronShape {
    /** Area vectors pointing outwards, face-major; face k is opposite to corner k. */
    private final double[] normals = new double[12];

    private final double[] areas = new double[4];
    private double sixVolumes;
    private double smallestCosine;
    private double largestCosine;
    private double radiusRatio;

    /** Six times the signed volume. @param points corner-major, 4 × 3, m */
    public static double sixVolumes(double[] points) {
        double ax = points[3] - points[0];
        double ay = points[4] - points[1];
        double az = points[5] - points[2];
        double bx = points[6] - points[0];
        double by = points[7] - points[1];
        double bz = points[8] - points[2];
        double cx = points[9] - points[0];
        double cy = points[10] - points[1];
        double cz = points[11] - points[2];
        return ax * (by * cz - bz * cy) - ay * (bx * cz - bz * cx) + az * (bx * cy - by * cx);
    }

    /** @param points corner-major, 4 × 3, m; positively oriented */
    public void load(double[] points) {
        sixVolumes = sixVolumes(points);
        face(points, 0, 1, 2, 3);
        face(points, 1, 0, 3, 2);
        face(points, 2, 0, 1, 3);
        face(points, 3, 0, 2, 1);
        smallestCosine = 1;
        largestCosine = -1;
        for (int f = 0; f < 3; f++) {
            for (int g = f + 1; g < 4; g++) {
                double dot = normals[3 * f] * normals[3 * g]
                        + normals[3 * f + 1] * normals[3 * g + 1]
                        + normals[3 * f + 2] * normals[3 * g + 2];
                double cosine = -dot / (4 * areas[f] * areas[g]);
                smallestCosine = Math.min(smallestCosine, cosine);
                largestCosine = Math.max(largestCosine, cosine);
            }
        }
        radiusRatio = 3 * inradius() / circumradius(points);
    }

    /** Twice the area vector of the face opposite to a corner. */
    private void face(double[] p, int opposite, int a, int b, int c) {
        double ux = p[3 * b] - p[3 * a];
        double uy = p[3 * b + 1] - p[3 * a + 1];
        double uz = p[3 * b + 2] - p[3 * a + 2];
        double vx = p[3 * c] - p[3 * a];
        double vy = p[3 * c + 1] - p[3 * a + 1];
        double vz = p[3 * c + 2] - p[3 * a + 2];
        double nx = uy * vz - uz * vy;
        double ny = uz * vx - ux * vz;
        double nz = ux * vy - uy * vx;
        normals[3 * opposite] = nx;
        normals[3 * opposite + 1] = ny;
        normals[3 * opposite + 2] = nz;
        areas[opposite] = 0.5 * Math.sqrt(nx * nx + ny * ny + nz * nz);
    }

    private double inradius() {
        return 0.5 * sixVolumes / (areas[0] + areas[1] + areas[2] + areas[3]);
    }

    /** |a² (b × c) + b² (c × a) + c² (a × b)| / 12 V with the edges a, b, c from corner 0. */
    private double circumradius(double[] p) {
        double sx = 0;
        double sy = 0;
        double sz = 0;
        for (int k = 1; k < 4; k++) {
            double dx = p[3 * k] - p[0];
            double dy = p[3 * k + 1] - p[1];
            double dz = p[3 * k + 2] - p[2];
            double squared = dx * dx + dy * dy + dz * dz;
            // The face opposite to corner k contains corner 0: its normal is the cross product of the other two edges.
            sx += squared * normals[3 * k];
            sy += squared * normals[3 * k + 1];
            sz += squared * normals[3 * k + 2];
        }
        return Math.sqrt(sx * sx + sy * sy + sz * sz) / (2 * Math.abs(sixVolumes));
    }

    public double volumeM3() {
        return sixVolumes / 6;
    }

    /** Cosine of the smallest dihedral angle, at a fiftieth of the cost of the angle. */
    public double smallestDihedralCosine() {
        return largestCosine;
    }

    /** Cosine of the largest dihedral angle. */
    public double largestDihedralCosine() {
        return smallestCosine;
    }

    public double smallestDihedralRad() {
        return Math.acos(Math.min(1, largestCosine));
    }

    public double largestDihedralRad() {
        return Math.acos(Math.max(-1, smallestCosine));
    }

    /** Three inradii per circumradius: 1 for the regular tetrahedron, negative for an inverted one. */
    public double radiusRatio() {
        return radiusRatio;
    }
}
