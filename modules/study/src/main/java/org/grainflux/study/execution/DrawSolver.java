package org.grainflux.study.execution;

import java.util.List;
import java.util.function.Function;
import org.grainflux.physics.transport.CellDesign;
import org.grainflux.physics.transport.CellSolution;
import org.grainflux.physics.transport.CellSolver;
import org.grainflux.physics.transport.InterfaceSolver;
import org.grainflux.physics.transport.ReducedInterfaceFamily;
import org.grainflux.study.config.DesignConfig;

/**
 * Solves one design at many draws of its interface. Where only conductivity and resistances vary and the draws outnumber
 * the snapshots of a reduced family, the family answers them within {@link #TOLERANCE}; else each draw is a full solution.
 */
final class DrawSolver {
    /** Relative, of cell resistance and 1 µm maximum: far below the mesh error. */
    private static final double TOLERANCE = 5e-4;

    private final CellSolver full;
    private final ReducedInterfaceFamily ownFamily;
    private final ReducedInterfaceFamily perfectFamily;

    private DrawSolver(CellSolver full, ReducedInterfaceFamily ownFamily, ReducedInterfaceFamily perfectFamily) {
        this.full = full;
        this.ownFamily = ownFamily;
        this.perfectFamily = perfectFamily;
    }

    static DrawSolver full(CellSolver solver) {
        return new DrawSolver(solver, null, null);
    }

    /** @param draws all that will be asked for */
    static DrawSolver of(InterfaceSolver solver, DesignConfig design, List<DrawnDesign> draws) {
        boolean sameGeometry =
                design.interlayer() == null || design.interlayer().thicknessM().isFixed();
        if (!sameGeometry || draws.size() <= ReducedInterfaceFamily.MOST_SNAPSHOTS) {
            return full(solver);
        }
        return new DrawSolver(
                solver,
                family(solver, draws, DrawnDesign::cell),
                family(solver, draws, DrawnDesign::withPerfectContacts));
    }

    private static ReducedInterfaceFamily family(
            InterfaceSolver solver, List<DrawnDesign> draws, Function<DrawnDesign, CellDesign> cell) {
        List<CellDesign> distinct = draws.stream().map(cell).distinct().toList();
        if (distinct.size() <= ReducedInterfaceFamily.MOST_SNAPSHOTS) {
            return null;
        }
        ReducedInterfaceFamily family = ReducedInterfaceFamily.of(solver, distinct, TOLERANCE);
        // Three wide parameters can need more snapshots than it may take: then each draw is worth a full solution.
        return family.testedError() <= TOLERANCE ? family : null;
    }

    /** A solved draw: the design's own field, and that of its geometry with perfect contacts. */
    record Solved(DrawnDesign drawn, CellSolution own, CellSolution perfect) {}

    Solved solve(DrawnDesign drawn) {
        CellSolution own = solver(ownFamily).apply(drawn.cell());
        CellDesign perfect = drawn.withPerfectContacts();
        return new Solved(
                drawn,
                own,
                perfect.equals(drawn.cell()) ? own : solver(perfectFamily).apply(perfect));
    }

    private Function<CellDesign, CellSolution> solver(ReducedInterfaceFamily family) {
        return family == null ? full::solve : family::solve;
    }
}
