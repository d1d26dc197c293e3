package org.grainflux.physics.crack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.assembly.BorderAssembler;
import org.grainflux.fem.assembly.BorderConductance;
import org.grainflux.fem.assembly.DiffusionOperator;
import org.grainflux.fem.assembly.FacetGeometry;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.solve.CholeskySolver;
import org.grainflux.fem.solve.EliminationPlan;
import org.grainflux.fem.solve.UpdatedSolver;

/**
 * The flux of a plane polycrystal while facets of its boundaries open and fill with lithium that is joined to an electrode.
 * Both faces of a filled facet exchange charge with that lithium through R_ct, and the boundary's own resistance is gone:
 *
 * <pre>
 *   J·n = (φ − φ_Li − s)/R_ct on each face, s = V_m p/F,
 * </pre>
 *
 * because lithium under pressure p takes charge only where the ceramic is s above it. The lithium of the cracked electrode is
 * at 0 V, that of the other at V. The uncracked cell is factored once; a filled facet changes the entries of its own nodes
 * ({@link UpdatedSolver}): one solve per node that is new, none for {@link #terminals}, two per field. Contacts have
 * lumped masses, boundaries consistent ones. Not safe for concurrent use.
 */
public final class CrackedFlux {
    /** A facet inside a grain that is not filled resists like this much of it. */
    private static final double CUT_M = 1e-9;

    /** Largest ‖b − A φ‖/‖b‖: rounding φ leaves up to 1e-12 where contacts are as good as perfect. */
    private static final double TOLERANCE = 1e-11;

    private final SimplexMesh mesh;
    private final double widthM;
    private final int startElectrode;
    private final CrackResistances resistances;
    private final double[] boundarySPerM2;
    private final UpdatedSolver solver;
    /** Conductance between lithium and each node, S/m; by electrode. */
    private final double[][] contactS = new double[2][];
    /** Without a crack at V = 1 V. */
    private final double[] intactV;
    /** Direction of a node in the solver, or −1. */
    private final int[] place;

    private final List<Integer> crackNodes = new ArrayList<>();
    /** Conductance of each crack node to the lithium in the crack, S/m. */
    private double[] faceS = new double[0];

    private final boolean[] filled;

    /**
     * @param mesh plane; border facets tagged by electrode, interface facets by boundary
     * @param widthM period along the electrodes, m
     * @param startElectrode electrode that the lithium in the crack is joined to, 0 or 1
     */
    public CrackedFlux(SimplexMesh mesh, double widthM, int startElectrode, CrackResistances resistances) {
        this.mesh = mesh;
        this.widthM = widthM;
        this.startElectrode = startElectrode;
        this.resistances = resistances;
        this.filled = new boolean[mesh.interfaces().count()];
        this.place = new int[mesh.nodeCount()];
        Arrays.fill(place, -1);
        double sigma = resistances.grainConductivitySPerM();
        int regions = 1
                + IntStream.range(0, mesh.elementCount())
                        .map(mesh::elementRegion)
                        .max()
                        .orElseThrow();
        double[][] tensors = new double[regions][];
        Arrays.fill(tensors, new double[] {sigma, 0, 0, sigma});
        this.boundarySPerM2 = boundarySPerM2(mesh, resistances);
        CsrMatrix matrix = new DiffusionOperator(mesh, tensors, boundarySPerM2, null).matrix();
        for (int e = 0; e < 2; e++) {
            double ohmM2 = e == startElectrode ? resistances.startElectrodeOhmM2() : resistances.farElectrodeOhmM2();
            contactS[e] = new double[mesh.nodeCount()];
            new BorderAssembler(mesh).addRobinLoad(contactS[e], e, BorderConductance.uniform(1 / ohmM2), 1);
            for (int v = 0; v < mesh.nodeCount(); v++) {
                if (contactS[e][v] != 0) {
                    matrix.add(v, v, contactS[e][v]);
                }
            }
        }
        EliminationPlan plan = EliminationPlan.of(matrix.pattern(), mesh, new int[0]);
        this.solver = new UpdatedSolver(CholeskySolver.of(matrix, plan), matrix.rows(), TOLERANCE);
        this.intactV = solver.solveUnchanged(contactS[1 - startElectrode]);
    }

    /** Per tag; tags beyond the boundaries are cuts inside grains. */
    private static double[] boundarySPerM2(SimplexMesh mesh, CrackResistances resistances) {
        double[] ohmM2 = resistances.boundaryOhmM2();
        int tags = ohmM2.length;
        for (int f = 0; f < mesh.interfaces().count(); f++) {
            tags = Math.max(tags, mesh.interfaces().tag(f) + 1);
        }
        double[] perM2 = new double[tags];
        Arrays.setAll(perM2, k -> k < ohmM2.length ? 1 / ohmM2[k] : resistances.grainConductivitySPerM() / CUT_M);
        return perM2;
    }

