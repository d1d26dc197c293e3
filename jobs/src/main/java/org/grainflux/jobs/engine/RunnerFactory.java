package org.grainflux.jobs.engine;

import java.io.Serializable;
import org.grainflux.study.execution.UnitRunner;
import org.grainflux.study.run.RunFolder;

/** Travels to wherever work is done and makes a runner there; one runner serves one thread. */
@FunctionalInterface
public interface RunnerFactory extends Serializable {
    UnitRunner create(RunFolder folder);
}
