package org.grainflux.study.execution;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Wall-clock time by stage of one work unit: a stage within another one stops the outer one's time. Read for reports only;
 * no number depends on it. For one thread.
 */
final class StageClock {
    enum Stage {
        GENERATE,
        MESH,
        ASSEMBLE,
        SET_UP,
        SOLVE,
        DESIGNS,
        CHECK,
        /** Stiffness with its flaws open, factored for the coupling. */
        ELASTIC,
        /** Flux, contact and stress brought to agree. */
        COUPLE,
        /** Mesh, stiffness and factor of the cracks that are followed. */
        EXTEND_SET_UP,
        /** Their steps. */
        EXTEND
    }

    private static final double SECONDS_PER_NANOSECOND = 1e-9;

    private final long startNanos = System.nanoTime();
    private final Map<Stage, Long> nanos = new EnumMap<>(Stage.class);
    private Stage current;
    private long sinceNanos;

    <T> T time(Stage stage, Supplier<T> work) {
        Stage outer = current;
        charge(stage);
        try {
            return work.get();
        } finally {
            charge(outer);
        }
    }

    /** Ends the time of the current stage and begins that of another one; null is none. */
    private void charge(Stage next) {
        long now = System.nanoTime();
        if (current != null) {
            nanos.merge(current, now - sinceNanos, Long::sum);
        }
        current = next;
        sinceNanos = now;
    }

    /** Counts a part of the running stage for another one. */
    void move(Stage running, Stage other, long part) {
        nanos.merge(running, -part, Long::sum);
        nanos.merge(other, part, Long::sum);
    }

    double seconds(Stage stage) {
        return nanos.getOrDefault(stage, 0L) * SECONDS_PER_NANOSECOND;
    }

    double totalSeconds() {
        return (System.nanoTime() - startNanos) * SECONDS_PER_NANOSECOND;
    }
}
