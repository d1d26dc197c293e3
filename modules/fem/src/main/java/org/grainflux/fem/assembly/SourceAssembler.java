package org.grainflux.fem.assembly;

import org.grainflux.fem.mesh.SimplexMesh;

/** Loads of sources inside the body. */
public final class SourceAssembler {
    private SourceAssembler() {}

    /** Adds ∫ f v over the elements, by the rule of degree 2. @param load one entry per node */
    public static void addSource(double[] load, SimplexMesh mesh, RegionField source) {
        int d = mesh.dimension();
        SimplexGeometry geometry = new SimplexGeometry(d);
        double[] pointM = new double[d];
        for (int e = 0; e < mesh.elementCount(); e++) {
            geometry.load(mesh, e);
            for (int q = 0; q <= d; q++) {
                for (int axis = 0; axis < d; axis++) {
                    pointM[axis] = 0;
                    for (int c = 0; c <= d; c++) {
                        pointM[axis] +=
                                QuadratureRule.degreeTwo(d + 1, q, c) * mesh.coordinateM(mesh.elementNode(e, c), axis);
                    }
                }
                double weighted = source.at(pointM, mesh.elementRegion(e)) * geometry.measure() / (d + 1);
                for (int c = 0; c <= d; c++) {
                    load[mesh.elementNode(e, c)] += weighted * QuadratureRule.degreeTwo(d + 1, q, c);
                }
            }
        }
    }
}
