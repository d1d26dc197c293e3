package org.grainflux.core;

/**
 * Where long computations can be stopped. Loops whose passes take at least microseconds and whose number depends on the
 * input call {@link #point()} once per pass. It reads a flag and changes nothing, so results do not depend on it.
 */
public final class Cancellation {
    private Cancellation() {}

    /** @throws CancelledException when the thread that computes was interrupted; it stays interrupted */
    public static void point() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancelledException("the computation was cancelled");
        }
    }
}
