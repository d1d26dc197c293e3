package org.grainflux.physics.transport;

import java.util.Arrays;
import org.grainflux.fem.solve.DenseCholesky;

/**
 * An ionic layer on its own mesh. With σ T from {@link LayerOperator}, a lumped resistance R_1 at lithium is eliminated to
 * the matrix of its surface, see {@link LayerSurface}.
 */
final class LayerTerm implements ContactTerm {
    private final ElectrodeTrace trace;
    private final LayerOperator operator;
    private final double conductivity;
    private final double[] lithiumConductances;
    private final DenseCholesky lithiumBlock;
    private final LayerSurface surface;

    LayerTerm(ElectrodeTrace trace, LayerOperator operator, ElectrodeContact.IonicLayer contact) {
        this.trace = trace;
        this.operator = operator;
        this.conductivity = contact.conductivitySPerM();
        LayerMesh mesh = operator.mesh();
        if (contact.lithiumSideOhmM2() > 0) {
            lithiumConductances = mesh.dualLengths(mesh.rowCount() - 1);
            for (int k = 0; k < lithiumConductances.length; k++) {
                lithiumConductances[k] /= contact.lithiumSideOhmM2();
            }
            lithiumBlock = DenseCholesky.inPlace(lithiumMatrix());
        } else {
            lithiumConductances = null;
            lithiumBlock = null;
        }
        surface = new LayerSurface(trace, layerMatrix(), contact.electrolyteSideOhmM2());
    }

    /** σ T_ll + G_1. */
    private double[][] lithiumMatrix() {
        int m = operator.surfaceCount();
        int l = operator.lithiumCount();
        double[] t = operator.condensed().data;
        double[][] block = new double[l][l];
        for (int i = 0; i < l; i++) {
            for (int j = 0; j < l; j++) {
                block[i][j] = conductivity * t[(m + i) * (m + l) + m + j];
            }
            block[i][i] += lithiumConductances[i];
        }
        return block;
    }

    /** L = σ T_ss − σ T_sl (σ T_ll + G_1)⁻¹ σ T_ls. */
    private double[][] layerMatrix() {
        int m = operator.surfaceCount();
        int l = operator.lithiumCount();
        double[] t = operator.condensed().data;
        double[][] result = new double[m][m];
        double[][] half = new double[m][];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                result[i][j] = conductivity * t[i * (m + l) + j];
            }
            if (lithiumBlock != null) {
                half[i] = coupling(i);
                lithiumBlock.forwardInPlace(half[i]);
            }
        }
        if (lithiumBlock != null) {
            for (int i = 0; i < m; i++) {
                for (int j = 0; j <= i; j++) {
                    result[i][j] -= LayerSurface.dot(half[i], half[j], 0, l);
                    result[j][i] = result[i][j];
                }
            }
        }
        return result;
    }

    /** Row of σ T_sl. */
    private double[] coupling(int point) {
        int m = operator.surfaceCount();
        int l = operator.lithiumCount();
        double[] row = new double[l];
        for (int k = 0; k < l; k++) {
            row[k] = conductivity * operator.condensed().data[point * (m + l) + m + k];
        }
        return row;
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
        double[] potentials = layerPotentials(surfacePotentialsV, lithiumPotentialV);
        LayerMesh mesh = operator.mesh();
        double upward = lithiumPotentialV > 0.5 ? conductivity : -conductivity;
        double[][] rowCurrents = new double[mesh.rowCount()][];
        rowCurrents[0] = upwardCurrentsA;
        for (int row = 1; row < rowCurrents.length; row++) {
            // What enters the strip before a row through that row comes from lithium.
            rowCurrents[row] = mesh.stripReactions(row - 1, row, potentials);
            for (int k = 0; k < rowCurrents[row].length; k++) {
                rowCurrents[row][k] *= upward;
            }
        }
        return operator.electrode(trace, rowCurrents, resistanceFraction, surfacePotentialsV);
    }

    /** Potential of every node of the layer's mesh. */
    @Override
    public double[] layerPotentials(double[] surfacePotentialsV, double lithiumPotentialV) {
        int m = operator.surfaceCount();
        int l = operator.lithiumCount();
        double[] kept = Arrays.copyOf(surface.pointPotentials(surfacePotentialsV, lithiumPotentialV), m + l);
        double[] lithium = new double[l];
        if (lithiumBlock == null) {
            Arrays.fill(lithium, lithiumPotentialV);
        } else {
            for (int k = 0; k < l; k++) {
                lithium[k] = lithiumConductances[k] * lithiumPotentialV;
            }
            for (int p = 0; p < m; p++) {
                double[] row = coupling(p);
                for (int k = 0; k < l; k++) {
                    lithium[k] -= row[k] * kept[p];
                }
            }
            lithiumBlock.solveInPlace(lithium);
        }
        System.arraycopy(lithium, 0, kept, m, l);
        return operator.extend(kept);
    }
}
