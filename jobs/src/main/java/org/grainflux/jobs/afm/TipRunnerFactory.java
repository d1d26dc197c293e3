package org.grainflux.jobs.afm;

import org.grainflux.jobs.engine.RunnerFactory;
import org.grainflux.study.afm.TipRunner;
import org.grainflux.study.config.AfmStudy;
import org.grainflux.study.execution.UnitRunner;
import org.grainflux.study.run.RunFolder;

/** Makes the runner of a study of the tip. */
public record TipRunnerFactory(AfmStudy study) implements RunnerFactory {
    @Override
    public UnitRunner create(RunFolder folder) {
        return new TipRunner(study);
    }
}
