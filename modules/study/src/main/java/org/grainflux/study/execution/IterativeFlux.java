package org.grainflux.study.execution;

import java.util.Collection;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.choice.LinearSolvers;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.solve.LinearSolver;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.physics.transport.AssembledPolycrystal;
import org.grainflux.physics.transport.CellDesign;
import org.grainflux.physics.transport.CellSolution;
import org.grainflux.physics.transport.CellSolver;
import org.grainflux.physics.transport.ElectrodeContact;
import org.grainflux.physics.transport.IterativeCellSolver;
import org.grainflux.study.config.NumericsConfig;

/** In a volume: every design and every draw of an interface is an iterative solution on the whole mesh. */
final class IterativeFlux implements FluxMethod {
    /** ‖b − A x‖₂ / ‖b‖₂: leaves currents exact to far better than any mesh. */
    private static final double RELATIVE_TOLERANCE = 1e-10;

    /** Largest backward error, row by row, of an accepted solution: a hundredth of a per cent of any node's current. */
    private static final double ACCEPTED_BACKWARD_ERROR = 1e-6;

    private final double relativeTolerance;
    private String solvedBy = "";

    IterativeFlux() {
        this(RELATIVE_TOLERANCE);
    }

    /** @param relativeTolerance ‖b − A x‖₂ / ‖b‖₂ at which iterations stop */
    IterativeFlux(double relativeTolerance) {
        this.relativeTolerance = relativeTolerance;
    }

    @Override
    public CellSolver solver(
            Microstructure structure, SimplexMesh mesh, ElectrolyteProperties properties, StageClock clock) {
        AssembledPolycrystal polycrystal = PreparedStructure.assemble(structure, mesh, properties);
        return clock.time(
                StageClock.Stage.ASSEMBLE,
                () -> verified(new IterativeCellSolver(
                        polycrystal, matrix -> linearSolver(matrix, clock), relativeTolerance)));
    }

    /** Solves once, between perfect contacts, and holds that solution to its true residual. */
    private static CellSolver verified(CellSolver solver) {
        FluxMethod.requireBackwardError(solver.backwardError(), ACCEPTED_BACKWARD_ERROR);
        return new RepeatedDesigns(solver);
    }

    private LinearSolver linearSolver(CsrMatrix matrix, StageClock clock) {
        LinearSolver solver = clock.time(StageClock.Stage.SET_UP, () -> LinearSolvers.automatic(matrix, 1));
        solvedBy = solver.method();
        return new TimedSolver(solver, clock);
    }

    @Override
    public MeshGrading grading(
            Microstructure structure,
            MeshGrading first,
            NumericsConfig numerics,
            ElectrolyteProperties properties,
            StageClock clock) {
        // Under spots the current is largest at their edges, which are as fine as the traces already.
        if (!numerics.refinesHotSpots() || first.extraPointsM().length > 0) {
            return first;
        }
        SimplexMesh mesh = clock.time(StageClock.Stage.MESH, () -> PreparedStructure.mesh(structure, first));
        CellSolution solution =
                solver(structure, mesh, properties, clock).solve(CellDesign.symmetric(ElectrodeContact.perfect()));
        return clock.time(
                StageClock.Stage.CHECK,
                () -> first.withFinerTraces(
                        HotSpotRefinement.of(solution, structure.sizeM()[2], numerics.hotSpotElementM())));
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
