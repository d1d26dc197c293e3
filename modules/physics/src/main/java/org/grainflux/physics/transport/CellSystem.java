package org.grainflux.physics.transport;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.CsrPattern;
import org.grainflux.fem.algebra.JoinedMatrix;

/** The linear system of one design of a 3D cell while polycrystal, layers and contacts are added to it. */
final class CellSystem {
    /** In a numbering: this node has a given potential. */
    static final int FIXED = -1;

    private final List<JoinedMatrix.Part> parts = new ArrayList<>();
    private final double[] diagonalS;
    private final double[] loadA;

    CellSystem(int unknowns) {
        diagonalS = new double[unknowns];
        loadA = new double[unknowns];
    }

    /**
     * Adds a conductor; its fixed nodes load their neighbours.
     *
     * @param unknownOfNode one per row of the matrix, or {@link #FIXED}
     * @param potentialsV read at fixed nodes only
     */
    void add(CsrMatrix matrix, int[] unknownOfNode, double[] potentialsV) {
        parts.add(new JoinedMatrix.Part(matrix, unknownOfNode));
        CsrPattern pattern = matrix.pattern();
        for (int node = 0; node < unknownOfNode.length; node++) {
            if (unknownOfNode[node] == FIXED) {
                for (int e = pattern.rowStart(node); e < pattern.rowEnd(node); e++) {
                    int unknown = unknownOfNode[pattern.column(e)];
                    if (unknown != FIXED) {
                        loadA[unknown] -= matrix.value(e) * potentialsV[node];
                    }
                }
            }
        }
    }

    /** Joins an unknown to a given potential by a conductance. */
    void addContact(int unknown, double conductanceS, double outsideV) {
        diagonalS[unknown] += conductanceS;
        loadA[unknown] += conductanceS * outsideV;
    }

    CsrMatrix matrix() {
        CsrMatrix matrix = JoinedMatrix.of(diagonalS.length, parts);
        for (int u = 0; u < diagonalS.length; u++) {
            if (diagonalS[u] != 0) {
                matrix.add(u, u, diagonalS[u]);
            }
        }
        return matrix;
    }

    double[] load() {
        return loadA;
    }
}
