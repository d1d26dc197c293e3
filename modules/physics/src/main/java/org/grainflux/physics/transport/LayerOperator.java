package org.grainflux.physics.transport;

import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.CsrPattern;
import org.grainflux.fem.solve.CondensedSystem;
import org.grainflux.fem.solve.SparseCholesky;

/**
 * A layer of given thickness at unit conductivity, condensed exactly to its first row (the points of the electrolyte's
 * surface) and its last one (lithium): T, (m + l) × (m + l). Conductivity only scales it, so every design of that
 * thickness shares it.
 */
final class LayerOperator {
    /** Window of the current whose maximum is followed through a layer. */
    static final double DEPTH_WINDOW_M = 200e-9;

    private final LayerMesh mesh;
    private final CondensedSystem system;

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
        system = SparseCholesky.condense(matrix, coordinates, 2, kept);
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
        return system.schur();
    }

    /** Potential of all nodes from those of surface points and lithium nodes. */
    double[] extend(double[] keptPotentials) {
        return system.extend(keptPotentials);
    }

    /**
     * Results of an electrode from the currents through all rows.
     *
     * @param rowCurrentsA upward currents, A per metre of depth: row 0 per electrode node of the electrolyte, later rows per
     *     node of the row
     */
    CellSolution.Electrode electrode(
            ElectrodeTrace trace, double[][] rowCurrentsA, double resistanceFraction, double[] surfacePotentialsV) {
        TraceCurrent[] currents = new TraceCurrent[rowCurrentsA.length];
        double[] depths = new double[rowCurrentsA.length];
        currents[0] = trace.current(rowCurrentsA[0]);
        for (int row = 1; row < currents.length; row++) {
            depths[row] = mesh.depthM(row);
            currents[row] = rowCurrent(trace, row, rowCurrentsA[row]);
        }
        return new CellSolution.Electrode(
                resistanceFraction,
                currents[currents.length - 1],
                currents[0],
                Optional.of(new DepthProfile(DEPTH_WINDOW_M, depths, currents)),
                surfacePotentialsV);
    }

    private TraceCurrent rowCurrent(ElectrodeTrace trace, int row, double[] currents) {
        int first = mesh.rowStart(row);
        int n = currents.length;
        double[] edges = new double[n + 1];
        for (int k = 0; k < n; k++) {
            double next = k + 1 < n ? mesh.xM(first + k + 1) : mesh.xM(first) + mesh.widthM();
            edges[k + 1] = 0.5 * (mesh.xM(first + k) + next);
        }
        edges[0] = edges[n] - mesh.widthM();
        // The field at depth z has no feature much shorter than z: rows finer than that resolve any window.
        boolean smooth = mesh.largestGapM(row) <= 0.5 * mesh.depthM(row);
        return new TraceCurrent(mesh.widthM(), edges, currents, smooth ? 0 : trace.resolvedWindowM(), trace.grains());
    }
}
