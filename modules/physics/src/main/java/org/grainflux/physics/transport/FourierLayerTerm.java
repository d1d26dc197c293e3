package org.grainflux.physics.transport;

import java.util.Arrays;

/**
 * An ionic layer as its exact operator between the traces of the electrolyte: σ times that of a half-space, plus the
 * modes that feel lithium, see {@link LayerSymbol}. It has no mesh of its own, so its only error is that of the surface's
 * piecewise linear potential.
 */
final class FourierLayerTerm implements ContactTerm {
    /** Modes whose excess is below exp(−20) = 2×10⁻⁹ are those of a half-space. */
    private static final double DECAY = 10;

    private final ElectrodeTrace trace;
    private final TraceModes modes;
    private final LayerSymbol symbol;
    private final LayerSurface surface;

    FourierLayerTerm(ElectrodeTrace trace, SurfaceOperator operator, ElectrodeContact.IonicLayer contact) {
        this.trace = trace;
        this.modes = operator.modes();
        this.symbol = LayerSymbol.of(contact);
        this.surface = new LayerSurface(trace, matrix(operator, symbol), contact.electrolyteSideOhmM2());
    }

    /** Modes of a period that see the other side of a layer. */
    static int modesOf(double widthM, double thicknessM) {
        return (int) Math.ceil(DECAY * widthM / (2 * Math.PI * thicknessM));
    }

    LayerSurface surface() {
        return surface;
    }

    /** L: points × points. */
    static double[][] matrix(SurfaceOperator operator, LayerSymbol symbol) {
        TraceModes modes = operator.modes();
        double[][] halfSpace = operator.halfSpace();
        int m = modes.pointCount();
        double[][] matrix = new double[m][m];
        double mean = symbol.meanAdmittance() / modes.widthM();
        double sigma = symbol.conductivitySPerM();
        for (int p = 0; p < m; p++) {
            for (int q = 0; q <= p; q++) {
                matrix[p][q] = sigma * halfSpace[p][q] + mean * modes.dualM(p) * modes.dualM(q);
            }
        }
        modes.forEach(modesOf(modes.widthM(), symbol.thicknessM()), (mode, cos, sin) -> {
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

    @Override
    public int unknownCount() {
        return surface.unknownCount();
    }

    @Override
    public int[] unknownOfNode() {
        return surface.unknownOfNode();
    }

    @Override
    public void addTo(double[][] columns, double[] load, int offset, double lithiumPotentialV) {
        surface.addTo(columns, load, offset, lithiumPotentialV);
    }

    @Override
    public CellSolution.Electrode electrode(
            double[] surfacePotentialsV,
            double[] upwardCurrentsA,
            double lithiumPotentialV,
            double resistanceFraction) {
        double[] points = layerPotentials(surfacePotentialsV, lithiumPotentialV);
        Arrays.setAll(points, p -> points[p] - lithiumPotentialV);
        double upward = lithiumPotentialV > 0.5 ? -1 : 1;
        return new LayerCurrents(trace, symbol, upward, modes.mean(points), count -> modes.amplitudes(points, count))
                .electrode(upwardCurrentsA, resistanceFraction, surfacePotentialsV);
    }

    /** Potential of the layer's surface: one per point. */
    @Override
    public double[] layerPotentials(double[] surfacePotentialsV, double lithiumPotentialV) {
        return surface.pointPotentials(surfacePotentialsV, lithiumPotentialV);
    }
}
