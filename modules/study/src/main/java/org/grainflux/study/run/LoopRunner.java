package org.grainflux.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.grainflux.core.InfrastructureException;

/** Runs batches on plain threads of this process: the measure of what an engine costs. */
public final class LoopRunner {
    private LoopRunner() {}

    /**
     * @param work computes and commits a batch; called from {@code threads} threads
     * @return outcomes in the order of the batches
     */
    public static List<BatchOutcome> run(List<Batch> batches, int threads, Function<Batch, BatchOutcome> work) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "loop");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Callable<BatchOutcome>> tasks = new ArrayList<>();
            for (Batch batch : batches) {
                tasks.add(() -> work.apply(batch));
            }
            List<BatchOutcome> outcomes = new ArrayList<>();
            for (Future<BatchOutcome> future : pool.invokeAll(tasks)) {
                outcomes.add(future.get());
            }
            return outcomes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureException("the run was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a batch ended unexpectedly", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
