package org.grainflux.fem.elasticity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.assembly.DirichletElimination;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.solve.CholeskySolver;
import org.grainflux.fem.solve.EliminationPlan;

/**
 * A body whose interface facets are opened one after the other without a new factorisation. The body with all facets held
 * that are not open at the start is factored once, A; opening a set takes B K_S Bᵀ from it, where Bᵀu are the jumps at the corners of the set and K_S its
 * springs. With the jumps d of the opened body
 *
 * <pre>
 *   (1 − C K_S) d = Bᵀ A⁻¹ f,   u = A⁻¹ (f + B K_S d),   C = Bᵀ A⁻¹ B:
 * </pre>
 *
 * each new corner costs one solve per axis, each load two solves, and each opening a dense system of all jumps (Woodbury). 1 − C K_S loses as many digits
 * as the springs are stiffer than the elements beside them.
 *
 * @see "Hager (1989), SIAM Review 31, 221 (updating the inverse of a matrix)"
 */
public final class ReleasedFacets {
    /**
     * Largest ‖b − A u‖/‖b‖. Rounding u alone leaves up to 1e-9 where springs are 10³ times as stiff as elements, and up to
     * 2e-7 where open facets have left a part hanging by a few elements, which moves that much further than the rest.
     */
    private static final double TOLERANCE = 1e-6;

    private final ElasticBody intact;
    private final int dimension;
    private final double[] prescribedM;
    private final CholeskySolver solver;
    private final boolean[] open;
    private final Map<Long, Integer> pairs = new HashMap<>();
    private final List<int[]> nodesOfPair = new ArrayList<>();
    /** C and K_S, jumps × jumps, row-major in rows of their own. */
    private double[][] compliance = new double[0][];

    private double[][] springs = new double[0][];
    /** Null until a load is solved for after facets were opened. */
    private LinearSolverDense<DMatrixRMaj> jumpSystem;

    /**
     * @param start the body before anything is released, with springs on all interfaces
     * @param supports prescribed displacements, all zero
     */
    public ReleasedFacets(ElasticBody start, PrescribedDisplacements supports) {
        this.intact = start;
        this.dimension = intact.mesh().dimension();
        this.prescribedM = supports.valuesM();
        if (Arrays.stream(prescribedM).anyMatch(v -> v != 0 && !Double.isNaN(v))) {
            throw new IllegalArgumentException("bodies whose facets are released are held at rest");
        }
        ElasticityAssembler assembler = new ElasticityAssembler(intact.mesh());
        CsrMatrix supported = DirichletElimination.of(
                        assembler.matrix(this.intact), new double[prescribedM.length], prescribedM)
                .matrix();
        this.solver = CholeskySolver.of(
                supported, EliminationPlan.ofNodes(supported.pattern(), assembler.nodePattern(), dimension));
        this.open = new boolean[intact.mesh().interfaces().count()];
        for (int f = 0; f < open.length; f++) {
            open[f] = start.open().test(f);
        }
    }

    /** The body as it is now; a snapshot. */
    public ElasticBody body() {
        boolean[] now = open.clone();
        return intact.withOpen(facet -> now[facet]);
    }

    public boolean isOpen(int facet) {
        return open[facet];
    }

    /** Number of jumps that the dense system has. */
    public int jumps() {
        return nodesOfPair.size() * dimension;
    }

    /** Opens facets; those that are open already stay so. */
    public void release(int... facets) {
        jumpSystem = null;
        int before = nodesOfPair.size();
        List<int[]> pairsOfFacets = new ArrayList<>();
        for (int facet : facets) {
            pairsOfFacets.add(open[facet] ? null : pairsOf(facet));
        }
        extend(before);
        int[] nodes = new int[2 * dimension];
        int width = 2 * dimension * dimension;
        double[] block = new double[width * width];
        for (int n = 0; n < facets.length; n++) {
            if (!open[facets[n]]) {
                open[facets[n]] = true;
                ElasticityAssembler.springBlock(intact, facets[n], nodes, block);
                addSprings(pairsOfFacets.get(n), block, width);
            }
        }
    }

    /** @param loads of {@link #body()} as it is now */
    public ElasticField solve(ElasticLoads loads) {
        return new ElasticField(loads, displacementsM(new double[][] {loads.vector()})[0]);
    }

