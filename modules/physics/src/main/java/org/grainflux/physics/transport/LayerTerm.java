package org.grainflux.physics.transport;

import java.util.Arrays;
import org.grainflux.fem.solve.DenseCholesky;

/**
 * An ionic layer seen from the electrolyte. With σ T from {@link LayerOperator}, a lumped resistance R_1 at lithium is
 * eliminated to L (points × points), the current into the electrolyte at potential ψ of the points being L (φ_Li − ψ).
 * With R_2 = 0 the copies of a point share the potential ψ and the unknowns are points; with R_2 &gt; 0 each copy i couples to
 * its point by g_i and ψ is eliminated: with Z = (L + G)⁻¹, the matrix D − C Z Cᵀ acts on the copies.
 */
final class LayerTerm implements ContactTerm {
    private final ElectrodeTrace trace;
    private final LayerOperator operator;
    private final double conductivity;
    private final double[] lithiumConductances;
    private final DenseCholesky lithiumBlock;
    private final double[] copyConductances;
    private final double[][] layer;
    private final double[] layerLoad;
    /** Z, by columns; null when the copies are tied. */
    private final double[][] inverse;

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
        layer = layerMatrix();
        layerLoad = new double[layer.length];
        for (int p = 0; p < layer.length; p++) {
            // A constant potential drives no current, so the load by 1 V at lithium is the row sum.
            layerLoad[p] = Arrays.stream(layer[p]).sum();
        }
        if (contact.electrolyteSideOhmM2() > 0) {
            ResistanceProfile resistance = ResistanceProfile.uniform(contact.electrolyteSideOhmM2());
            copyConductances = DirectContactTerm.nodeConductances(trace, resistance);
            inverse = pointInverse();
        } else {
            copyConductances = null;
            inverse = null;
        }
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
                    result[i][j] -= dot(half[i], half[j], 0, l);
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

    private double[][] pointInverse() {
        int m = layer.length;
        double[][] sum = new double[m][];
        for (int p = 0; p < m; p++) {
            sum[p] = layer[p].clone();
        }
        for (int i = 0; i < copyConductances.length; i++) {
            sum[trace.pointOfNode(i)][trace.pointOfNode(i)] += copyConductances[i];
        }
        DenseCholesky cholesky = DenseCholesky.inPlace(sum);
        // Z = L⁻ᵀ L⁻¹ from the columns of L⁻¹, which are zero above the diagonal: a third of the work of m solves.
        double[][] half = new double[m][m];
        for (int p = 0; p < m; p++) {
            half[p][p] = 1;
            cholesky.forwardInPlace(half[p], p);
        }
        double[][] result = new double[m][m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= i; j++) {
                result[i][j] = dot(half[i], half[j], i, m);
                result[j][i] = result[i][j];
            }
        }
        return result;
    }

    @Override
    public int unknownCount() {
        return inverse == null ? trace.pointCount() : trace.nodeCount();
    }

    @Override
    public int[] unknownOfNode() {
        int[] unknown = new int[trace.nodeCount()];
        Arrays.setAll(unknown, i -> inverse == null ? trace.pointOfNode(i) : i);
        return unknown;
    }

    @Override
    public void addTo(double[][] columns, double[] load, int offset, double lithiumPotentialV) {
        if (inverse == null) {
            for (int j = 0; j < layer.length; j++) {
                for (int i = j; i < layer.length; i++) {
                    columns[offset + j][offset + i] += layer[j][i];
                }
                load[offset + j] += layerLoad[j] * lithiumPotentialV;
            }
            return;
        }
        for (int j = 0; j < copyConductances.length; j++) {
            double[] z = inverse[trace.pointOfNode(j)];
            double g = copyConductances[j];
            for (int i = j; i < copyConductances.length; i++) {
                columns[offset + j][offset + i] -= g * z[trace.pointOfNode(i)] * copyConductances[i];
            }
            columns[offset + j][offset + j] += g;
            load[offset + j] += g * dot(z, layerLoad) * lithiumPotentialV;
        }
    }

    private static double dot(double[] a, double[] b) {
        return dot(a, b, 0, a.length);
    }

    /** Four partial sums in a fixed order: faster than one and as repeatable. */
    private static double dot(double[] a, double[] b, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = from;
        for (; k + 4 <= to; k += 4) {
            s0 += a[k] * b[k];
            s1 += a[k + 1] * b[k + 1];
            s2 += a[k + 2] * b[k + 2];
            s3 += a[k + 3] * b[k + 3];
        }
        for (; k < to; k++) {
            s0 += a[k] * b[k];
        }
        return (s0 + s1) + (s2 + s3);
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
        double[] kept = new double[m + l];
        if (inverse == null) {
            for (int i = 0; i < surfacePotentialsV.length; i++) {
                kept[trace.pointOfNode(i)] = surfacePotentialsV[i];
            }
        } else {
            double[] load = new double[m];
            for (int p = 0; p < m; p++) {
                load[p] = layerLoad[p] * lithiumPotentialV;
            }
            for (int i = 0; i < surfacePotentialsV.length; i++) {
                load[trace.pointOfNode(i)] += copyConductances[i] * surfacePotentialsV[i];
            }
            for (int p = 0; p < m; p++) {
                kept[p] = dot(inverse[p], load);
            }
        }
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
