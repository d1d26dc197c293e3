package org.grainflux.fem.elasticity;

import org.grainflux.fem.MovedMesh;
import org.grainflux.fem.StructuredMesh;
import org.grainflux.fem.mesh.SimplexMesh;

/** A quarter of a ring and of a disc, in the first quadrant. */
final class RoundMeshes {
    private RoundMeshes() {}

    /**
     * Between two radii; borders 0 at the inner and 1 at the outer radius, 2 on the x axis, 3 on the y axis. Cells grow with
     * the radius, so that they keep their shape.
     */
    static SimplexMesh ring(double innerM, double outerM, int radialCells, int angularCells) {
        SimplexMesh box = StructuredMesh.of(new int[] {radialCells, angularCells}, StructuredMesh.box(1, 1), cell -> 0);
        return MovedMesh.of(box, (node, p) -> {
            double radius = innerM * Math.pow(outerM / innerM, p[0]);
            double angle = 0.5 * Math.PI * p[1];
            p[0] = p[1] == 1 ? 0 : radius * Math.cos(angle);
            p[1] = radius * Math.sin(angle);
        });
    }

    /**
     * Of radius 1 with an inclusion (region 0); borders 0 on the y axis, 2 on the x axis, 1 and 3 on the circle. Squares
     * around the origin become circles, each side of them a half of the quarter.
     */
    static SimplexMesh disc(int cells, int inclusionCells) {
        SimplexMesh box = StructuredMesh.of(
                new int[] {cells, cells},
                StructuredMesh.box(1, 1),
                cell -> Math.max(cell[0], cell[1]) < inclusionCells ? 0 : 1);
        return MovedMesh.of(box, (node, p) -> {
            double radius = Math.max(p[0], p[1]);
            if (radius > 0) {
                double least = 0.25 * Math.PI * Math.min(p[0], p[1]) / radius;
                double near = radius * Math.cos(least);
                double far = radius * Math.sin(least);
                boolean right = p[0] >= p[1];
                p[0] = right ? near : far;
                p[1] = right ? far : near;
            }
        });
    }
}
