package org.grainflux.physics.transport;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.Residual;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.solve.LinearSolver;

/**
 * Solves designs of the contacts on one 3D structure, 1 V below and 0 V above, each on the whole mesh: with 10⁴ to 10⁵
 * electrode nodes a dense condensation as in the plane ({@link CondensedPolycrystal}) would not fit. Currents are
 * variational reactions of the electrode nodes, one per grain at a boundary trace. A design gives the same bits whatever
 * was solved before it. Not safe for concurrent use.
 */
public final class IterativeCellSolver implements CellSolver {
    private static final CellDesign PERFECT = CellDesign.symmetric(ElectrodeContact.perfect());
    private static final int LAYERS_KEPT = 2;

    /**
     * Backward error of a row that is good enough: near the electrode at 0 V it is about the share of a node's current that
     * is not conserved.
     */
    private static final double WORST_ROW = 3e-7;

    private static final double TIGHTENED = 0.1;
    private static final int TIGHTER_SOLVES = 2;

    private final AssembledPolycrystal polycrystal;
    private final double[] sizeM;
    private final ResolvedSurface[] electrodes = new ResolvedSurface[2];
    private final Function<CsrMatrix, LinearSolver> solverOf;
    private final double relativeTolerance;
    private final List<Map<Double, LayerPrisms>> layers = List.of(newCache(), newCache());
    /** Between perfect contacts, kept: every study asks for it. */
    private Solved perfect;

    /**
     * @param polycrystal of a 3D mesh with border facets tagged 0 and 1 at the electrodes
     * @param solverOf makes a solver ready for a matrix
     * @param relativeTolerance of the residual over the load
     */
    public IterativeCellSolver(
            AssembledPolycrystal polycrystal, Function<CsrMatrix, LinearSolver> solverOf, double relativeTolerance) {
        if (polycrystal.mesh().dimension() != 3) {
            throw new InvalidInputException("cells are solved on their whole mesh in dimension 3, got dimension "
                    + polycrystal.mesh().dimension() + "; condense a plane one");
        }
        this.polycrystal = polycrystal;
        this.sizeM = polycrystal.sizeM();
        this.solverOf = solverOf;
        this.relativeTolerance = relativeTolerance;
        for (int e = 0; e < 2; e++) {
            electrodes[e] = ResolvedSurface.of(ElectrodeSurface.of(polycrystal.mesh(), e, sizeM));
        }
    }

