package org.grainflux.microstructure.meshing;

import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.mesh.TetrahedronShape;

/**
 * Shape of the tetrahedra of a mesh in space. Percentiles come from classes of 0.05° and 0.0005, so they are that
 * coarse.
 *
 * @param refinement how the mesh was refined
 * @param smallestDihedralRad smallest dihedral angle of all elements
 * @param firstPercentileDihedralRad 1 % of the elements have a smaller smallest dihedral angle
 * @param percentile99DihedralRad 1 % of the elements have a larger largest dihedral angle
 * @param largestDihedralRad largest dihedral angle of all elements
 * @param smallestRadiusRatio smallest of three inradii per circumradius, 1 for the regular tetrahedron
 * @param firstPercentileRadiusRatio 1 % of the elements have less
 * @param invertedElements elements whose volume is not positive
 * @param volumeM3 sum of the signed volumes
 */
public record SpatialMeshQuality(
        Refinement refinement,
        double smallestDihedralRad,
        double firstPercentileDihedralRad,
        double percentile99DihedralRad,
        double largestDihedralRad,
        double smallestRadiusRatio,
        double firstPercentileRadiusRatio,
        int invertedElements,
        double volumeM3) {

    /** How a mesh in space was refined. */
    public enum Refinement {
        /** Fans of the cells, bisected at longest edges. */
        LONGEST_EDGE,
        /** Flags of the cells, bisected by tags, because the shapes of the first missed the targets. */
        TAGGED
    }

    /** 1 % of the elements may have a smaller dihedral angle. */
    private static final double SMALL_DIHEDRAL_RAD = Math.toRadians(5);

    /** 1 % of the elements may have a larger dihedral angle. */
    private static final double LARGE_DIHEDRAL_RAD = Math.toRadians(165);

    private static final int CLASSES_PER_RADIAN = (int) Math.round(20 * 180 / Math.PI);
    private static final int ANGLE_CLASSES = (int) (Math.PI * CLASSES_PER_RADIAN) + 1;
    private static final int RATIO_CLASSES = 2_000;

    /** Whether the first percentiles of the dihedral angles meet their targets. */
    public boolean meetsTargets() {
        return invertedElements == 0
                && firstPercentileDihedralRad >= SMALL_DIHEDRAL_RAD
                && percentile99DihedralRad <= LARGE_DIHEDRAL_RAD;
    }

    public static SpatialMeshQuality of(SimplexMesh mesh, Refinement refinement) {
        TetrahedronShape shape = new TetrahedronShape();
        double[] points = new double[12];
        int[] smallest = new int[ANGLE_CLASSES];
        int[] largest = new int[ANGLE_CLASSES];
        int[] ratios = new int[RATIO_CLASSES + 1];
        double least = Math.PI;
        double most = 0;
        double leastRatio = 1;
        int inverted = 0;
        double volume = 0;
        double lost = 0;
        for (int e = 0; e < mesh.elementCount(); e++) {
            for (int at = 0; at < 12; at++) {
                points[at] = mesh.coordinateM(mesh.elementNode(e, at / 3), at % 3);
            }
            shape.load(points);
            inverted += shape.volumeM3() > 0 ? 0 : 1;
            // Kahan's sum: plain addition of ten million volumes loses the last four digits.
            double term = shape.volumeM3() - lost;
            double sum = volume + term;
            lost = sum - volume - term;
            volume = sum;
            smallest[(int) (shape.smallestDihedralRad() * CLASSES_PER_RADIAN)]++;
            largest[(int) (shape.largestDihedralRad() * CLASSES_PER_RADIAN)]++;
            ratios[(int) (Math.max(0, Math.min(1, shape.radiusRatio())) * RATIO_CLASSES)]++;
            least = Math.min(least, shape.smallestDihedralRad());
            most = Math.max(most, shape.largestDihedralRad());
            leastRatio = Math.min(leastRatio, shape.radiusRatio());
        }
        int percent = mesh.elementCount() / 100;
        return new SpatialMeshQuality(
                refinement,
                least,
                (double) classOf(smallest, percent) / CLASSES_PER_RADIAN,
                (double) (classOf(largest, mesh.elementCount() - 1 - percent) + 1) / CLASSES_PER_RADIAN,
                most,
                leastRatio,
                (double) classOf(ratios, percent) / RATIO_CLASSES,
                inverted,
                volume);
    }

    /** Class of the element with a rank, counted from 0 at the lower end. */
    private static int classOf(int[] counts, int rank) {
        int below = 0;
        for (int c = 0; c < counts.length; c++) {
            below += counts[c];
            if (below > rank) {
                return c;
            }
        }
        return counts.length - 1;
    }
}
