package org.grainflux.bench.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SolvingClockTest {
    /** Long against the clock's own cost and against what other threads of the process do in idle time. */
    private static final double WORK_S = 0.1;

    /** Keeps the calling thread computing until its own clock has advanced, however busy the machine is. */
    private static double work() {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        double x = 1;
        while (threads.getCurrentThreadCpuTime() - start < 1e9 * WORK_S) {
            x = Math.sqrt(x + 1);
        }
        return x;
    }

    @Test
    void ownThreadCounts() {
        SolvingClock clock = SolvingClock.start();
        work();
        assertThat(clock.read().cpuS()).isBetween(WORK_S, 2 * WORK_S);
    }

    @Test
    void threadsOfAPoolCount() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            SolvingClock clock = SolvingClock.start();
            Future<Double> first = pool.submit(SolvingClockTest::work);
            Future<Double> second = pool.submit(SolvingClockTest::work);
            first.get();
            second.get();
            assertThat(clock.read().cpuS()).isBetween(2 * WORK_S, 3 * WORK_S);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aThreadThatEndedIsNotForgotten() throws Exception {
        SolvingClock clock = SolvingClock.start();
        Thread thread = new Thread(SolvingClockTest::work);
        thread.start();
        thread.join();
        SolvingClock.Reading reading = clock.read();
        assertThat(reading.cpuS()).isGreaterThanOrEqualTo(WORK_S).isEqualTo(reading.processCpuS());
    }

    @Test
    void waitingIsWallTimeOnly() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        SolvingClock clock = SolvingClock.start();
        assertThat(never.await((long) (1e3 * WORK_S), java.util.concurrent.TimeUnit.MILLISECONDS))
                .isFalse();
        SolvingClock.Reading reading = clock.read();
        assertThat(reading.wallS()).isGreaterThanOrEqualTo(0.99 * WORK_S);
        assertThat(reading.cpuS()).isLessThan(0.5 * WORK_S);
    }
}