    /** Displacements under several loads. @param loads one entry per unknown each; kept as they are */
    double[][] displacementsM(double[][] loads) {
        double[][] responses = solveAll(loads);
        int m = jumps();
        if (m == 0) {
            return responses;
        }
        DMatrixRMaj right = new DMatrixRMaj(m, loads.length);
        DMatrixRMaj jump = new DMatrixRMaj(m, loads.length);
        for (int r = 0; r < loads.length; r++) {
            for (int a = 0; a < m; a++) {
                right.set(a, r, jumpOf(a, responses[r]));
            }
        }
        if (jumpSystem == null) {
            jumpSystem = jumpSystem();
        }
        jumpSystem.solve(right, jump);
        double[][] corrected = new double[loads.length][];
        for (int r = 0; r < loads.length; r++) {
            corrected[r] = loads[r].clone();
            for (int a = 0; a < m; a++) {
                double force = 0;
                for (int b = 0; b < m; b++) {
                    force += springs[a][b] * jump.get(b, r);
                }
                addJump(a, force, corrected[r]);
            }
        }
        return solveAll(corrected);
    }

    /** 1 − C K_S, factored. */
    private LinearSolverDense<DMatrixRMaj> jumpSystem() {
        int m = jumps();
        DMatrixRMaj system = new DMatrixRMaj(m, m);
        for (int a = 0; a < m; a++) {
            system.data[a * m + a] = 1;
        }
        for (int c = 0; c < m; c++) {
            for (int b = 0; b < m; b++) {
                double spring = springs[c][b];
                for (int a = 0; a < m && spring != 0; a++) {
                    system.data[a * m + b] -= compliance[c][a] * spring;
                }
            }
        }
        LinearSolverDense<DMatrixRMaj> factor = LinearSolverFactory_DDRM.lu(m);
        if (!factor.setA(system)) {
            throw new NumericalFailureException(
                    Reason.NOT_POSITIVE_DEFINITE, "a part of the body moves freely once its facets are open");
        }
        return factor;
    }

    private int[] pairsOf(int facet) {
        InterfaceFacets facets = intact.mesh().interfaces();
        int[] found = new int[dimension];
        for (int c = 0; c < dimension; c++) {
            int minus = facets.minusNode(facet, c);
            int plus = facets.plusNode(facet, c);
            found[c] = pairs.computeIfAbsent((long) minus << 32 | plus, key -> {
                nodesOfPair.add(new int[] {minus, plus});
                return nodesOfPair.size() - 1;
            });
        }
        return found;
    }

    /** C of the new pairs with all: B_allᵀ A⁻¹ B_new. */
    private void extend(int before) {
        int m = jumps();
        int old = before * dimension;
        compliance = grown(compliance, m);
        springs = grown(springs, m);
        double[][] loads = new double[m - old][intact.unknowns()];
        for (int b = old; b < m; b++) {
            addJump(b, 1, loads[b - old]);
        }
        double[][] solutions = solveAll(loads);
        for (int b = old; b < m; b++) {
            for (int a = 0; a < m; a++) {
                double value = jumpOf(a, solutions[b - old]);
                compliance[a][b] = value;
                compliance[b][a] = value;
            }
        }
    }

    private static double[][] grown(double[][] matrix, int size) {
        double[][] larger = new double[size][];
        for (int a = 0; a < size; a++) {
            larger[a] = a < matrix.length ? Arrays.copyOf(matrix[a], size) : new double[size];
        }
        return larger;
    }

    private void addSprings(int[] pairsOfFacet, double[] block, int width) {
        // With one side at rest the block acts on the jumps alone.
        int d = dimension;
        for (int a = 0; a < d * d; a++) {
            for (int b = 0; b < d * d; b++) {
                springs[pairsOfFacet[a / d] * d + a % d][pairsOfFacet[b / d] * d + b % d] +=
                        block[(d * d + a) * width + d * d + b];
            }
        }
    }

    private double jumpOf(int jump, double[] displacementM) {
        int[] nodes = nodesOfPair.get(jump / dimension);
        int axis = jump % dimension;
        return displacementM[nodes[1] * dimension + axis] - displacementM[nodes[0] * dimension + axis];
    }

    private void addJump(int jump, double force, double[] load) {
        int[] nodes = nodesOfPair.get(jump / dimension);
        int axis = jump % dimension;
        load[nodes[1] * dimension + axis] += force;
        load[nodes[0] * dimension + axis] -= force;
    }

    private double[][] solveAll(double[][] loads) {
        double[][] rights = new double[loads.length][];
        for (int r = 0; r < loads.length; r++) {
            rights[r] = loads[r].clone();
            clearPrescribed(rights[r]);
        }
        double[][] solutions = new double[loads.length][intact.unknowns()];
        solver.solveAll(rights, solutions, TOLERANCE);
        return solutions;
    }

    private void clearPrescribed(double[] load) {
        for (int i = 0; i < load.length; i++) {
            load[i] = Double.isNaN(prescribedM[i]) ? load[i] : 0;
        }
    }

    /** The mesh of the body. */
    public SimplexMesh mesh() {
        return intact.mesh();
    }
}
