package org.grainflux.study.execution;

import java.util.Collection;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.physics.transport.AssembledPolycrystal;
import org.grainflux.physics.transport.CellSolver;
import org.grainflux.physics.transport.CondensedPolycrystal;
import org.grainflux.physics.transport.InterfaceSolver;

/** In the plane: the polycrystal is condensed to its electrodes once, and reduced models may answer many designs. */
final class CondensedFlux implements FluxMethod {
    /**
     * Largest backward error (relative to |A||x| + |b|, row by row) of an accepted factorisation: far above rounding, far
     * below the discretisation error.
     */
    private static final double ACCEPTED_BACKWARD_ERROR = 1e-10;

    @Override
    public CellSolver solver(
            Microstructure structure, SimplexMesh mesh, ElectrolyteProperties properties, StageClock clock) {
        AssembledPolycrystal assembled = clock.time(
                StageClock.Stage.ASSEMBLE,
                () -> PreparedStructure.assemble(structure, mesh, properties).withMatrix());
        return clock.time(StageClock.Stage.SOLVE, () -> condense(assembled));
    }

    /** Condenses to the electrodes and verifies the factor by its true residual. */
    private static CellSolver condense(AssembledPolycrystal assembled) {
        InterfaceSolver solver = new InterfaceSolver(CondensedPolycrystal.withField(assembled));
        FluxMethod.requireBackwardError(solver.backwardError(), ACCEPTED_BACKWARD_ERROR);
        return solver;
    }

    @Override
    public String solvedBy() {
        return "multifrontal Cholesky, condensed to the electrodes: many designs share one factor";
    }

    @Override
    public DrawSolver draws(
            CellSolver solver, Collection<DrawnDesign> all, double tolerance, Supplier<RandomGenerator> randomness) {
        return ReducedDraws.of((InterfaceSolver) solver, all, tolerance, randomness);
    }
}
