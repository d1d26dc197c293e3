package org.grainflux.study.execution;

import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.plan.WorkUnit;
import org.grainflux.study.results.UnitResult;

/** Lets a unit of a study start once its structure fits into the process's memory beside those under way. */
public record UnitsInMemory(StudyConfig study, UnitRunner units) implements UnitRunner {
    @Override
    public UnitResult run(WorkUnit unit) {
        WorkingMemory.Share memory = WorkingMemory.ofThisProcess().take(study);
        try {
            return units.run(unit);
        } finally {
            memory.giveBack();
        }
    }
}
