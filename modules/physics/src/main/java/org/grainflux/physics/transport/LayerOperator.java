package org.grainflux.physics.transport;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.CsrPattern;
import org.grainflux.fem.solve.DenseCholesky;
import org.grainflux.fem.solve.SparseCholesky;

/**
 * A layer of given thickness at unit conductivity, condensed exactly to its first row (the points of the electrolyte's
 * surface) and its last one (lithium): T, (m + l) × (m + l). Conductivity only scales it, so every design of that
 * thickness shares it.
 */
final class LayerOperator {
    private final LayerMesh mesh;
    private final DMatrixRMaj condensed;

    LayerOperator(ElectrodeTrace trace, double thicknessM) {
        mesh = new LayerMesh(trace, thicknessM);
        int triangles = mesh.triangleCount();
        int[] starts = new int[triangles + 1];
        int[] members = new int[3 * triangles];
        for (int t = 0; t < triangles; t++) {
            starts[t + 1] = 3 * (t + 1);
            for (int c = 0; c < 3; c++) {
                members[3 * t + c] = mesh.triangleNode(t, c);
            }
        }
        CsrMatrix matrix = new CsrMatrix(CsrPattern.ofCliques(mesh.nodeCount(), starts, members));
        for (int t = 0; t < triangles; t++) {
            matrix.addBlock(Arrays.copyOfRange(members, 3 * t, 3 * t + 3), mesh.block(t));
        }
        double[] coordinates = new double[2 * mesh.nodeCount()];
        for (int row = 0; row < mesh.rowCount(); row++) {
            for (int node = mesh.rowStart(row); node < mesh.rowEnd(row); node++) {
                coordinates[2 * node] = mesh.xM(node);
                coordinates[2 * node + 1] = mesh.depthM(row);
            }
        }
        int[] kept = new int[surfaceCount() + lithiumCount()];
        Arrays.setAll(kept, i -> i < surfaceCount() ? i : lithiumStart() + i - surfaceCount());
        condensed = SparseCholesky.condense(matrix, coordinates, 2, kept).schur();
    }

    double thicknessM() {
        return mesh.depthM(mesh.rowCount() - 1);
    }

    LayerMesh mesh() {
        return mesh;
    }

    /** m, number of points at the electrolyte. */
    int surfaceCount() {
        return mesh.rowEnd(0);
    }

    /** l, number of nodes at lithium. */
    int lithiumCount() {
        return mesh.rowEnd(mesh.rowCount() - 1) - lithiumStart();
    }

    private int lithiumStart() {
        return mesh.rowStart(mesh.rowCount() - 1);
    }

    /** T: surface points first, then lithium nodes. */
    DMatrixRMaj condensed() {
        return condensed;
    }

    /**
     * L = σ T_ss − σ T_sl (σ T_ll + G_1)⁻¹ σ T_ls of the points, with a lumped resistance R_1 at lithium eliminated.
     *
     * @param lithiumSideOhmM2 R_1; 0 leaves σ T_ss
     */
    double[][] matrix(double conductivitySPerM, double lithiumSideOhmM2) {
        int m = surfaceCount();
        int l = lithiumCount();
        double[] t = condensed().data;
        double[][] result = new double[m][m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                result[i][j] = conductivitySPerM * t[i * (m + l) + j];
            }
        }
        if (lithiumSideOhmM2 > 0) {
            DenseCholesky lithium = DenseCholesky.inPlace(lithiumMatrix(conductivitySPerM, lithiumSideOhmM2));
            double[][] half = new double[m][l];
            for (int i = 0; i < m; i++) {
                for (int k = 0; k < l; k++) {
                    half[i][k] = conductivitySPerM * t[i * (m + l) + m + k];
                }
                lithium.forwardInPlace(half[i]);
                for (int j = 0; j <= i; j++) {
                    result[i][j] -= LayerSurface.dot(half[i], half[j], 0, l);
                    result[j][i] = result[i][j];
                }
            }
        }
        return result;
    }

    /** σ T_ll + G_1. */
    private double[][] lithiumMatrix(double conductivitySPerM, double lithiumSideOhmM2) {
        int m = surfaceCount();
        int l = lithiumCount();
        double[] t = condensed().data;
        double[] lengths = mesh.dualLengths(mesh.rowCount() - 1);
        double[][] block = new double[l][l];
        for (int i = 0; i < l; i++) {
            for (int j = 0; j < l; j++) {
                block[i][j] = conductivitySPerM * t[(m + i) * (m + l) + m + j];
            }
            block[i][i] += lengths[i] / lithiumSideOhmM2;
        }
        return block;
    }
}
