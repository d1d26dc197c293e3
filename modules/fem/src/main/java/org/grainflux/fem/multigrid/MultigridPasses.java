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
 *   direction pass   S + 96           δ read; r, z, A p, p and the solution updated; residual written
 *   restriction      4 + 8 e + 8 + 8 c
 *   correction       4 + 8 e + 8 c + 24
 *   backward sweep   S + 40           r read; work and solution updated
 * </pre>
 *
 * <p>An iteration is the direction pass, the restriction, the cycle on the coarser levels, the correction and the backward
 * sweep. The factor of the coarsest level, a few megabytes that stay in cache, is not counted.
 */
public final class MultigridPasses {
    private final Hierarchy hierarchy;
    private final DirectionSweep sweep;
    final Level fine;
    private final Level coarse;
    private final double[] residual;
    private final double[] solution;

    private MultigridPasses(Hierarchy hierarchy, double[] load) {
        this.hierarchy = hierarchy;
        this.sweep = new DirectionSweep(hierarchy);
        this.fine = hierarchy.finest();
        this.coarse = hierarchy.levels[1];
        this.residual = new double[load.length];
        this.solution = new double[load.length];
        System.arraycopy(load, 0, sweep.residual(), 0, load.length);
        sweep.start();
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
        Hierarchy hierarchy = Hierarchy.of(MultigridSolver.rows(matrix));
        if (hierarchy.levelCount() < 2) {
            throw new IllegalArgumentException(matrix.rows() + " rows have one level only: nothing to measure");
        }
        return new MultigridPasses(hierarchy, load);
    }

    /** Gauss–Seidel from zero with the residual after it. */
    public SolverPass forwardSweep() {
        return SolverPass.repeatable(this::forward, forwardBytes(fine), forwardOperations(fine));
    }

    private void forward() {
        fine.matrix.forward(fine.load, fine.solution, residual);
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
        return fine.matrix.bytes() + 96.0 * fine.matrix.rows();
    }

    private double directionOperations() {
        return 6.0 * fine.matrix.columns.length + 12.0 * fine.matrix.rows();
    }

    /** The residual to the second level. */
    public SolverPass restriction() {
        return SolverPass.repeatable(
                () -> fine.prolongation.restrict(residual, coarse.load),
                restrictionBytes(fine),
                transferOperations(fine));
    }

    /** The correction from the second level. */
    public SolverPass correction() {
        return SolverPass.repeatable(
                () -> fine.prolongation.addTo(coarse.solution, fine.solution, fine.work),
                correctionBytes(fine),
                transferOperations(fine));
    }

    /** One whole iteration, every level in it. */
    public SolverPass iteration() {
        double bytes = directionBytes() - forwardBytes(fine);
        double operations = directionOperations() - forwardOperations(fine);
        for (Level level : hierarchy.levels) {
            if (level.prolongation != null) {
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

    private static double forwardBytes(Level level) {
        return level.matrix.bytes() + 24.0 * level.matrix.rows();
    }

    private static double forwardOperations(Level level) {
        return 4.0 * level.matrix.columns.length + level.matrix.rows();
    }

    private static double backwardBytes(Level level) {
        return level.matrix.bytes() + 40.0 * level.matrix.rows();
    }

    private static double backwardOperations(Level level) {
        return 4.0 * level.matrix.columns.length + 2.0 * level.matrix.rows();
    }

    /** Of rᵀ z and zᵀ A z, and of δ, in the backward sweep of the finest level. */
    private double innerProductOperations() {
        return 5.0 * fine.matrix.rows();
    }

    private static double restrictionBytes(Level level) {
        return level.prolongation.bytes() + 8.0 * level.matrix.rows() + 8.0 * level.prolongation.coarseCount;
    }

    private static double correctionBytes(Level level) {
        return level.prolongation.bytes() + 24.0 * level.matrix.rows() + 8.0 * level.prolongation.coarseCount;
    }

    private static double transferOperations(Level level) {
        return 2.0 * level.prolongation.columns.length;
    }
}
