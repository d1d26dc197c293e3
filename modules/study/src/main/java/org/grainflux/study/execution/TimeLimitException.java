package org.grainflux.study.execution;

/** A work unit that took longer than it may. How long it takes depends on the machine, so this is no result. */
public final class TimeLimitException extends RuntimeException {
    TimeLimitException(String message) {
        super(message);
    }
}
