package org.grainflux.physics.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.CsrPattern;
import org.grainflux.fem.algebra.JoinedMatrix;
import org.grainflux.fem.assembly.DiffusionOperator;

/**
 * The linear system of one design of a 3D cell while polycrystal, layers and contacts are added to it. The polycrystal is
 * assembled on the unknowns at once, so a cell without layers is never stored twice.
 */
final class CellSystem {
    /** In a numbering: this node has a given potential. */
    static final int FIXED = DiffusionOperator.GIVEN;

    /** On the unknowns already. */
    private CsrMatrix body;

    private final List<JoinedMatrix.Part> conductors = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();
    private final double[] loadA;

    private record Contact(int unknown, double conductanceS) {}

    CellSystem(int unknowns) {
        loadA = new double[unknowns];
    }

    /**
     * Adds the polycrystal; its fixed nodes load their neighbours.
     *
     * @param unknownOfNode one per node of the mesh, or {@link #FIXED}
     * @param potentialsV read at fixed nodes only
     */
    void add(DiffusionOperator polycrystal, int[] unknownOfNode, double[] potentialsV) {
        body = polycrystal.matrix(loadA.length, unknownOfNode, potentialsV, loadA);
    }

    /**
     * Adds a conductor; its fixed nodes load their neighbours.
     *
     * @param unknownOfNode one per row of the matrix, or {@link #FIXED}
     * @param potentialsV read at fixed nodes only
     */
    void add(CsrMatrix matrix, int[] unknownOfNode, double[] potentialsV) {
        conductors.add(new JoinedMatrix.Part(matrix, unknownOfNode));
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
        contacts.add(new Contact(unknown, conductanceS));
        loadA[unknown] += conductanceS * outsideV;
    }

    /** The whole, once: its parts are given up. */
    CsrMatrix matrix() {
        CsrMatrix matrix = conductors.isEmpty() ? body : JoinedMatrix.of(loadA.length, parts());
        body = null;
        conductors.clear();
        for (Contact contact : contacts) {
            matrix.add(contact.unknown, contact.unknown, contact.conductanceS);
        }
        return matrix;
    }

    private List<JoinedMatrix.Part> parts() {
        List<JoinedMatrix.Part> parts = new ArrayList<>();
        if (body != null) {
            int[] same = new int[loadA.length];
            Arrays.setAll(same, u -> u);
            parts.add(new JoinedMatrix.Part(body, same));
        }
        parts.addAll(conductors);
        return parts;
    }

    double[] load() {
        return loadA;
    }
}
