package org.grainflux.fem.solve;

import java.util.ArrayList;
import java.util.List;

/**
 * A symmetric positive definite system made ready for many right-hand sides: all work that does not depend on the load is
 * done when the solver is made.
 */
public interface LinearSolver {

    /**
     * Solves A x = b.
     *
     * @param load b, one entry per unknown; not changed
     * @param solution on entry the first guess (direct methods ignore it), on return x
     * @param relativeTolerance largest ‖b − A x‖₂ / ‖b‖₂, &gt; 0
     * @return what was done, with the residual computed afresh from the matrix
     * @throws org.grainflux.core.NumericalFailureException when the tolerance is not reached; the message gives the
     *     tolerance and what was reached
     */
    SolveReport solve(double[] load, double[] solution, double relativeTolerance);

    /**
     * Solves for several loads; methods that can share work between them do.
     *
     * @param loads per load one entry per unknown; not changed
     * @param solutions as many arrays, on return the solutions
     * @return a report per load
     * @throws org.grainflux.core.NumericalFailureException as {@link #solve} does, at the first load that fails
     */
    default List<SolveReport> solveAll(double[][] loads, double[][] solutions, double relativeTolerance) {
        List<SolveReport> reports = new ArrayList<>(loads.length);
        for (int r = 0; r < loads.length; r++) {
            reports.add(solve(loads[r], solutions[r], relativeTolerance));
        }
        return reports;
    }

    /** Name of the method, for logs and reports. */
    String method();

    /** Bytes kept beside the matrix, per solver and including its work vectors. */
    long storedBytes();
}
