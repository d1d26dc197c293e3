package org.grainflux.physics.transport;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.Residual;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.solve.CondensedSystem;
import org.grainflux.fem.solve.EliminationPlan;
import org.grainflux.fem.solve.SparseCholesky;

/**
 * A 2D polycrystal reduced exactly to the nodes of its two electrodes: their potentials φ and the currents f that enter
 * the electrolyte through them obey f = S φ, with S the Schur complement of the stiffness matrix (nodes × nodes,
 * symmetric, row sums zero). Nodes are ordered by electrode (0 lower, 1 upper), then as in {@link ElectrodeTrace}.
 */
public final class CondensedPolycrystal {
    private final double[] sizeM;
    private final ElectrodeTrace[] traces;
    private final DMatrixRMaj schur;
    private final int unknowns;
    private final CsrMatrix matrix;
    private final CondensedSystem factor;

    private CondensedPolycrystal(
            double[] sizeM, ElectrodeTrace[] traces, CsrMatrix matrix, DMatrixRMaj schur, CondensedSystem factor) {
        this.sizeM = sizeM.clone();
        this.traces = traces;
        this.schur = schur;
        this.unknowns = matrix.rows();
        this.matrix = factor == null ? null : matrix;
        this.factor = factor;
    }

    /**
     * Assembles and condenses a structure, and forgets the factor: only S and the traces stay.
     *
     * @param mesh 2D; border facets tagged 0 (lower electrode) and 1 (upper electrode), interface facets tagged by
     *     boundary
     * @param sizeM edge lengths of the cell, one per axis, the last from electrode to electrode
     * @param regionTensorsSPerM σ_g per region: dimension × dimension, row-major, symmetric
     * @param boundaryResistanceOhmM2 R_gb per interface tag, &gt; 0
     * @param boundaryTangentialS tangential conductance δσ_t per interface tag, S; null for none
     * @throws NumericalFailureException if a part of the structure touches no electrode
     */
    public static CondensedPolycrystal of(
            SimplexMesh mesh,
            double[] sizeM,
            double[][] regionTensorsSPerM,
            double[] boundaryResistanceOhmM2,
            double[] boundaryTangentialS) {
        return of(mesh, sizeM, regionTensorsSPerM, boundaryResistanceOhmM2, boundaryTangentialS, false);
    }

    /** As above; keeps the factor, so that {@link #extend} recovers the potential everywhere. */
    public static CondensedPolycrystal withField(
            SimplexMesh mesh,
            double[] sizeM,
            double[][] regionTensorsSPerM,
            double[] boundaryResistanceOhmM2,
            double[] boundaryTangentialS) {
        return of(mesh, sizeM, regionTensorsSPerM, boundaryResistanceOhmM2, boundaryTangentialS, true);
    }

    private static CondensedPolycrystal of(
            SimplexMesh mesh,
            double[] sizeM,
            double[][] regionTensorsSPerM,
            double[] boundaryResistanceOhmM2,
            double[] boundaryTangentialS,
            boolean keepFactor) {
        AssembledPolycrystal assembled =
                AssembledPolycrystal.of(mesh, sizeM, regionTensorsSPerM, boundaryResistanceOhmM2, boundaryTangentialS);
        return keepFactor ? withField(assembled) : withoutField(assembled);
    }

    /** Condenses an assembled structure and keeps the factor. */
    public static CondensedPolycrystal withField(AssembledPolycrystal assembled) {
        ElectrodeTrace[] traces = traces(assembled);
        CondensedSystem factor =
                SparseCholesky.condense(assembled.matrix(), eliminationPlan(assembled, electrodeNodes(traces)));
        return new CondensedPolycrystal(assembled.sizeM(), traces, assembled.matrix(), factor.schur(), factor);
    }

    private static CondensedPolycrystal withoutField(AssembledPolycrystal assembled) {
        ElectrodeTrace[] traces = traces(assembled);
        DMatrixRMaj schur =
                SparseCholesky.schurComplement(assembled.matrix(), eliminationPlan(assembled, electrodeNodes(traces)));
        return new CondensedPolycrystal(assembled.sizeM(), traces, assembled.matrix(), schur, null);
    }

    private static ElectrodeTrace[] traces(AssembledPolycrystal assembled) {
        return new ElectrodeTrace[] {assembled.trace(0), assembled.trace(1)};
    }

    /** Mesh nodes of the lower, then of the upper electrode. */
    static int[] electrodeNodes(ElectrodeTrace[] traces) {
        int lower = traces[0].nodeCount();
        int[] nodes = new int[lower + traces[1].nodeCount()];
        Arrays.setAll(nodes, i -> i < lower ? traces[0].meshNode(i) : traces[1].meshNode(i - lower));
        return nodes;
    }

    /** The order of elimination, these mesh nodes kept to the end. */
    static EliminationPlan eliminationPlan(AssembledPolycrystal assembled, int[] kept) {
        return EliminationPlan.of(assembled.matrix().pattern(), assembled.mesh(), kept);
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
        return reactions(schur, potentialsV);
    }

    /** S φ, in the order of S. */
    static double[] reactions(DMatrixRMaj schur, double[] potentialsV) {
        int n = schur.numRows;
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

    /** As above for potentials at one electrode and 0 V at the other. */
    double[] reactions(int electrode, double[] potentialsV) {
        int n = nodeCount();
        int first = firstNode(electrode);
        double[] own = new double[n];
        System.arraycopy(potentialsV, 0, own, first, potentialsV.length);
        double[] currents = new double[n];
        for (int i = 0; i < n; i++) {
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            int row = i * n;
            int j = first;
            for (; j + 4 <= first + potentialsV.length; j += 4) {
                s0 += schur.data[row + j] * own[j];
                s1 += schur.data[row + j + 1] * own[j + 1];
                s2 += schur.data[row + j + 2] * own[j + 2];
                s3 += schur.data[row + j + 3] * own[j + 3];
            }
            for (; j < first + potentialsV.length; j++) {
                s0 += schur.data[row + j] * own[j];
            }
            currents[i] = (s0 + s1) + (s2 + s3);
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

    /** Whether the factor was kept and {@link #extend} can be asked. */
    public boolean hasField() {
        return factor != null;
    }

    /**
     * Potential of every mesh node, V.
     *
     * @param potentialsV one per electrode node
     */
    public double[] extend(double[] potentialsV) {
        requireField();
        return factor.extend(potentialsV);
    }

    /** True residual of the field under perfect contact, afresh from the matrix. */
    public Residual residual() {
        requireField();
        double[] potentials = new double[nodeCount()];
        Arrays.fill(potentials, 0, traces[0].nodeCount(), 1);
        int[] kept = new int[nodeCount()];
        for (int i = 0; i < kept.length; i++) {
            int e = i < firstNode(1) ? 0 : 1;
            kept[i] = traces[e].meshNode(i - firstNode(e));
        }
        return Residual.of(matrix, extend(potentials), new double[unknowns], kept);
    }

    private void requireField() {
        if (factor == null) {
            throw new IllegalStateException("the factor was not kept: condense with withField");
        }
    }
}