    public SimplexMesh mesh() {
        return mesh;
    }

    public boolean isFilled(int facet) {
        return filled[facet];
    }

    /** Solves with the factor so far: one for the uncracked cell, one per node of the crack, two per field. */
    public int solveCount() {
        return solver.solveCount();
    }

    /** Fills facets with lithium; those that are filled already stay so. */
    public void fill(int... facets) {
        int[] added = Arrays.stream(facets).filter(f -> !filled[f]).distinct().toArray();
        InterfaceFacets all = mesh.interfaces();
        List<UpdatedSolver.Direction> directions = new ArrayList<>();
        for (int facet : added) {
            for (int c = 0; c < 2; c++) {
                addNode(all.minusNode(facet, c), directions);
                addNode(all.plusNode(facet, c), directions);
            }
        }
        solver.extend(directions);
        faceS = Arrays.copyOf(faceS, crackNodes.size());
        FacetGeometry geometry = new FacetGeometry(2);
        for (int facet : added) {
            filled[facet] = true;
            geometry.load(mesh, new int[] {all.minusNode(facet, 0), all.minusNode(facet, 1)});
            double halfS = 0.5 * geometry.measure() / resistances.crackFaceOhmM2();
            for (int c = 0; c < 2; c++) {
                int minus = place[all.minusNode(facet, c)];
                int plus = place[all.plusNode(facet, c)];
                for (int d = 0; d < 2; d++) {
                    double boundaryS = boundarySPerM2[all.tag(facet)] * geometry.mass(c, d);
                    int otherMinus = place[all.minusNode(facet, d)];
                    int otherPlus = place[all.plusNode(facet, d)];
                    solver.change(minus, otherMinus, -boundaryS);
                    solver.change(plus, otherPlus, -boundaryS);
                    solver.change(minus, otherPlus, boundaryS);
                    solver.change(plus, otherMinus, boundaryS);
                }
                for (int node : new int[] {minus, plus}) {
                    solver.change(node, node, halfS);
                    faceS[node] += halfS;
                }
            }
        }
    }

    private void addNode(int node, List<UpdatedSolver.Direction> directions) {
        if (place[node] < 0) {
            place[node] = crackNodes.size();
            crackNodes.add(node);
            directions.add(UpdatedSolver.Direction.ofUnknown(node));
        }
    }

    /** The cell with what is filled now; takes no solve. */
    public CrackTerminals terminals() {
        double[] far = contactS[1 - startElectrode];
        double[] alongIntact = solver.along(intactV);
        double[] y = solver.changed(alongIntact);
        double[] ofCrack = solver.changed(solver.complianceTimes(faceS));
        double farS = 0;
        for (int v = 0; v < far.length; v++) {
            farS += far[v] * (1 - intactV[v]);
        }
        double[] taken = solver.changeTimes(y);
        double mutualS = 0;
        double crackS = 0;
        for (int a = 0; a < y.length; a++) {
            farS += alongIntact[a] * taken[a];
            mutualS += faceS[a] * y[a];
            crackS += faceS[a] * (1 - ofCrack[a]);
        }
        return new CrackTerminals(widthM, farS, mutualS, crackS);
    }

    /**
     * @param meanCurrentDensityAPerM2 from the far electrode towards the cracked one, A/m²: positive plates lithium there
     * @param shiftV s, how far pressure moves the equilibrium of the lithium in the crack, V
     */
    public CrackedField field(double meanCurrentDensityAPerM2, double shiftV) {
        CrackTerminals terminals = terminals();
        double voltageV = (meanCurrentDensityAPerM2 * widthM + terminals.mutualS() * shiftV) / terminals.farS();
        double[] load = new double[mesh.nodeCount()];
        double[] far = contactS[1 - startElectrode];
        Arrays.setAll(load, v -> far[v] * voltageV);
        for (int a = 0; a < faceS.length; a++) {
            load[crackNodes.get(a)] += faceS[a] * shiftV;
        }
        double[] faceOfNodeS = new double[mesh.nodeCount()];
        for (int a = 0; a < faceS.length; a++) {
            faceOfNodeS[crackNodes.get(a)] = faceS[a];
        }
        return new CrackedField(
                mesh,
                widthM,
                filled.clone(),
                resistances,
                voltageV,
                shiftV,
                solver.solve(load),
                contactS[startElectrode],
                far,
                faceOfNodeS);
    }
}
