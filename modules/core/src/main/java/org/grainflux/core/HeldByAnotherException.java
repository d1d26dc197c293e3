package org.grainflux.core;

/** Another command works on what this one was given. The command ends with {@link ExitCode#HELD_BY_ANOTHER}. */
public final class HeldByAnotherException extends RuntimeException {
    public HeldByAnotherException(String message) {
        super(message);
    }
}
