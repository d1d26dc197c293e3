package org.grainflux.study.execution;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** Wall-clock time by stage of one work unit. Read for reports only; no number depends on it. */
final class StageClock {
    enum Stage {
        GENERATE,
        MESH,
        ASSEMBLE,
        SOLVE,
        DESIGNS,
        CHECK
    }

    private static final double SECONDS_PER_NANOSECOND = 1e-9;

    private final long startNanos = System.nanoTime();
    private final Map<Stage, Long> nanos = new EnumMap<>(Stage.class);

    <T> T time(Stage stage, Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            nanos.merge(stage, System.nanoTime() - start, Long::sum);
        }
    }

    double seconds(Stage stage) {
        return nanos.getOrDefault(stage, 0L) * SECONDS_PER_NANOSECOND;
    }

    double totalSeconds() {
        return (System.nanoTime() - startNanos) * SECONDS_PER_NANOSECOND;
    }
}
