package org.grainflux.study.regression;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Measures the {@link Cost} of work on several threads. One at a time: the peak of the heap is that of the process. */
final class CostMeter {
    private static final double MEGA = 1e6;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final AtomicLong cpuNs = new AtomicLong();
    private final AtomicLong allocatedBytes = new AtomicLong();
    private final long startNs = System.nanoTime();

    CostMeter() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** Does the work on this thread and counts what it takes. */
    <T> T count(Supplier<T> work) {
        long cpu = threads.getCurrentThreadCpuTime();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        try {
            return work.get();
        } finally {
            cpuNs.addAndGet(threads.getCurrentThreadCpuTime() - cpu);
            allocatedBytes.addAndGet(threads.getCurrentThreadAllocatedBytes() - bytes);
        }
    }

    Cost total() {
        double peakBytes = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToDouble(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return new Cost(
                1e-9 * (System.nanoTime() - startNs),
                1e-9 * cpuNs.get(),
                allocatedBytes.get() / MEGA,
                peakBytes / MEGA);
    }
}