    private static Map<Double, LayerPrisms> newCache() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Double, LayerPrisms> eldest) {
                return size() > LAYERS_KEPT;
            }
        };
    }

    @Override
    public CellSolution solve(CellDesign design) {
        return design.equals(PERFECT) ? perfect().solution : solved(design).solution();
    }

    /** A solution and its largest backward error, row by row. */
    private record Solved(CellSolution solution, double backwardError) {}

    private Solved solved(CellDesign design) {
        // 1. What each contact adds.
        SurfaceContact[] contacts = {contactOf(0, design.lower()), contactOf(1, design.upper())};
        // 2. Number the unknowns: perfect contact fixes nodes, a tied layer joins copies.
        int[] unknownOfNode = numbering(contacts);
        int nodes = 1 + Arrays.stream(unknownOfNode).max().orElse(-1);
        int[] firstOwn = {nodes, nodes + contacts[0].ownUnknowns()};
        // 3. Assemble and solve.
        CellSystem system = new CellSystem(firstOwn[1] + contacts[1].ownUnknowns());
        double[] potentials = guess();
        system.add(polycrystal.operator(), unknownOfNode, potentials);
        for (int e = 0; e < 2; e++) {
            contacts[e].addTo(system, unknownOfNode, firstOwn[e], lithiumPotentialV(e));
        }
        double[] solution = new double[system.load().length];
        Arrays.fill(solution, firstOwn[0], firstOwn[1], lithiumPotentialV(0));
        scatter(potentials, unknownOfNode, solution);
        double backwardError = solve(system, solution);
        gather(solution, unknownOfNode, potentials);
        // 4. Currents from the reactions of the electrode nodes.
        return new Solved(results(contacts, potentials, solution), backwardError);
    }

    /**
     * The worst row of a large mesh lags behind the norm, so the tolerance is tightened until it follows.
     *
     * @return largest backward error over the rows, from the true residual
     */
    private double solve(CellSystem system, double[] solution) {
        CsrMatrix matrix = system.matrix();
        LinearSolver solver = solverOf.apply(matrix);
        double tolerance = relativeTolerance;
        solver.solve(system.load(), solution, tolerance);
        double worst = Residual.of(matrix, solution, system.load()).backwardError();
        for (int more = 0; more < TIGHTER_SOLVES && worst > WORST_ROW; more++) {
            tolerance *= TIGHTENED;
            solver.solve(system.load(), solution, tolerance);
            worst = Residual.of(matrix, solution, system.load()).backwardError();
        }
        return worst;
    }

    private SurfaceContact contactOf(int electrode, ElectrodeContact contact) {
        if (contact instanceof ElectrodeContact.DirectContact direct) {
            return DirectSurfaceContact.strips(electrodes[electrode], direct.resistance());
        }
        if (contact instanceof ElectrodeContact.DiscContact discs) {
            return DirectSurfaceContact.discs(electrodes[electrode], discs);
        }
        ElectrodeContact.IonicLayer layer = (ElectrodeContact.IonicLayer) contact;
        LayerPrisms prisms = layers.get(electrode)
                .computeIfAbsent(layer.thicknessM(), t -> new LayerPrisms(electrodes[electrode].surface(), t));
        return new LayerSurfaceContact(electrodes[electrode], prisms, layer);
    }

    private int[] numbering(SurfaceContact... contacts) {
        int[] leader = new int[polycrystal.unknownCount()];
        Arrays.setAll(leader, i -> i);
        for (SurfaceContact contact : contacts) {
            contact.lead(leader);
        }
        return number(leader);
    }

    /** In place: from the leader of each node to its unknown; leaders come first. */
    private static int[] number(int[] leader) {
        int next = 0;
        for (int i = 0; i < leader.length; i++) {
            if (leader[i] != CellSystem.FIXED) {
                leader[i] = leader[i] == i ? next++ : leader[leader[i]];
            }
        }
        return leader;
    }

    /** Falling evenly from lithium to lithium, exactly 1 V and 0 V at the electrodes. */
    private double[] guess() {
        SimplexMesh mesh = polycrystal.mesh();
        double[] potentials = new double[mesh.nodeCount()];
        Arrays.setAll(potentials, i -> 1 - mesh.coordinateM(i, 2) / sizeM[2]);
        for (int e = 0; e < 2; e++) {
            ElectrodeSurface surface = electrodes[e].surface();
            for (int i = 0; i < surface.nodeCount(); i++) {
                potentials[surface.meshNode(i)] = lithiumPotentialV(e);
            }
        }
        return potentials;
    }

    private static void scatter(double[] potentials, int[] unknownOfNode, double[] solution) {
        for (int i = 0; i < potentials.length; i++) {
            if (unknownOfNode[i] != CellSystem.FIXED) {
                solution[unknownOfNode[i]] = potentials[i];
            }
        }
    }

    private static void gather(double[] solution, int[] unknownOfNode, double[] potentials) {
        for (int i = 0; i < potentials.length; i++) {
            if (unknownOfNode[i] != CellSystem.FIXED) {
                potentials[i] = solution[unknownOfNode[i]];
            }
        }
    }

    private static double lithiumPotentialV(int electrode) {
        return InterfaceSolver.lithiumPotentialV(electrode);
    }

    private CellSolution results(SurfaceContact[] contacts, double[] potentials, double[] solution) {
        double[][] entering = new double[2][];
        double total = 0;
        for (int e = 0; e < 2; e++) {
            entering[e] = reactions(e, potentials);
        }
        for (double current : entering[0]) {
            total += current;
        }
        CellSolution.Electrode[] results = new CellSolution.Electrode[2];
        for (int e = 0; e < 2; e++) {
            double[] surface = surfacePotentials(e, potentials);
            double lost = 0;
            double[] upwards = entering[e];
            for (int i = 0; i < surface.length; i++) {
                lost += upwards[i] * (lithiumPotentialV(e) - surface[i]);
                // Currents run upwards at both electrodes, so those that enter the upper one change sign.
                upwards[i] = e == 0 ? upwards[i] : -upwards[i];
            }
            results[e] = contacts[e].electrode(
                    new SurfaceContact.Surface(surface, upwards, lithiumPotentialV(e), lost / total), solution);
        }
        return new CellSolution(total / (sizeM[0] * sizeM[1]), results[0], results[1]);
    }

    /** Currents that enter the grains through the nodes of an electrode, A. */
    private double[] reactions(int electrode, double[] potentials) {
        ElectrodeSurface surface = electrodes[electrode].surface();
        int[] nodes = new int[surface.nodeCount()];
        Arrays.setAll(nodes, surface::meshNode);
        return polycrystal.operator().reactions(nodes, potentials);
    }

    private double[] surfacePotentials(int electrode, double[] potentials) {
        ElectrodeSurface surface = electrodes[electrode].surface();
        double[] own = new double[surface.nodeCount()];
        Arrays.setAll(own, i -> potentials[surface.meshNode(i)]);
        return own;
    }

    /** Solves with all electrode nodes at given potentials. */
    private double[] fieldBetween(double[] lowerV, double[] upperV) {
        double[] potentials = guess();
        int[] leader = new int[potentials.length];
        Arrays.setAll(leader, i -> i);
        double[][] given = {lowerV, upperV};
        for (int e = 0; e < 2; e++) {
            ElectrodeSurface surface = electrodes[e].surface();
            for (int i = 0; i < given[e].length; i++) {
                leader[surface.meshNode(i)] = CellSystem.FIXED;
                potentials[surface.meshNode(i)] = given[e][i];
            }
        }
        int[] unknownOfNode = number(leader);
        double[] solution = new double[1 + Arrays.stream(unknownOfNode).max().orElse(-1)];
        CellSystem system = new CellSystem(solution.length);
        system.add(polycrystal.operator(), unknownOfNode, potentials);
        scatter(potentials, unknownOfNode, solution);
        solve(system, solution);
        gather(solution, unknownOfNode, potentials);
        return potentials;
    }

    private Solved perfect() {
        if (perfect == null) {
            perfect = solved(PERFECT);
        }
        return perfect;
    }

    @Override
    public double effectiveConductivitySPerM() {
        return perfect().solution.meanCurrentDensityAPerM2PerVolt() * sizeM[2];
    }

    @Override
    public double backwardError() {
        return perfect().backwardError;
    }

    @Override
    public int unknownCount() {
        return polycrystal.unknownCount();
    }

    @Override
    public double[] nodePotentialsV(CellSolution solution) {
        return fieldBetween(
                solution.lower().surfacePotentialsV(), solution.upper().surfacePotentialsV());
    }
}
