package org.grainflux.fem.multigrid;

import java.util.Arrays;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.solve.SolverPass;

/**
 * The passes of {@link MultigridSolver}'s iteration one by one, for measurement: the solver's own loops on its own arrays.
 *
 * <p>Bytes per row of the finest level, where a row has m entries left of its diagonal (S = 12 m + 12: entries, start,
 * inverse diagonal) and e entries of interpolation, and there are c coarse nodes per row:
 *
 * <pre>
 *   forward sweep    S + 24           load read; solution and residual written
 *   direction pass   S + 100          δ and the order read; r, z, A p, p and the solution updated; residual written
 *   restriction      8 e + 8 + 8 c
 *   correction       8 e + 8 c + 24
 *   backward sweep   S + 40           r read; work and solution updated
 * </pre>
 *
 * <p>An iteration is the direction pass, the restriction, the cycle on the coarser levels, the correction and the backward
 * sweep. The factor of the coarsest level, a few megabytes that stay in cache, is not counted.
 */
public final class MultigridPasses {
    /** Measured on the calling thread alone, so there is nobody to end. */
    private final ThreadTeam team;

    private final Hierarchy hierarchy;
    private final DirectionSweep sweep;
    final Level fine;
    private final Level coarse;
    private final double[] residual;
    private final double[] solution;

    private MultigridPasses(ThreadTeam team, Hierarchy hierarchy, double[] load) {
        this.team = team;
        this.hierarchy = hierarchy;
        this.sweep = new DirectionSweep(hierarchy);
        this.fine = hierarchy.finest();
        this.coarse = hierarchy.levels[1];
        this.residual = new double[load.length];
        this.solution = new double[load.length];
        int[] order = sweep.order();
        for (int t = 0; t < order.length; t++) {
            sweep.residual()[t] = load[order[t]];
        }
        sweep.start(team);
        iterate();
        forward();
    }

    /**
     * Sets up as the solver does and runs an iteration once.
     *
     * @param load one value per row
     * @throws IllegalArgumentException when the matrix is so small that it has no coarser level
     */
    public static MultigridPasses of(CsrMatrix matrix, double[] load) {
        ThreadTeam team = new ThreadTeam(1);
        Hierarchy hierarchy = Hierarchy.of(team, MultigridSolver.rows(matrix));
        if (hierarchy.levelCount() < 2) {
            throw new IllegalArgumentException(matrix.rows() + " rows have one level only: nothing to measure");
        }
        return new MultigridPasses(team, hierarchy, load);
    }

    /** Gauss–Seidel from zero with the residual after it. */
    public SolverPass forwardSweep() {
        return SolverPass.repeatable(this::forward, forwardBytes(fine), forwardOperations(fine));
    }

    private void forward() {
        fine.matrix.forward(team, fine.load, fine.solution, residual);
    }

    /** Gauss–Seidel in reverse with the inner products of conjugate gradients. */
    public SolverPass backwardSweep() {
        return new SolverPass(
                () -> Arrays.fill(fine.work, 0),
                sweep::backward,
                backwardBytes(fine),
                backwardOperations(fine) + innerProductOperations());
    }

    /** A z, directions, steps and the next forward sweep in one; steps of length zero, so that nothing changes. */
    public SolverPass directionPass() {
        return SolverPass.repeatable(this::advance, directionBytes(), directionOperations());
    }

    private void advance() {
        sweep.advance(solution, 0, 0);
    }

    private double directionBytes() {
        return sweepBytes(fine) + 100.0 * fine.matrix.rows();
    }

    private double directionOperations() {
        return 6.0 * fine.matrix.columns.length + 12.0 * fine.matrix.rows();
    }

    /** The residual to the second level. */
    public SolverPass restriction() {
        return SolverPass.repeatable(
                () -> fine.transfer.restrict(team, residual, coarse.load),
                restrictionBytes(fine),
                transferOperations(fine));
    }

    /** The correction from the second level. */
    public SolverPass correction() {
        return SolverPass.repeatable(
                () -> fine.transfer.addTo(team, coarse.solution, fine.solution, fine.work),
                correctionBytes(fine),
                transferOperations(fine));
    }

    /** One whole iteration, every level in it. */
    public SolverPass iteration() {
        double bytes = directionBytes() - forwardBytes(fine);
        double operations = directionOperations() - forwardOperations(fine);
        for (Level level : hierarchy.levels) {
            if (level.transfer != null) {
                bytes += forwardBytes(level) + restrictionBytes(level) + correctionBytes(level) + backwardBytes(level);
                operations += forwardOperations(level) + 2 * transferOperations(level) + backwardOperations(level);
            }
        }
        return SolverPass.repeatable(this::iterate, bytes, operations + innerProductOperations());
    }

    private void iterate() {
        sweep.precondition();
        advance();
    }

    /** Of the matrix; the order of the rows is read where numbers of unknowns are, in the direction pass. */
    private static double sweepBytes(Level level) {
        return level.matrix.bytes() - 4.0 * level.matrix.rows();
    }

    private static double forwardBytes(Level level) {
        return sweepBytes(level) + 24.0 * level.matrix.rows();
    }

    private static double forwardOperations(Level level) {
        return 4.0 * level.matrix.columns.length + level.matrix.rows();
    }

    private static double backwardBytes(Level level) {
        return sweepBytes(level) + 40.0 * level.matrix.rows();
    }

    private static double backwardOperations(Level level) {
        return 4.0 * level.matrix.columns.length + 2.0 * level.matrix.rows();
    }

    /** Of rᵀ z and zᵀ A z, and of δ, in the backward sweep of the finest level. */
    private double innerProductOperations() {
        return 5.0 * fine.matrix.rows();
    }

    private static double restrictionBytes(Level level) {
        return level.transfer.bytes() + 8.0 * level.matrix.rows() + 8.0 * level.transfer.coarseCount();
    }

    private static double correctionBytes(Level level) {
        return level.transfer.bytes() + 24.0 * level.matrix.rows() + 8.0 * level.transfer.coarseCount();
    }

    private static double transferOperations(Level level) {
        return 2.0 * level.transfer.entryCount();
    }
}
