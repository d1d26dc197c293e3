package org.grainflux.bench.solve;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;

/**
 * Waits until the just-in-time compiler has nothing left to do: what one solve gave it must not take a core from the
 * next.
 */
final class CompilerRest {
    private static final long LOOK_MS = 300;

    /** A solve leaves a few seconds of work at most; a compiler that never rests must not hold a measurement up. */
    private static final int MOST_LOOKS = 60;

    private CompilerRest() {}

    /** Returns at once where the virtual machine does not tell how long it has compiled. */
    static void await() {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        if (compiler == null || !compiler.isCompilationTimeMonitoringSupported()) {
            return;
        }
        long before = -1;
        for (int look = 0; look < MOST_LOOKS && compiler.getTotalCompilationTime() != before; look++) {
            before = compiler.getTotalCompilationTime();
            try {
                Thread.sleep(LOOK_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
