package org.grainflux.bench.kernels;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.grainflux.fem.solve.SolverPass;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What a kernel did and how long its thread had a core for it: on a shared machine the seconds on the wall, which the
 * harness takes, say little.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Work {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    public double gigabytes;
    public double gigaflops;
    public double cpuSeconds;

    private long lastNanos;

    @Setup(Level.Iteration)
    public void start() {
        lastNanos = THREADS.getCurrentThreadCpuTime();
    }

    /** Runs a pass of a solver once; what puts its numbers back is not timed. */
    void time(SolverPass pass) {
        pass.prepare().run();
        start();
        pass.run().run();
        add(pass.bytes(), pass.operations());
    }

    void add(double bytes, double operations) {
        long now = THREADS.getCurrentThreadCpuTime();
        cpuSeconds += 1e-9 * (now - lastNanos);
        lastNanos = now;
        gigabytes += 1e-9 * bytes;
        gigaflops += 1e-9 * operations;
    }
}
