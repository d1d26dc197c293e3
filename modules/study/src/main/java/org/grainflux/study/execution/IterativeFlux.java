package org.grainflux.study.execution;

import java.util.Collection;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.choice.LinearSolvers;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.solve.LinearSolver;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.physics.transport.AssembledPolycrystal;
import org.grainflux.physics.transport.CellSolver;
import org.grainflux.physics.transport.IterativeCellSolver;

/** In a volume: every design and every draw of an interface is an iterative solution on the whole mesh. */
final class IterativeFlux implements FluxMethod {
    /** ‖b − A x‖₂ / ‖b‖₂: leaves currents exact to far better than any mesh. */
    private static final double RELATIVE_TOLERANCE = 1e-9;

    /** Largest backward error, row by row, of an accepted solution: a hundredth of a per cent of any node's current. */
    private static final double ACCEPTED_BACKWARD_ERROR = 1e-6;

    private String solvedBy = "";

    @Override
    public CellSolver solver(
            Microstructure structure, SimplexMesh mesh, ElectrolyteProperties properties, StageClock clock) {
        AssembledPolycrystal assembled =
                clock.time(StageClock.Stage.ASSEMBLE, () -> PreparedStructure.assemble(structure, mesh, properties));
        CellSolver solver = new IterativeCellSolver(assembled, this::linearSolver, RELATIVE_TOLERANCE);
        return clock.time(StageClock.Stage.SOLVE, () -> verified(solver));
    }

    /** Solves once, between perfect contacts, and holds that solution to its true residual. */
    private static CellSolver verified(CellSolver solver) {
        FluxMethod.requireBackwardError(solver.backwardError(), ACCEPTED_BACKWARD_ERROR);
        return new RepeatedDesigns(solver);
    }

    private LinearSolver linearSolver(CsrMatrix matrix) {
        LinearSolver solver = LinearSolvers.automatic(matrix, 1);
        solvedBy = solver.method();
        return solver;
    }

    @Override
    public String solvedBy() {
        return solvedBy;
    }

    @Override
    public DrawSolver draws(
            CellSolver solver, Collection<DrawnDesign> all, double tolerance, Supplier<RandomGenerator> randomness) {
        return DrawSolver.full(solver);
    }
}
