package org.grainflux.core;

/** Disk, network or engine failed; the input may be fine. The command ends with {@link ExitCode#INFRASTRUCTURE}. */
public final class InfrastructureException extends RuntimeException {
    public InfrastructureException(String message) {
        super(message);
    }

    public InfrastructureException(String message, Throwable cause) {
        super(message, cause);
    }
}
