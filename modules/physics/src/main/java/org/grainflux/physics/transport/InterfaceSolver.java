package org.grainflux.physics.transport;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.solve.DenseCholesky;

/**
 * Solves designs of the contacts on one condensed 2D structure: 1 V below, 0 V above. What does not depend on the design
 * is set up once; layers of equal thickness share their mesh and its condensation. Not safe for concurrent use.
 */
public final class InterfaceSolver implements CellSolver {
    /** Bounds the memory of a sweep over thickness: an operator holds some megabytes. */
    private static final int LAYERS_KEPT = 8;

    private final CondensedPolycrystal polycrystal;
    private final List<Map<Double, LayerOperator>> layers = List.of(newCache(), newCache());

    public InterfaceSolver(CondensedPolycrystal polycrystal) {
        this.polycrystal = polycrystal;
    }

    public CondensedPolycrystal polycrystal() {
        return polycrystal;
    }

    @Override
    public CellSolution solve(CellDesign design) {
        return field(design).solution();
    }

    @Override
    public double effectiveConductivitySPerM() {
        return polycrystal.effectiveConductivitySPerM();
    }

    @Override
    public int unknownCount() {
        return polycrystal.unknownCount();
    }

    @Override
    public double backwardError() {
        return polycrystal.residual().backwardError();
    }

    @Override
    public double[] nodePotentialsV(CellSolution solution) {
        double[] lower = solution.lower().surfacePotentialsV();
        double[] upper = solution.upper().surfacePotentialsV();
        double[] surface = Arrays.copyOf(lower, lower.length + upper.length);
        System.arraycopy(upper, 0, surface, lower.length, upper.length);
        return polycrystal.extend(surface);
    }

    /** The solution with the potentials it was made of. */
    Field field(CellDesign design) {
        // 1. What each contact adds to the system, with lithium at 1 V and 0 V.
        return field(termOf(0, design.contact(0)), termOf(1, design.contact(1)));
    }

    /** The solution with contacts as they are given. */
    Field field(ContactTerm lower, ContactTerm upper) {
        ContactTerm[] terms = {lower, upper};
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
        DenseCholesky factor = null;
        if (unknowns > 0) {
            double[][] columns = new double[unknowns][unknowns];
            double[] load = new double[unknowns];
            addPolycrystal(columns, load, unknownOfNode, potentials);
            int offset = 0;
            for (int e = 0; e < 2; e++) {
                terms[e].addTo(columns, load, offset, lithiumPotentialV(e));
                offset += terms[e].unknownCount();
            }
            // 4. Solve.
            factor = DenseCholesky.inPlace(columns);
            factor.solveInPlace(load);
            for (int i = 0; i < n; i++) {
                if (unknownOfNode[i] >= 0) {
                    potentials[i] = load[unknownOfNode[i]];
                }
            }
        }
        // 5. Currents from the reactions of the electrode nodes.
        return new Field(results(terms, potentials), potentials, terms, unknownOfNode, factor);
    }

    /**
     * @param potentialsV one per electrode node of the electrolyte
     * @param unknownOfNode row of the factored system per electrode node, −1 where lithium fixes the potential
     * @param factor null when lithium fixes all of them
     */
    record Field(
            CellSolution solution,
            double[] potentialsV,
            ContactTerm[] terms,
            int[] unknownOfNode,
            DenseCholesky factor) {}

    private static Map<Double, LayerOperator> newCache() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Double, LayerOperator> eldest) {
                return size() > LAYERS_KEPT;
            }
        };
    }

    static double lithiumPotentialV(int electrode) {
        return electrode == 0 ? 1 : 0;
    }

    private ContactTerm termOf(int electrode, ElectrodeContact contact) {
        ElectrodeTrace trace = polycrystal.trace(electrode);
        if (contact instanceof ElectrodeContact.DirectContact direct) {
            return new DirectContactTerm(trace, direct.resistance());
        }
        if (contact instanceof ElectrodeContact.DiscContact) {
            throw new InvalidInputException("discs of contact belong to a volume; the spots of a plane are strips");
        }
        ElectrodeContact.IonicLayer layer = (ElectrodeContact.IonicLayer) contact;
        return LayerTerm.meshed(trace, layerOperator(electrode, layer.thicknessM()), layer);
    }

    LayerOperator layerOperator(int electrode, double thicknessM) {
        return layers.get(electrode)
                .computeIfAbsent(thicknessM, t -> new LayerOperator(polycrystal.trace(electrode), t));
    }

    private void addPolycrystal(double[][] columns, double[] load, int[] unknownOfNode, double[] fixedPotentials) {
        int n = unknownOfNode.length;
        double[] s = polycrystal.schur().data;
        for (int j = 0; j < n; j++) {
            int column = unknownOfNode[j];
            if (column < 0) {
                continue;
            }
            double[] into = columns[column];
            int from = j * n;
            for (int i = 0; i < n; i++) {
                int row = unknownOfNode[i];
                if (row >= column) {
                    into[row] += s[from + i];
                } else if (row < 0) {
                    load[column] -= s[from + i] * fixedPotentials[i];
                }
            }
        }
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
