package org.grainflux.physics.transport;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Where lithium touches a condensed electrolyte: the nodes of both electrodes first, each one contact, then the faces of flaws.
 *
 * @param schur S over all nodes
 * @param node of each contact
 * @param lengthM of interface that belongs to each contact
 * @param electrode whose lithium it is, per contact
 * @param flaw of each contact; −1 at electrodes
 * @param flawElectrodes electrode of each flaw
 */
record CellContacts(
        DMatrixRMaj schur,
        ElectrodeTrace[] traces,
        double widthM,
        int[] node,
        double[] lengthM,
        int[] electrode,
        int[] flaw,
        int[] flawElectrodes) {

    static CellContacts of(CondensedPolycrystal polycrystal) {
        ElectrodeTrace[] traces = {polycrystal.trace(0), polycrystal.trace(1)};
        return atElectrodes(polycrystal.schur(), traces, polycrystal.widthM(), 0, new int[0]);
    }

    static CellContacts of(FlawedPolycrystal polycrystal) {
        ElectrodeTrace[] traces = {polycrystal.trace(0), polycrystal.trace(1)};
        int[] flawElectrodes = polycrystal.flaws().stream()
                .mapToInt(FlawedPolycrystal.Flaw::electrode)
                .toArray();
        CellContacts contacts = atElectrodes(
                polycrystal.schur(), traces, polycrystal.widthM(), polycrystal.faceCount(), flawElectrodes);
        int first = contacts.electrodeContacts();
        for (int k = 0; k < polycrystal.faceCount(); k++) {
            contacts.node[first + k] = polycrystal.nodeOfFace(k);
            contacts.lengthM[first + k] = polycrystal.faceLengthM(k);
            contacts.flaw[first + k] = polycrystal.flawOfFace(k);
            contacts.electrode[first + k] = flawElectrodes[polycrystal.flawOfFace(k)];
        }
        return contacts;
    }

    private static CellContacts atElectrodes(
            DMatrixRMaj schur, ElectrodeTrace[] traces, double widthM, int faces, int[] flawElectrodes) {
        int lower = traces[0].nodeCount();
        int electrodeNodes = lower + traces[1].nodeCount();
        int[] node = new int[electrodeNodes + faces];
        double[] lengthM = new double[node.length];
        int[] electrode = new int[node.length];
        int[] flaw = new int[node.length];
        Arrays.fill(flaw, -1);
        Arrays.setAll(node, c -> c);
        Arrays.setAll(electrode, c -> c < lower ? 0 : 1);
        for (int e = 0; e < 2; e++) {
            double[] ofElectrode = DirectContactTerm.nodeConductances(traces[e], ResistanceProfile.uniform(1));
            System.arraycopy(ofElectrode, 0, lengthM, e * lower, ofElectrode.length);
        }
        return new CellContacts(schur, traces, widthM, node, lengthM, electrode, flaw, flawElectrodes);
    }

    int nodeCount() {
        return schur.numRows;
    }

    int count() {
        return node.length;
    }

    /** Contacts of the electrodes, which are their nodes; those of flaws come after them. */
    int electrodeContacts() {
        return firstContact(1) + traces[1].nodeCount();
    }

    int firstContact(int electrode) {
        return electrode == 0 ? 0 : traces[0].nodeCount();
    }

    /** S φ. */
    double[] reactions(double[] potentialsV) {
        return CondensedPolycrystal.reactions(schur, potentialsV);
    }

    /** Potential of each node whose lithium is that of the lower electrode, and of each other one. */
    double[] potentials(double lowerV, double upperV) {
        double[] potentials = new double[nodeCount()];
        for (int c = 0; c < node.length; c++) {
            potentials[node[c]] = electrode[c] == 0 ? lowerV : upperV;
        }
        return potentials;
    }

    /** Current between the lithium electrodes per volt when every contact is perfect, S/m. */
    double perfectConductanceSPerM() {
        double[] potentials = potentials(1, 0);
        double[] reactions = reactions(potentials);
        double sum = 0;
        for (int i = 0; i < reactions.length; i++) {
            sum += potentials[i] * reactions[i];
        }
        return sum;
    }
}
