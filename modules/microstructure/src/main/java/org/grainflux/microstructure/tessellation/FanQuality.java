package org.grainflux.microstructure.tessellation;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.fem.mesh.TetrahedronShape;
import org.grainflux.microstructure.FanPoints;

/**
 * How good the tetrahedra are that a cell is fanned into.
 *
 * @param volumeM3 of the cell
 * @param inverted tetrahedra with a volume ≤ 0
 * @param badness sum over tetrahedra of aim/value − 1, for the quantity that misses its aim most
 * @param badFaces faces of the shell with a tetrahedron that misses an aim
 */
record FanQuality(double volumeM3, int inverted, double badness, List<Integer> badFaces) {
    /**
     * Aim for the smallest angle between two faces of a tetrahedron: a mesh may have a hundredth of its tetrahedra below
     * 5° and none below 2°.
     */
    private static final double ANGLE_RAD = Math.toRadians(6);

    private static final double ANGLE_COSINE = Math.cos(ANGLE_RAD);

    /** Aim for the distance of the largest such angle from a straight one; 8° is the limit. */
    private static final double OBTUSE_RAD = Math.toRadians(20);

    private static final double OBTUSE_COSINE = Math.cos(OBTUSE_RAD);

    /** Aim for 3 × inradius / circumradius; the limits are 0.06 for a hundredth of the tetrahedra and 0.01 for all. */
    private static final double RADIUS_RATIO = 0.05;

    /** Badness of an inverted tetrahedron: far worse than any that is not. */
    private static final double INVERTED = 1e6;

    static FanQuality of(CellShell shell) {
        double volume = 0;
        int inverted = 0;
        double badness = 0;
        List<Integer> badFaces = new ArrayList<>();
        TetrahedronShape shape = new TetrahedronShape();
        double[] points = new double[12];
        System.arraycopy(FanPoints.cellPoint(shell.cornersM()), 0, points, 0, 3);
        for (int face = 0; face < shell.faceCount(); face++) {
            double[] loop = shell.loopM(face);
            System.arraycopy(FanPoints.facePoint(loop), 0, points, 3, 3);
            double before = badness;
            for (int at = 0; at < loop.length; at += 3) {
                System.arraycopy(loop, at, points, 6, 3);
                System.arraycopy(loop, (at + 3) % loop.length, points, 9, 3);
                shape.load(points);
                volume += shape.volumeM3();
                inverted += shape.volumeM3() > 0 ? 0 : 1;
                badness += badness(shape);
            }
            if (badness > before) {
                badFaces.add(face);
            }
        }
        return new FanQuality(volume, inverted, badness, badFaces);
    }

    private static double badness(TetrahedronShape shape) {
        if (!(shape.volumeM3() > 0)) {
            return INVERTED;
        }
        double worst = 1;
        // Cosines first: most tetrahedra miss neither aim, and their angles would take most of the time.
        if (shape.smallestDihedralCosine() > ANGLE_COSINE) {
            worst = ANGLE_RAD / shape.smallestDihedralRad();
        }
        if (shape.largestDihedralCosine() < -OBTUSE_COSINE) {
            worst = Math.max(worst, OBTUSE_RAD / (Math.PI - shape.largestDihedralRad()));
        }
        worst = Math.max(worst, RADIUS_RATIO / shape.radiusRatio());
        return Math.min(worst - 1, INVERTED);
    }
}
