package org.grainflux.report.vtu;

import org.grainflux.fem.mesh.BorderFacets;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.study.execution.FieldSink.PotentialField;

/** Small fields with known content. */
public final class TriangleFields {
    private TriangleFields() {}

    /** Two square grains of side 1 µm above each other, two triangles each, a jump of 0.5 V between them. */
    public static PotentialField twoGrains(double[] potentialV) {
        double[] xy = {0, 0, 1e-6, 0, 1e-6, 1e-6, 0, 1e-6, 0, 1e-6, 1e-6, 1e-6, 1e-6, 2e-6, 0, 2e-6};
        int[] elements = {0, 1, 2, 0, 2, 3, 4, 5, 6, 4, 6, 7};
        SimplexMesh mesh = new SimplexMesh(
                2,
                xy,
                elements,
                new int[] {0, 0, 1, 1},
                // the second facet joins the right side of a grain to its left side: one period in x
                new InterfaceFacets(2, new int[] {0, 1}, new int[] {3, 2, 1, 2}, new int[] {4, 5, 0, 3}),
                new BorderFacets(2, new int[0], new int[0]));
        return new PotentialField(
                7, "hl 10/µm", mesh, potentialV, new double[] {0, 3, 0, 3, 4, 3, 4, 3}, new double[] {0.25, -0.5}, -3);
    }
}
