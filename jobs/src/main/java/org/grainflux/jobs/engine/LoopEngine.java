package org.grainflux.jobs.engine;

import java.util.List;
import java.util.function.Consumer;
import org.grainflux.study.run.Batch;
import org.grainflux.study.run.BatchOutcome;
import org.grainflux.study.run.LoopRunner;

/** Plain threads of this process: the same work without Spark, to measure what Spark costs. */
public final class LoopEngine implements BatchEngine {
    private final int threads;

    public LoopEngine(int threads) {
        this.threads = threads;
    }

    @Override
    public int cores() {
        return threads;
    }

    @Override
    public String description() {
        return "plain loop on " + threads + (threads == 1 ? " thread" : " threads");
    }

    @Override
    public void run(List<Batch> batches, BatchTask task, Consumer<BatchOutcome> onBatch) {
        LoopRunner.run(batches, threads, batch -> {
            BatchOutcome outcome = task.run(batch);
            synchronized (this) {
                onBatch.accept(outcome);
            }
            return outcome;
        });
    }

    @Override
    public void cancel() {
        // Its threads are daemons and end with the process.
    }

    @Override
    public void close() {}
}
