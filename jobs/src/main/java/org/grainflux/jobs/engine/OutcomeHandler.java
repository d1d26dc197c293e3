package org.grainflux.jobs.engine;

import java.util.function.Consumer;
import org.grainflux.study.run.BatchOutcome;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/** Hands each task's outcome on; stays in the driver. */
final class OutcomeHandler extends AbstractFunction2<Object, BatchOutcome, BoxedUnit> {
    private final Consumer<BatchOutcome> onBatch;

    OutcomeHandler(Consumer<BatchOutcome> onBatch) {
        this.onBatch = onBatch;
    }

    @Override
    public BoxedUnit apply(Object partition, BatchOutcome outcome) {
        onBatch.accept(outcome);
        return BoxedUnit.UNIT;
    }
}
