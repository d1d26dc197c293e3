package org.grainflux.jobs.engine;

import java.io.Serializable;
import org.grainflux.study.execution.UnitRunner;
import org.grainflux.study.run.RunFolder;

/** Travels to wherever work is done and makes a runner there; one runner serves one thread. */
@FunctionalInterface
public interface RunnerFactory extends Serializable {
    UnitRunner create(RunFolder folder);

    /**
     * Makes runners that take several threads for a unit where they can; results must not depend on the number.
     *
     * @param threads cores per unit, ≥ 1
     */
    default RunnerFactory onThreads(int threads) {
        return this;
    }
}
