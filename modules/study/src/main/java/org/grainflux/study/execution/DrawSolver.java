package org.grainflux.study.execution;

import org.grainflux.physics.transport.CellDesign;
import org.grainflux.physics.transport.CellSolution;
import org.grainflux.physics.transport.CellSolver;

/** Solves many designs and draws on one structure; how, and so at what cost, {@link FluxMethod#draws} chooses. */
@FunctionalInterface
interface DrawSolver {

    /** Every design and draw by a solution of its own. */
    static DrawSolver full(CellSolver solver) {
        return design -> Answer.full(solver.solve(design));
    }

    /**
     * @throws org.grainflux.core.NumericalFailureException as {@link CellSolver#solve} does
     */
    Answer solve(CellDesign design);

    /** The design's own field, and that of its geometry with perfect contacts. */
    default Solved solve(DrawnDesign drawn) {
        Answer own = solve(drawn.cell());
        CellDesign perfect = drawn.withPerfectContacts();
        return new Solved(
                drawn,
                own,
                perfect.equals(drawn.cell()) ? own.solution() : solve(perfect).solution());
    }

    /**
     * A solved cell.
     *
     * @param currentErrorEstimate of the reduced model, of the local current over the mean; NaN for a full solution
     */
    record Answer(CellSolution solution, double currentErrorEstimate) {
        static Answer full(CellSolution solution) {
            return new Answer(solution, Double.NaN);
        }

        boolean reduced() {
            return !Double.isNaN(currentErrorEstimate);
        }
    }

    /** A solved draw: the design's own field, and that of its geometry with perfect contacts. */
    record Solved(DrawnDesign drawn, Answer ownAnswer, CellSolution perfect) {
        CellSolution own() {
            return ownAnswer.solution();
        }
    }
}
