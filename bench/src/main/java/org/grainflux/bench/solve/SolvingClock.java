package org.grainflux.bench.solve;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;

/**
 * CPU and wall seconds of a piece of work. CPU seconds are summed over all Java threads, so a solver may use threads of
 * its own; the just-in-time compiler and the garbage collector run in other threads and are not counted.
 *
 * <p>The clock of a thread is lost with the thread. Where one ended within the work, the CPU seconds of the whole process
 * are taken instead, compiler and collector included: never less than what is asked for.
 */
final class SolvingClock {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /**
     * What a piece of work took.
     *
     * @param cpuS seconds of the solving threads
     * @param processCpuS seconds of the whole process, compiler and collector included
     */
    record Reading(double cpuS, double wallS, double processCpuS) {}

    private final Map<Long, Long> startNanos = threadNanos();
    private final long startedThreads = THREADS.getTotalStartedThreadCount();
    private final long processStartNanos = SYSTEM.getProcessCpuTime();
    private final long wallStartNanos = System.nanoTime();

    private SolvingClock() {}

    /** Starts a clock. */
    static SolvingClock start() {
        return new SolvingClock();
    }

    Reading read() {
        double wallS = 1e-9 * (System.nanoTime() - wallStartNanos);
        double processS = 1e-9 * (SYSTEM.getProcessCpuTime() - processStartNanos);
        Map<Long, Long> now = threadNanos();
        long nanos = 0;
        long appeared = 0;
        for (Map.Entry<Long, Long> thread : now.entrySet()) {
            Long before = startNanos.get(thread.getKey());
            nanos += thread.getValue() - (before == null ? 0 : before);
            appeared += before == null ? 1 : 0;
        }
        boolean ended = !now.keySet().containsAll(startNanos.keySet())
                || THREADS.getTotalStartedThreadCount() - startedThreads > appeared;
        return new Reading(ended ? processS : 1e-9 * nanos, wallS, processS);
    }

    private static Map<Long, Long> threadNanos() {
        Map<Long, Long> nanos = new HashMap<>();
        for (long id : THREADS.getAllThreadIds()) {
            long time = THREADS.getThreadCpuTime(id);
            if (time >= 0) {
                nanos.put(id, time);
            }
        }
        return nanos;
    }
}
