package org.grainflux.fem.solve;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Optional;
import org.grainflux.fem.algebra.CsrMatrix;

/**
 * Direct or iterative: the choice and its reason. The operations and the memory of the factorisation are known exactly from
 * the symbolic analysis; its time and that of multigrid are modelled, never measured on the spot, so the same system on a
 * heap of the same size always gets the same method.
 *
 * @param method which is expected to be faster, or fits the memory
 * @param reason with the figures that decided
 * @param plan the analysis, when it was made; spares the direct solver to repeat it
 */
public record SolverChoice(SolverMethod method, String reason, Optional<EliminationPlan> plan) {
    private static final Logger LOG = System.getLogger(SolverChoice.class.getName());

    /**
     * Our factorisation on one core, fitted to two plane systems of 10⁶ unknowns: 2.4 s for 21.7·10⁹ operations and
     * 61.6·10⁶ entries, 5.9 s for 59.6·10⁹ and 91.8·10⁶.
     */
    private static final double FLOP_NS = 0.087;

    private static final double FACTOR_ENTRY_NS = 8.5;
    /** Both triangular solves, measured on the same systems: 0.21 s and 0.37 s for one load. */
    private static final double SOLVE_ENTRY_NS = 3.7;
    /** Per further load in a block, with the check of its residual: 2.4 s for 32. */
    private static final double BLOCK_ENTRY_NS = 1.2;
    /** Minimum degree and the symbolic elimination, per matrix entry: 0.7 s and 2.2 s for 7·10⁶ entries. */
    private static final double ANALYSIS_ENTRY_NS = 200;

    /**
     * Our multigrid per matrix entry, measured on one core: 1.95 s of set-up and 16 iterations in 1.03 s for a volume of
     * 14.5·10⁶ entries, 0.98 s and 19 iterations in 0.88 s for a plane of 7·10⁶.
     */
    private static final double MULTIGRID_SETUP_NS = 140;

    private static final double MULTIGRID_ITERATION_NS = 5.5;
    private static final int MULTIGRID_ITERATIONS = 17;

    /**
     * Operations ≥ this times width³. The last separator of a square or cube is about the width; its front alone costs a
     * third of its cube, everything 20 times it by nested dissection (21.7·10⁹ for width 10³). A quarter of that stays a
     * bound from below for long bodies too.
     */
    private static final double FLOPS_PER_WIDTH_CUBED = 5;
    /** Share of the heap that factor and work space may take; matrix, mesh and results need the rest. */
    private static final double HEAP_SHARE = 0.6;

    /**
     * Chooses and logs.
     *
     * @param rightHandSides how many loads will be solved for, ≥ 1, as far as known
     */
    public static SolverChoice of(CsrMatrix matrix, int rightHandSides) {
        SolverChoice choice = of(matrix, rightHandSides, Runtime.getRuntime().maxMemory());
        LOG.log(Level.INFO, () -> choice.method + " for " + matrix.rows() + " unknowns: " + choice.reason);
        return choice;
    }

    /** As above on a heap of the given size, without a word. */
    static SolverChoice of(CsrMatrix matrix, int rightHandSides, long heapBytes) {
        if (rightHandSides < 1) {
            throw new IllegalArgumentException("at least one right-hand side, got " + rightHandSides);
        }
        double entries = matrix.entryCount();
        double multigridS = 1e-9
                * entries
                * (MULTIGRID_SETUP_NS + (double) rightHandSides * MULTIGRID_ITERATIONS * MULTIGRID_ITERATION_NS);
        double width = LevelSets.width(matrix.pattern());
        double leastFlops = FLOPS_PER_WIDTH_CUBED * width * width * width;
        double leastS = 1e-9 * (leastFlops * FLOP_NS + entries * ANALYSIS_ENTRY_NS);
        if (leastS > multigridS) {
            return new SolverChoice(
                    SolverMethod.MULTIGRID,
                    String.format(
                            Locale.ROOT,
                            "a factorisation needs at least %.2g operations (level sets of %.0f unknowns), with its analysis %.2g s; "
                                    + "multigrid about %.2g s for %d right-hand side(s)",
                            leastFlops,
                            width,
                            leastS,
                            multigridS,
                            rightHandSides),
                    Optional.empty());
        }
        EliminationPlan plan = EliminationPlan.of(matrix.pattern(), new int[0]);
        double needed = (double) plan.factorBytes() + plan.indexBytes() + plan.workBytes();
        if (needed > HEAP_SHARE * heapBytes) {
            return new SolverChoice(
                    SolverMethod.MULTIGRID,
                    String.format(
                            Locale.ROOT,
                            "the factorisation needs %.0f MB, more than %.0f %% of the heap of %.0f MB",
                            needed / 1e6,
                            100 * HEAP_SHARE,
                            heapBytes / 1e6),
                    Optional.empty());
        }
        double choleskyS = choleskySeconds(plan, entries, rightHandSides);
        return new SolverChoice(
                choleskyS <= multigridS ? SolverMethod.CHOLESKY : SolverMethod.MULTIGRID,
                String.format(
                        Locale.ROOT,
                        "Cholesky about %.2g s (%.2g operations, factor of %.0f MB), multigrid about %.2g s "
                                + "for %d right-hand side(s)",
                        choleskyS,
                        plan.flops(),
                        plan.factorBytes() / 1e6,
                        multigridS,
                        rightHandSides),
                Optional.of(plan));
    }

    private static double choleskySeconds(EliminationPlan plan, double entries, int rightHandSides) {
        double perLoads = SOLVE_ENTRY_NS + BLOCK_ENTRY_NS * (rightHandSides - 1);
        return 1e-9
                * (ANALYSIS_ENTRY_NS * entries
                        + FLOP_NS * plan.flops()
                        + (FACTOR_ENTRY_NS + perLoads) * plan.nonZeros());
    }
}
