package org.grainflux.physics.transport;

import java.util.Optional;
import org.grainflux.core.InvalidInputException;

/** Lithium on the electrolyte: fixed potential where R = 0, a lumped Robin condition elsewhere. */
final class DirectContactTerm implements ContactTerm {
    private final ElectrodeTrace trace;
    private final int[] unknownOfNode;
    private final double[] conductances;
    private int unknowns;

    DirectContactTerm(ElectrodeTrace trace, ResistanceProfile resistance) {
        this.trace = trace;
        resistance.requireFits(trace.widthM());
        unknownOfNode = new int[trace.nodeCount()];
        conductances = nodeConductances(trace, resistance);
        double sum = 0;
        for (int i = 0; i < unknownOfNode.length; i++) {
            boolean perfect = resistance.isPerfectAt(trace.pointM(trace.pointOfNode(i)), 1e-9 * trace.widthM());
            unknownOfNode[i] = perfect ? -1 : unknowns++;
            sum += conductances[i];
        }
        if (unknowns == unknownOfNode.length && sum == 0) {
            throw new InvalidInputException(
                    "no node of the electrode lies in a patch of perfect contact; widen the patches or refine the mesh");
        }
    }

    /** ∫ N_i/R dx of each node, S per metre of depth. */
    static double[] nodeConductances(ElectrodeTrace trace, ResistanceProfile resistance) {
        double[] conductances = new double[trace.nodeCount()];
        for (int p = 0; p < trace.pointCount(); p++) {
            int next = (p + 1) % trace.pointCount();
            double start = trace.pointM(p);
            double length = trace.segmentLengthM(p);
            conductances[trace.rightCopy(p)] += resistance.hatConductance(start, length, true);
            conductances[trace.leftCopy(next)] += resistance.hatConductance(start, length, false);
        }
        return conductances;
    }

    @Override
    public int unknownCount() {
        return unknowns;
    }

    @Override
    public int[] unknownOfNode() {
        return unknownOfNode;
    }

    @Override
    public void addTo(double[][] columns, double[] load, int offset, double lithiumPotentialV) {
        for (int i = 0; i < unknownOfNode.length; i++) {
            if (unknownOfNode[i] >= 0) {
                int row = offset + unknownOfNode[i];
                columns[row][row] += conductances[i];
                load[row] += conductances[i] * lithiumPotentialV;
            }
        }
    }

    @Override
    public CellSolution.Electrode electrode(
            double[] surfacePotentialsV,
            double[] upwardCurrentsA,
            double lithiumPotentialV,
            double resistanceFraction) {
        TraceCurrent current = trace.current(upwardCurrentsA);
        return new CellSolution.Electrode(resistanceFraction, current, current, Optional.empty(), surfacePotentialsV);
    }

    @Override
    public double[] layerPotentials(double[] surfacePotentialsV, double lithiumPotentialV) {
        return new double[0];
    }
}
