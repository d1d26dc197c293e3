package org.grainflux.study.regression;

import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.execution.FieldSink;
import org.grainflux.study.execution.RealizationRunner;
import org.grainflux.study.execution.TotalConductivity;
import org.grainflux.study.execution.UnitRunner;

/** Makes what computes the structures of a reference. */
@FunctionalInterface
public interface RunnerSource {
    /** The program as it is. */
    RunnerSource PROGRAM =
            (study, fields) -> new RealizationRunner(study, TotalConductivity.boundaryScale(study), fields);

    /** @param fields takes the potentials of the structure, if the study asks for them */
    UnitRunner of(StudyConfig study, FieldSink fields);
}
