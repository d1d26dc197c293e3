package org.grainflux.jobs.predict;

import java.time.Duration;
import org.grainflux.jobs.engine.RunnerFactory;
import org.grainflux.report.vtu.VtuFieldSink;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.execution.BoundedUnits;
import org.grainflux.study.execution.RealizationRunner;
import org.grainflux.study.execution.TotalConductivity;
import org.grainflux.study.execution.UnitRunner;
import org.grainflux.study.execution.UnitsInMemory;
import org.grainflux.study.run.RunFolder;

/**
 * Makes the runner of a study; fields of chosen realizations go to the run's folder.
 *
 * @param boundaryScale factor on all boundary resistances
 * @param unitLimit wall-clock time after which a unit is aborted; waiting for memory does not count
 * @param threads of a unit whose structure is an image
 */
public record StudyRunnerFactory(StudyConfig study, double boundaryScale, Duration unitLimit, int threads)
        implements RunnerFactory {
    /** Far above any unit of the shipped studies; the largest, a volume of 1,000 grains, takes minutes. */
    public static final Duration DEFAULT_UNIT_LIMIT = Duration.ofHours(2);

    /** Solves for the study's boundary scale, which may take some solutions of its structures. */
    public static StudyRunnerFactory of(StudyConfig study, Duration unitLimit) {
        return new StudyRunnerFactory(study, TotalConductivity.boundaryScale(study), unitLimit, 1);
    }

    @Override
    public UnitRunner create(RunFolder folder) {
        RealizationRunner units = new RealizationRunner(study, boundaryScale, new VtuFieldSink(folder))
                .onThreads(threads)
                .readingImagesFrom(folder.inputs());
        return new UnitsInMemory(study, new BoundedUnits(units, unitLimit));
    }

    @Override
    public RunnerFactory onThreads(int count) {
        return new StudyRunnerFactory(study, boundaryScale, unitLimit, count);
    }
}
