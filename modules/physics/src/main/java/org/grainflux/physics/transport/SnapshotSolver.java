package org.grainflux.physics.transport;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.ToDoubleFunction;

/**
 * Solutions of a family's designs with the exact operator of their layers, and cheap steps towards others: the factor of a
 * design, made once, turns the residual of any related one into a correction of its reduced solution. Where the two
 * designs differ by a factor of a few, that direction serves a reduced space about as well as the solution itself, for two
 * triangular solves in place of a factorisation.
 */
final class SnapshotSolver {
    /** Factors kept, the latest ones: each holds a dense matrix of all electrode nodes. */
    private static final int KEPT = 4;

    private final InterfaceSolver solver;
    private final CondensedPolycrystal polycrystal;
    private final SurfaceOperator[] operators;
    private final Deque<Factored> kept = new ArrayDeque<>();

    /** @param operators of the lower and upper trace; null where the family has no layer */
    SnapshotSolver(InterfaceSolver solver, SurfaceOperator[] operators) {
        this.solver = solver;
        this.polycrystal = solver.polycrystal();
        this.operators = operators;
    }

    /** Solves a design and keeps its factor for corrections. */
    InterfaceSolver.Field solve(CellDesign design) {
        ContactTerm[] terms = new ContactTerm[2];
        for (int e = 0; e < 2; e++) {
            ElectrodeTrace trace = polycrystal.trace(e);
            terms[e] = design.contact(e) instanceof ElectrodeContact.IonicLayer layer
                    ? LayerTerm.exact(trace, operators[e], layer)
                    : new DirectContactTerm(trace, ((ElectrodeContact.DirectContact) design.contact(e)).resistance());
        }
        InterfaceSolver.Field field = solver.field(terms[0], terms[1]);
        if (kept.size() == KEPT) {
            kept.removeFirst();
        }
        kept.addLast(new Factored(design, field));
        return field;
    }

    /** Potentials of a solution against the lithium of each electrode. */
    ElectrodeVector[] potentials(InterfaceSolver.Field field) {
        ElectrodeVector[] result = new ElectrodeVector[2];
        for (int e = 0; e < 2; e++) {
            double lithium = InterfaceSolver.lithiumPotentialV(e);
            double[] nodes = ofElectrode(e, field.potentialsV());
            double[] points = field.terms()[e].layerPotentials(nodes, lithium);
            Arrays.setAll(nodes, i -> nodes[i] - lithium);
            Arrays.setAll(points, i -> points[i] - lithium);
            result[e] = new ElectrodeVector(nodes, points);
        }
        return result;
    }

    /**
     * The correction of an approximate solution, by the kept factor that stands best for its design.
     *
     * @param residual of the approximate solution
     * @param likeness of the matrices of a kept design and of the one at hand, 1 where they are equal
     */
    ElectrodeVector[] correction(ElectrodeVector[] residual, ToDoubleFunction<CellDesign> likeness) {
        Factored best = kept.getLast();
        double largest = 0;
        for (Factored factored : kept) {
            double own = likeness.applyAsDouble(factored.design());
            if (own > largest) {
                largest = own;
                best = factored;
            }
        }
        return solve(best.field(), residual);
    }

    private ElectrodeVector[] solve(InterfaceSolver.Field field, ElectrodeVector[] currents) {
        double[] unknowns = new double[field.factor().size()];
        int[] unknownOfNode = field.unknownOfNode();
        int offset = 0;
        for (int e = 0; e < 2; e++) {
            ContactTerm term = field.terms()[e];
            int first = polycrystal.firstNode(e);
            if (term instanceof LayerTerm layer) {
                double[] loads = layer.surface().condensed(currents[e].nodes(), currents[e].points());
                System.arraycopy(loads, 0, unknowns, offset, loads.length);
            } else {
                for (int i = 0; i < currents[e].nodes().length; i++) {
                    if (unknownOfNode[first + i] >= 0) {
                        unknowns[unknownOfNode[first + i]] = currents[e].nodes()[i];
                    }
                }
            }
            offset += term.unknownCount();
        }
        field.factor().solveInPlace(unknowns);
        double[] all = new double[polycrystal.nodeCount()];
        Arrays.setAll(all, i -> unknownOfNode[i] < 0 ? 0 : unknowns[unknownOfNode[i]]);
        ElectrodeVector[] result = new ElectrodeVector[2];
        for (int e = 0; e < 2; e++) {
            double[] nodes = ofElectrode(e, all);
            double[] points = field.terms()[e] instanceof LayerTerm layer
                    ? layer.surface().points(nodes, currents[e].points())
                    : null;
            result[e] = new ElectrodeVector(nodes, points);
        }
        return result;
    }

    private double[] ofElectrode(int electrode, double[] all) {
        int first = polycrystal.firstNode(electrode);
        return Arrays.copyOfRange(
                all, first, first + polycrystal.trace(electrode).nodeCount());
    }

    /** A solved design with its factor. */
    private record Factored(CellDesign design, InterfaceSolver.Field field) {}
}
