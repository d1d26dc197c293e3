package org.grainflux.physics.transport;

import org.ejml.data.DMatrixRMaj;

/**
 * What layers of every thickness on one trace share: the modes of the trace and the part of the operator that does not
 * feel lithium, |k|. It comes in closed form, or from the mesh of a layer: then a reduced answer carries the same mesh error
 * at the feet as a full one, and the two agree far better than either agrees with the limit of fine meshes.
 */
record SurfaceOperator(TraceModes modes, double[][] halfSpace) {
    /** Modes whose excess is below exp(−20) = 2×10⁻⁹ are those of a half-space. */
    private static final double DECAY = 10;

    /** Modes of a period that see the other side of a layer. */
    static int modesOf(double widthM, double thicknessM) {
        return (int) Math.ceil(DECAY * widthM / (2 * Math.PI * thicknessM));
    }

    static SurfaceOperator exact(ElectrodeTrace trace) {
        TraceModes modes = new TraceModes(trace);
        return new SurfaceOperator(modes, HalfSpaceOperator.of(modes));
    }

    /**
     * The mesh's own operator less the exact low modes of its layer.
     *
     * @param operator of a layer on this trace, thick against its segments, so that only long modes have to be taken off
     */
    static SurfaceOperator ofMesh(ElectrodeTrace trace, LayerOperator operator) {
        TraceModes modes = new TraceModes(trace);
        int m = modes.pointCount();
        DMatrixRMaj condensed = operator.condensed();
        LayerSymbol symbol = new LayerSymbol(operator.thicknessM(), 1, 0);
        double[][] halfSpace = new SurfaceOperator(modes, new double[m][m]).matrix(symbol);
        for (int p = 0; p < m; p++) {
            for (int q = 0; q < m; q++) {
                halfSpace[p][q] = condensed.get(p, q) - halfSpace[p][q];
            }
        }
        return new SurfaceOperator(modes, halfSpace);
    }

    /** L of a layer, points × points: σ times the half-space, plus the modes that feel lithium. */
    double[][] matrix(LayerSymbol symbol) {
        int m = modes.pointCount();
        double[][] matrix = new double[m][m];
        double mean = symbol.meanAdmittance() / modes.widthM();
        double sigma = symbol.conductivitySPerM();
        for (int p = 0; p < m; p++) {
            for (int q = 0; q <= p; q++) {
                matrix[p][q] = sigma * halfSpace[p][q] + mean * modes.dualM(p) * modes.dualM(q);
            }
        }
        modes.forEach(1, modesOf(modes.widthM(), symbol.thicknessM()), (mode, cos, sin) -> {
            double k = modes.wavenumberPerM(mode);
            double weight = sigma * k * symbol.excess(k) * modes.factor(mode) * modes.factor(mode);
            double[] c = modes.kinks(cos);
            double[] s = modes.kinks(sin);
            for (int p = 0; p < m; p++) {
                double[] row = matrix[p];
                double a = weight * c[p];
                double b = weight * s[p];
                for (int q = 0; q <= p; q++) {
                    row[q] += a * c[q] + b * s[q];
                }
            }
        });
        for (int p = 0; p < m; p++) {
            for (int q = 0; q < p; q++) {
                matrix[q][p] = matrix[p][q];
            }
        }
        return matrix;
    }
}
