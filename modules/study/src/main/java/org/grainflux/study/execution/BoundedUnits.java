package org.grainflux.study.execution;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.grainflux.core.CancelledException;
import org.grainflux.study.plan.WorkUnit;
import org.grainflux.study.results.UnitResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Gives every work unit a limit of wall-clock time. A unit runs on a thread of its own; beyond the limit the thread is
 * interrupted, which ends it at the next {@link org.grainflux.core.Cancellation#point()} or blocking call. A thread that
 * reaches neither within {@link #GRACE} is left behind: Java cannot end it, so it occupies a core until its process ends,
 * but the run goes on.
 */
public final class BoundedUnits implements UnitRunner {
    /** Passes of the longest loops with a point, a level of multigrid or a front, take seconds on a million unknowns. */
    static final Duration GRACE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(BoundedUnits.class);

    private final UnitRunner units;
    private final Duration limit;
    private final Duration grace;

    /** @param units may be called again while a call that was left behind still runs */
    public BoundedUnits(UnitRunner units, Duration limit) {
        this(units, limit, GRACE);
    }

    BoundedUnits(UnitRunner units, Duration limit, Duration grace) {
        this.units = units;
        this.limit = limit;
        this.grace = grace;
    }

    /**
     * @throws TimeLimitException beyond the limit
     * @throws CancelledException when this thread is interrupted, which stops the unit too
     */
    @Override
    public UnitResult run(WorkUnit unit) {
        Map<String, String> logContext = MDC.getCopyOfContextMap();
        FutureTask<UnitResult> result = new FutureTask<>(() -> {
            MDC.setContextMap(logContext == null ? Map.of() : logContext);
            return units.run(unit);
        });
        Thread thread = new Thread(result, "structure " + unit.structureIndex());
        thread.setDaemon(true);
        thread.start();
        try {
            return result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            stop(thread);
            throw new TimeLimitException(String.format(
                    Locale.ROOT,
                    "took longer than %.4g min (--unit-limit)%s",
                    limit.toNanos() / 60e9,
                    thread.isAlive() ? " and did not stop; its thread was left behind" : ""));
        } catch (InterruptedException e) {
            stop(thread);
            Thread.currentThread().interrupt();
            throw new CancelledException("the unit was cancelled");
        } catch (ExecutionException e) {
            throw asThrown(e.getCause());
        }
    }

    private static RuntimeException asThrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known
                ? known
                : new IllegalStateException("units throw unchecked exceptions only", cause);
    }

    private void stop(Thread thread) {
        thread.interrupt();
        try {
            thread.join(grace.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("{} passes no point where it could be stopped; it was left behind and occupies a core", thread);
        }
    }
}
