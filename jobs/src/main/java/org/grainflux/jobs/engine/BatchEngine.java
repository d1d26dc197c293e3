package org.grainflux.jobs.engine;

import java.util.List;
import java.util.function.Consumer;
import org.grainflux.study.run.Batch;
import org.grainflux.study.run.BatchOutcome;

/** Runs batches on all its cores. */
public interface BatchEngine extends AutoCloseable {
    int cores();

    /** For the status and the report, e.g. {@code Spark 4.2.0 on local[*], 2 cores}. */
    String description();

    /**
     * Returns when all batches are committed.
     *
     * @param onBatch told of every finished batch, one at a time
     * @throws org.grainflux.core.InfrastructureException when the engine or the storage fails
     */
    void run(List<Batch> batches, BatchTask task, Consumer<BatchOutcome> onBatch);

    /** Stops running batches without waiting for them; what is committed stays. */
    void cancel();

    @Override
    void close();
}
