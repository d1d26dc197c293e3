package org.grainflux.physics.transport;

import java.util.Arrays;

/**
 * An ionic layer between the electrolyte and lithium, given by the matrix of its surface, see {@link LayerSurface}: that of
 * its own mesh or the exact one. Inside the layer the current is the exact continuation of the surface's potential, see
 * {@link LayerCurrents}, so lithium's side carries no error of a mesh of its own.
 */
final class LayerTerm implements ContactTerm {
    private final ElectrodeTrace trace;
    private final TraceModes modes;
    private final LayerSymbol symbol;
    private final LayerSurface surface;

    private LayerTerm(ElectrodeTrace trace, TraceModes modes, double[][] matrix, ElectrodeContact.IonicLayer contact) {
        this.trace = trace;
        this.modes = modes;
        this.symbol = LayerSymbol.of(contact);
        this.surface = new LayerSurface(trace, matrix, contact.electrolyteSideOhmM2());
    }

    /** @param operator of a layer of the contact's thickness */
    static LayerTerm meshed(ElectrodeTrace trace, LayerOperator operator, ElectrodeContact.IonicLayer contact) {
        double[][] matrix = operator.matrix(contact.conductivitySPerM(), contact.lithiumSideOhmM2());
        return new LayerTerm(trace, new TraceModes(trace), matrix, contact);
    }

    static LayerTerm exact(ElectrodeTrace trace, SurfaceOperator operator, ElectrodeContact.IonicLayer contact) {
        return new LayerTerm(trace, operator.modes(), operator.matrix(LayerSymbol.of(contact)), contact);
    }

    LayerSurface surface() {
        return surface;
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

    @Override
    public double[] layerPotentials(double[] surfacePotentialsV, double lithiumPotentialV) {
        return surface.pointPotentials(surfacePotentialsV, lithiumPotentialV);
    }
}
