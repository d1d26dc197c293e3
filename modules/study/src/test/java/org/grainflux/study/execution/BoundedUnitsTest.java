package org.grainflux.study.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.grainflux.core.Cancellation;
import org.grainflux.core.CancelledException;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.study.plan.WorkUnit;
import org.grainflux.study.results.UnitResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class BoundedUnitsTest {
    private static final Duration LONG = Duration.ofMinutes(60);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final WorkUnit UNIT = new WorkUnit(3, List.of("bare"));

    private static UnitResult nothing() {
        return UnitResult.ofLedger(List.of());
    }

    @Test
    void resultsAndFailuresPassThrough() {
        UnitResult result = nothing();
        assertThat(new BoundedUnits(unit -> result, LONG).run(UNIT)).isSameAs(result);
        NumericalFailureException failure =
                new NumericalFailureException(NumericalFailureException.Reason.NOT_FINITE, "NaN");
        assertThatThrownBy(() -> new BoundedUnits(
                                unit -> {
                                    throw failure;
                                },
                                LONG)
                        .run(UNIT))
                .isSameAs(failure);
        assertThatThrownBy(() -> new BoundedUnits(
                                unit -> {
                                    throw new StackOverflowError();
                                },
                                LONG)
                        .run(UNIT))
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void loopWithAPointStopsAtTheLimit() throws InterruptedException {
        AtomicReference<Thread> computing = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(1);
        UnitRunner endless = unit -> {
            computing.set(Thread.currentThread());
            try {
                while (true) {
                    Cancellation.point();
                }
            } finally {
                ended.countDown();
            }
        };
        assertThatThrownBy(() -> new BoundedUnits(endless, SHORT, LONG).run(UNIT))
                .isInstanceOf(TimeLimitException.class)
                .hasMessageContaining("took longer than 0.0008333 min (--unit-limit)")
                .hasMessageNotContaining("left behind");
        ended.await();
        assertThat(computing.get()).isNotSameAs(Thread.currentThread());
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void loopWithoutAPointIsLeftBehind() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        UnitRunner deaf = unit -> {
            while (release.getCount() > 0) {
                Thread.onSpinWait();
            }
            return nothing();
        };
        assertThatThrownBy(() -> new BoundedUnits(deaf, SHORT, SHORT).run(UNIT))
                .isInstanceOf(TimeLimitException.class)
                .hasMessageContaining("its thread was left behind");
        release.countDown();
    }

    @Test
    void interruptedCallerStopsTheUnitAndStaysInterrupted() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> stayed = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                new BoundedUnits(
                                unit -> {
                                    started.countDown();
                                    try {
                                        while (true) {
                                            Cancellation.point();
                                        }
                                    } finally {
                                        ended.countDown();
                                    }
                                },
                                LONG)
                        .run(UNIT);
            } catch (RuntimeException e) {
                thrown.set(e);
                stayed.set(Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        started.await();
        caller.interrupt();
        caller.join();
        ended.await();
        assertThat(thrown.get()).isInstanceOf(CancelledException.class);
        assertThat(stayed.get()).isTrue();
    }

    /** The main path passes points: a real unit ends although nothing in it blocks. */
    @Test
    void realUnitStopsAtAPoint() {
        UnitRunner real = unit -> {
            Thread.currentThread().interrupt();
            return SmallStudy.run(SmallStudy.with(), unit.structureIndex(), "bare");
        };
        assertThatThrownBy(() -> new BoundedUnits(real, LONG).run(UNIT)).isInstanceOf(CancelledException.class);
    }
}
