package org.grainflux.core;

/**
 * The user's mistake: a value, key, file or argument that cannot be used. The message names the place, the value, what
 * is allowed and the cure; the command ends with {@link ExitCode#INVALID_INPUT}.
 */
public final class InvalidInputException extends RuntimeException {
    public InvalidInputException(String message) {
        super(message);
    }

    public InvalidInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
