package org.grainflux.physics.transport;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.grainflux.core.InvalidInputException;

/**
 * A polycrystal reduced exactly to the nodes of its two electrodes: their potentials φ and the currents f that enter
 * the electrolyte through them obey f = S φ, with S the Schur complement of the stiffness matrix (nodes × nodes,
 * symmetric, row sums zero). Nodes are ordered by electrode (0 lower, 1 upper), then as in {@link ElectrodeTrace}.
 */
public final class CondensedPolycrystal {
    private final double[] sizeM;
    private final ElectrodeTrace[] traces;
    private final DMatrixRMaj schur;
    private final int unknowns;

    /**
     * @param sizeM edge lengths of the cell, one per axis, the last from electrode to electrode
     * @param schur S, S per metre of depth: nodes × nodes
     * @param unknowns number of mesh nodes before condensation
     */
    CondensedPolycrystal(double[] sizeM, ElectrodeTrace lower, ElectrodeTrace upper, DMatrixRMaj schur, int unknowns) {
        int nodes = lower.nodeCount() + upper.nodeCount();
        if (schur.numRows != nodes || schur.numCols != nodes) {
            throw new IllegalArgumentException(
                    "Schur complement is " + schur.numRows + " x " + schur.numCols + " for " + nodes + " nodes");
        }
        this.sizeM = sizeM.clone();
        this.traces = new ElectrodeTrace[] {lower, upper};
        this.schur = schur;
        this.unknowns = unknowns;
    }

    public double widthM() {
        return sizeM[0];
    }

    /** Distance between the electrodes, m. */
    public double heightM() {
        return sizeM[sizeM.length - 1];
    }

    /** @param electrode 0 (lower) or 1 (upper) */
    public ElectrodeTrace trace(int electrode) {
        return traces[electrode];
    }

    /** Index of the first node of an electrode among all nodes. */
    public int firstNode(int electrode) {
        return electrode == 0 ? 0 : traces[0].nodeCount();
    }

    /** Number of electrode nodes, both electrodes. */
    public int nodeCount() {
        return schur.numRows;
    }

    /** Number of nodes of the full mesh. */
    public int unknownCount() {
        return unknowns;
    }

    /** S itself, not a copy: not to be changed. */
    DMatrixRMaj schur() {
        return schur;
    }

    /**
     * Currents that enter the electrolyte through its electrode nodes, A per metre of depth.
     *
     * @param potentialsV one per electrode node
     */
    public double[] reactions(double[] potentialsV) {
        int n = nodeCount();
        if (potentialsV.length != n) {
            throw new InvalidInputException(potentialsV.length + " potentials for " + n + " electrode nodes");
        }
        double[] currents = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += schur.data[i * n + j] * potentialsV[j];
            }
            currents[i] = sum;
        }
        return currents;
    }

    /** σ_eff = I H/(W V) with perfect contact at both electrodes, S/m. */
    public double effectiveConductivitySPerM() {
        double[] potentials = new double[nodeCount()];
        Arrays.fill(potentials, 0, traces[0].nodeCount(), 1);
        double[] currents = reactions(potentials);
        double total = 0;
        for (int i = 0; i < traces[0].nodeCount(); i++) {
            total += currents[i];
        }
        return total * heightM() / widthM();
    }
}
