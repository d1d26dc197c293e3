package org.grainflux.jobs.memristor;

import org.grainflux.jobs.engine.RunnerFactory;
import org.grainflux.study.config.MemristorStudy;
import org.grainflux.study.execution.UnitRunner;
import org.grainflux.study.memristor.DeviceRunner;
import org.grainflux.study.run.RunFolder;

/** Makes the runner of a memristor study. */
public record MemristorRunnerFactory(MemristorStudy study) implements RunnerFactory {
    @Override
    public UnitRunner create(RunFolder folder) {
        return new DeviceRunner(study);
    }
}
