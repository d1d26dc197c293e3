package org.grainflux.study.execution;

import org.grainflux.study.plan.WorkUnit;
import org.grainflux.study.results.UnitResult;

/** Computes work units. A numerical failure is a row of the ledger, not an exception. */
@FunctionalInterface
public interface UnitRunner {
    UnitResult run(WorkUnit unit);
}
