package org.grainflux.physics.transport;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.grainflux.core.NumericalFailureException;

/**
 * Solves designs of the contacts on one condensed structure: 1 V below, 0 V above. What does not depend on the design
 * is set up once; layers of equal thickness share their mesh and its condensation. Not safe for concurrent use.
 */
public final class InterfaceSolver {
    private final CondensedPolycrystal polycrystal;

    public InterfaceSolver(CondensedPolycrystal polycrystal) {
        this.polycrystal = polycrystal;
    }

    public CondensedPolycrystal polycrystal() {
        return polycrystal;
    }

    /**
     * @throws NumericalFailureException if the condensed system is not positive definite
     */
    public CellSolution solve(CellDesign design) {
        // 1. What each contact adds to the system, with lithium at 1 V and 0 V.
        ContactTerm[] terms = {termOf(0, design.contact(0)), termOf(1, design.contact(1))};
        // 2. Number the unknowns: perfect contact fixes nodes, a tied layer joins copies.
        int n = polycrystal.nodeCount();
        int[] unknownOfNode = new int[n];
        int unknowns = 0;
        for (int e = 0; e < 2; e++) {
            int[] local = terms[e].unknownOfNode();
            int first = polycrystal.firstNode(e);
            for (int i = 0; i < local.length; i++) {
                unknownOfNode[first + i] = local[i] < 0 ? -1 : unknowns + local[i];
            }
            unknowns += terms[e].unknownCount();
        }
        // 3. Assemble A = S + contacts and the load of the fixed nodes.
        double[] potentials = new double[n];
        for (int e = 0; e < 2; e++) {
            int first = polycrystal.firstNode(e);
            Arrays.fill(potentials, first, first + polycrystal.trace(e).nodeCount(), lithiumPotentialV(e));
        }
        if (unknowns > 0) {
            DMatrixRMaj matrix = new DMatrixRMaj(unknowns, unknowns);
            double[] load = new double[unknowns];
            addPolycrystal(matrix, load, unknownOfNode, potentials);
            int offset = 0;
            for (int e = 0; e < 2; e++) {
                terms[e].addTo(matrix, load, offset, lithiumPotentialV(e));
                offset += terms[e].unknownCount();
            }
            // 4. Solve.
            double[] solution = solve(matrix, load);
            for (int i = 0; i < n; i++) {
                if (unknownOfNode[i] >= 0) {
                    potentials[i] = solution[unknownOfNode[i]];
                }
            }
        }
        // 5. Currents from the reactions of the electrode nodes.
        return results(terms, potentials);
    }

    private static double lithiumPotentialV(int electrode) {
        return electrode == 0 ? 1 : 0;
    }

    private ContactTerm termOf(int electrode, ElectrodeContact contact) {
        return new DirectContactTerm(
                polycrystal.trace(electrode), ((ElectrodeContact.DirectContact) contact).resistance());
    }

    private void addPolycrystal(DMatrixRMaj matrix, double[] load, int[] unknownOfNode, double[] fixedPotentials) {
        int n = unknownOfNode.length;
        double[] s = polycrystal.schur().data;
        for (int i = 0; i < n; i++) {
            int row = unknownOfNode[i];
            if (row < 0) {
                continue;
            }
            int into = row * matrix.numCols;
            int from = i * n;
            for (int j = 0; j < n; j++) {
                int column = unknownOfNode[j];
                if (column >= 0) {
                    matrix.data[into + column] += s[from + j];
                } else {
                    load[row] -= s[from + j] * fixedPotentials[j];
                }
            }
        }
    }

    private static double[] solve(DMatrixRMaj matrix, double[] load) {
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(matrix.numRows);
        if (!solver.setA(matrix)) {
            throw new NumericalFailureException(
                    NumericalFailureException.Reason.NOT_POSITIVE_DEFINITE,
                    "the condensed cell of " + matrix.numRows
                            + " unknowns is not positive definite: part of the structure touches no electrode");
        }
        DMatrixRMaj solution = new DMatrixRMaj(load.length, 1);
        solver.solve(DMatrixRMaj.wrap(load.length, 1, load), solution);
        return solution.data;
    }

    private CellSolution results(ContactTerm[] terms, double[] potentials) {
        double[] reactions = polycrystal.reactions(potentials);
        double total = 0;
        for (int i = 0; i < polycrystal.trace(0).nodeCount(); i++) {
            total += reactions[i];
        }
        CellSolution.Electrode[] electrodes = new CellSolution.Electrode[2];
        for (int e = 0; e < 2; e++) {
            int first = polycrystal.firstNode(e);
            int last = first + polycrystal.trace(e).nodeCount();
            double[] surface = Arrays.copyOfRange(potentials, first, last);
            double[] currents = Arrays.copyOfRange(reactions, first, last);
            double lost = 0;
            for (int i = 0; i < currents.length; i++) {
                lost += currents[i] * (lithiumPotentialV(e) - surface[i]);
                // Currents run upwards at both electrodes, so those that enter the upper one change sign.
                currents[i] = e == 0 ? currents[i] : -currents[i];
            }
            electrodes[e] = terms[e].electrode(surface, currents, lithiumPotentialV(e), lost / total);
        }
        return new CellSolution(total / polycrystal.widthM(), electrodes[0], electrodes[1]);
    }
}
