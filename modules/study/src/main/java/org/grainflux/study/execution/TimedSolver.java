package org.grainflux.study.execution;

import org.grainflux.fem.solve.LinearSolver;
import org.grainflux.fem.solve.SolveReport;

/** A solver whose solves are a stage of their own. */
record TimedSolver(LinearSolver solver, StageClock clock) implements LinearSolver {
    @Override
    public SolveReport solve(double[] load, double[] solution, double relativeTolerance) {
        return clock.time(StageClock.Stage.SOLVE, () -> solver.solve(load, solution, relativeTolerance));
    }

    @Override
    public String method() {
        return solver.method();
    }

    @Override
    public long storedBytes() {
        return solver.storedBytes();
    }
}
