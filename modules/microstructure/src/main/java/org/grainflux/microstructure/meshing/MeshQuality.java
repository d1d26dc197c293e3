package org.grainflux.microstructure.meshing;

import java.util.Arrays;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * Shape of the triangles of a plane mesh.
 *
 * @param smallestAngleRad smallest angle of all elements
 * @param firstPercentileAngleRad 1 % of the elements have a smaller smallest angle
 * @param medianAngleRad median over elements of the smallest angle
 * @param invertedElements elements whose area is not positive
 * @param areaM2 sum of the signed areas
 */
public record MeshQuality(
        double smallestAngleRad,
        double firstPercentileAngleRad,
        double medianAngleRad,
        int invertedElements,
        double areaM2) {

    public static MeshQuality of(SimplexMesh mesh) {
        double[] angles = new double[mesh.elementCount()];
        int inverted = 0;
        double area = 0;
        for (int e = 0; e < angles.length; e++) {
            double twice = twiceArea(mesh, e);
            area += 0.5 * twice;
            inverted += twice > 0 ? 0 : 1;
            angles[e] = Math.min(angle(mesh, e, 0), Math.min(angle(mesh, e, 1), angle(mesh, e, 2)));
        }
        Arrays.sort(angles);
        return new MeshQuality(angles[0], angles[angles.length / 100], angles[angles.length / 2], inverted, area);
    }

    private static double twiceArea(SimplexMesh mesh, int e) {
        return edge(mesh, e, 0, 1, 0) * edge(mesh, e, 0, 2, 1) - edge(mesh, e, 0, 2, 0) * edge(mesh, e, 0, 1, 1);
    }

    private static double angle(SimplexMesh mesh, int e, int corner) {
        int k = (corner + 1) % 3;
        int l = (corner + 2) % 3;
        double dot = edge(mesh, e, corner, k, 0) * edge(mesh, e, corner, l, 0)
                + edge(mesh, e, corner, k, 1) * edge(mesh, e, corner, l, 1);
        return Math.atan2(twiceArea(mesh, e), dot);
    }

    private static double edge(SimplexMesh mesh, int e, int from, int to, int axis) {
        return mesh.coordinateM(mesh.elementNode(e, to), axis) - mesh.coordinateM(mesh.elementNode(e, from), axis);
    }
}
