package org.grainflux.jobs.predict;

import org.grainflux.jobs.engine.RunnerFactory;
import org.grainflux.report.vtu.VtuFieldSink;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.execution.RealizationRunner;
import org.grainflux.study.execution.TotalConductivity;
import org.grainflux.study.execution.UnitRunner;
import org.grainflux.study.run.RunFolder;

/**
 * Makes the runner of a study; fields of chosen realizations go to the run's folder.
 *
 * @param boundaryScale factor on all boundary resistances
 */
public record StudyRunnerFactory(StudyConfig study, double boundaryScale) implements RunnerFactory {
    /** Solves for the study's boundary scale, which may take some solutions of its structures. */
    public static StudyRunnerFactory of(StudyConfig study) {
        return new StudyRunnerFactory(study, TotalConductivity.boundaryScale(study));
    }

    @Override
    public UnitRunner create(RunFolder folder) {
        return new RealizationRunner(study, boundaryScale, new VtuFieldSink(folder));
    }
}
