package org.grainflux.fem.elasticity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.assembly.DirichletElimination;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.solve.CholeskySolver;
import org.grainflux.fem.solve.EliminationPlan;
import org.grainflux.fem.solve.UpdatedSolver;

/**
 * A body whose interface facets are opened one after the other without a new factorisation. The body at the start
 * is factored once, A; opening a set takes B K_S Bᵀ from it, where Bᵀu are the jumps at the corners of the set and K_S its
 * springs. Each new corner costs one solve per axis, each load two and a dense system of all jumps ({@link UpdatedSolver}),
 * which loses as many digits as the springs are stiffer than the elements beside them.
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
    private final UpdatedSolver solver;
    private final boolean[] open;
    private final Map<Long, Integer> pairs = new HashMap<>();

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
        ElasticityAssembler assembler = new ElasticityAssembler(start.mesh());
        CsrMatrix supported = DirichletElimination.of(
                        assembler.matrix(this.intact), new double[prescribedM.length], prescribedM)
                .matrix();
        EliminationPlan plan = EliminationPlan.ofNodes(supported.pattern(), assembler.nodePattern(), dimension);
        this.solver = new UpdatedSolver(CholeskySolver.of(supported, plan), supported.rows(), TOLERANCE);
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
        return solver.directionCount();
    }

    /** Opens facets; those that are open already stay so. */
    public void release(int... facets) {
        List<UpdatedSolver.Direction> added = new ArrayList<>();
        List<int[]> pairsOfFacets = new ArrayList<>();
        for (int facet : facets) {
            pairsOfFacets.add(open[facet] ? null : pairsOf(facet, added));
        }
        solver.extend(added);
        int[] nodes = new int[2 * dimension];
        int width = 2 * dimension * dimension;
        double[] block = new double[width * width];
        for (int n = 0; n < facets.length; n++) {
            if (!open[facets[n]]) {
                open[facets[n]] = true;
                ElasticityAssembler.springBlock(intact, facets[n], nodes, block);
                takeSprings(pairsOfFacets.get(n), block, width);
            }
        }
    }

    /**
     * @param loads of {@link #body()} as it is now
     * @throws org.grainflux.core.NumericalFailureException when a part of the body moves freely
     */
    public ElasticField solve(ElasticLoads loads) {
        return new ElasticField(loads, displacementsM(new double[][] {loads.vector()})[0]);
    }

    /** Displacements under several loads. @param loads one entry per unknown each; kept as they are */
    double[][] displacementsM(double[][] loads) {
        double[][] rights = new double[loads.length][];
        for (int r = 0; r < loads.length; r++) {
            rights[r] = loads[r].clone();
            for (int i = 0; i < rights[r].length; i++) {
                rights[r][i] = Double.isNaN(prescribedM[i]) ? rights[r][i] : 0;
            }
        }
        return solver.solveAll(rights);
    }

    /** @param added takes the jumps of corners that are new */
    private int[] pairsOf(int facet, List<UpdatedSolver.Direction> added) {
        InterfaceFacets facets = intact.mesh().interfaces();
        int[] found = new int[dimension];
        for (int c = 0; c < dimension; c++) {
            int minus = facets.minusNode(facet, c);
            int plus = facets.plusNode(facet, c);
            found[c] = pairs.computeIfAbsent((long) minus << 32 | plus, key -> {
                for (int axis = 0; axis < dimension; axis++) {
                    added.add(jump(minus * dimension + axis, plus * dimension + axis));
                }
                return pairs.size();
            });
        }
        return found;
    }

    /** Supports keep their displacement: they are no part of a jump. */
    private UpdatedSolver.Direction jump(int minus, int plus) {
        return new UpdatedSolver.Direction(
                new int[] {minus, plus},
                new double[] {Double.isNaN(prescribedM[minus]) ? -1 : 0, Double.isNaN(prescribedM[plus]) ? 1 : 0});
    }

    private void takeSprings(int[] pairsOfFacet, double[] block, int width) {
        // With one side at rest the block acts on the jumps alone.
        int d = dimension;
        for (int a = 0; a < d * d; a++) {
            for (int b = 0; b < d * d; b++) {
                solver.change(
                        pairsOfFacet[a / d] * d + a % d,
                        pairsOfFacet[b / d] * d + b % d,
                        -block[(d * d + a) * width + d * d + b]);
            }
        }
    }

    /** The mesh of the body. */
    public SimplexMesh mesh() {
        return intact.mesh();
    }
}
