package org.grainflux.physics.transport;

import org.ejml.data.DMatrixRMaj;

/**
 * What layers of every thickness on one trace share: the modes of the trace and the part of the operator that does not
 * feel lithium, |k|. It comes in closed form, or from the mesh of a layer: then a reduced answer carries the same mesh error
 * at the feet as a full one, and the two agree far better than either agrees with the limit of fine meshes.
 */
record SurfaceOperator(TraceModes modes, double[][] halfSpace) {

    static SurfaceOperator exact(ElectrodeTrace trace) {
        TraceModes modes = new TraceModes(trace);
        return new SurfaceOperator(modes, HalfSpaceOperator.of(modes));
    }

    /**
     * The mesh's own operator less the exact low modes of its layer.
     *
     * @param operator of a layer on this trace, of any thickness: the mesh next to the trace hardly depends on it
     */
    static SurfaceOperator ofMesh(ElectrodeTrace trace, LayerOperator operator) {
        TraceModes modes = new TraceModes(trace);
        int m = modes.pointCount();
        DMatrixRMaj condensed = operator.condensed();
        LayerSymbol symbol = new LayerSymbol(operator.thicknessM(), 1, 0);
        double[][] halfSpace = FourierLayerTerm.matrix(new SurfaceOperator(modes, new double[m][m]), symbol);
        for (int p = 0; p < m; p++) {
            for (int q = 0; q < m; q++) {
                halfSpace[p][q] = condensed.get(p, q) - halfSpace[p][q];
            }
        }
        return new SurfaceOperator(modes, halfSpace);
    }
}
