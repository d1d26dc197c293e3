package org.grainflux.fem.multigrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ThreadTeamTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void everyPartRunsOnceTaskAfterTask(int threads) {
        try (ThreadTeam team = new ThreadTeam(threads)) {
            assertThat(team.size()).isEqualTo(threads);
            for (int task = 0; task < 2000; task++) {
                AtomicIntegerArray runs = new AtomicIntegerArray(task % 7);
                team.run(runs.length(), (part, worker) -> runs.incrementAndGet(part));
                for (int part = 0; part < runs.length(); part++) {
                    assertThat(runs.get(part)).isEqualTo(1);
                }
            }
        }
    }

    /** Would wait for ever if parts were done one after the other, or by one thread. */
    @Test
    void partsRunAtTheSameTime() {
        Set<Integer> workers = ConcurrentHashMap.newKeySet();
        try (ThreadTeam team = new ThreadTeam(3)) {
            CountDownLatch met = new CountDownLatch(3);
            team.run(3, (part, worker) -> {
                workers.add(worker);
                met.countDown();
                await(met);
            });
        }
        assertThat(workers).containsExactlyInAnyOrder(0, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1023, 1024, 1025, 10_000})
    void rowsAreCutAlikeForAnyNumberOfThreads(int count) {
        Set<String> one = ranges(1, count);
        assertThat(ranges(2, count)).isEqualTo(one);
        assertThat(one).hasSize(ThreadTeam.rowParts(count));
    }

    private static Set<String> ranges(int threads, int count) {
        Set<String> ranges = ConcurrentHashMap.newKeySet();
        AtomicIntegerArray seen = new AtomicIntegerArray(count);
        try (ThreadTeam team = new ThreadTeam(threads)) {
            team.rows(count, (begin, end, part, worker) -> {
                ranges.add(part + ": " + begin + "–" + end);
                for (int row = begin; row < end; row++) {
                    seen.incrementAndGet(row);
                    assertThat(ThreadTeam.partOf(row)).isEqualTo(part);
                }
            });
        }
        for (int row = 0; row < count; row++) {
            assertThat(seen.get(row)).isEqualTo(1);
        }
        return new HashSet<>(ranges);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theEarliestFailureIsThrownAndTheTeamStaysUsable(int threads) {
        try (ThreadTeam team = new ThreadTeam(threads)) {
            assertThatThrownBy(() -> team.run(8, (part, worker) -> {
                        if (part >= 5) {
                            throw new IllegalStateException("part " + part);
                        }
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("part 5");
            assertThatThrownBy(() -> team.run(2, (part, worker) -> {
                        throw new StackOverflowError("part " + part);
                    }))
                    .isInstanceOf(StackOverflowError.class)
                    .hasMessage("part 0");
            AtomicIntegerArray runs = new AtomicIntegerArray(4);
            team.run(4, (part, worker) -> runs.incrementAndGet(part));
            assertThat(runs.get(3)).isEqualTo(1);
        }
    }

    /** An interrupt must not return while a helper still writes; it is kept for whoever may end early. */
    @Test
    void anInterruptIsKeptAndAllPartsAreDone() {
        AtomicIntegerArray runs = new AtomicIntegerArray(2);
        CountDownLatch begun = new CountDownLatch(2);
        try (ThreadTeam team = new ThreadTeam(2)) {
            Thread.currentThread().interrupt();
            team.run(2, (part, worker) -> {
                begun.countDown();
                if (worker > 0) {
                    await(begun);
                    sleep(20);
                    runs.incrementAndGet(part);
                } else {
                    while (begun.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    runs.incrementAndGet(part);
                }
            });
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(runs.get(0) + runs.get(1)).isEqualTo(2);
    }

    @Test
    void helpersEndWithTheirTeam() {
        Set<Thread> helpers = ConcurrentHashMap.newKeySet();
        try (ThreadTeam team = new ThreadTeam(3)) {
            CountDownLatch met = new CountDownLatch(3);
            team.run(3, (part, worker) -> {
                helpers.add(Thread.currentThread());
                met.countDown();
                await(met);
            });
        }
        helpers.remove(Thread.currentThread());
        assertThat(helpers).hasSize(2).noneMatch(Thread::isAlive);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
