package org.grainflux.jobs.engine;

import com.codahale.metrics.Counter;
import com.codahale.metrics.MetricRegistry;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.metrics.source.Source;
import org.grainflux.study.run.Batch;
import org.grainflux.study.run.BatchOutcome;

/**
 * What this command has made of its realizations, for the engine's metrics sinks: {@code realizations.expected},
 * {@code .completed}, {@code .failed} and {@code .aborted}, pairs of structure and design each. What earlier commands
 * committed is not counted.
 */
final class RealizationMetrics implements Source {
    private final MetricRegistry registry = new MetricRegistry();
    private final Counter expected = registry.counter("expected");
    private final Counter completed = registry.counter("completed");
    private final Counter failed = registry.counter("failed");
    private final Counter aborted = registry.counter("aborted");

    @Override
    public String sourceName() {
        return "realizations";
    }

    @Override
    public MetricRegistry metricRegistry() {
        return registry;
    }

    void expect(List<Batch> batches) {
        batches.forEach(batch -> batch.ranges()
                .forEach(range ->
                        expected.inc((long) range.size() * range.designs().size())));
    }

    /** Counts every outcome before it is handed on. */
    Consumer<BatchOutcome> andThen(Consumer<BatchOutcome> next) {
        return outcome -> {
            completed.inc(outcome.completed());
            failed.inc(outcome.failed());
            aborted.inc(outcome.aborted());
            next.accept(outcome);
        };
    }
}
