package org.grainflux.core;

import java.util.Arrays;

/** How a command of GrainFlux ends, as the shell sees it. */
public enum ExitCode {
    COMPLETE(0),
    INVALID_INPUT(2),
    FAILURES_BEYOND_QUOTA(3),
    INFRASTRUCTURE(4),
    INTERNAL_ERROR(5),
    REGRESSION_DIFFERS(6),
    /** Another command works on the run's folder. */
    HELD_BY_ANOTHER(7),
    /** Realizations are missing; {@code --resume} computes them. */
    INCOMPLETE(8),
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The exit code of that number. */
    public static ExitCode ofCode(int code) {
        return Arrays.stream(values())
                .filter(candidate -> candidate.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code + " is no exit code of GrainFlux"));
    }

    /** How a command ends that failed with this error; INTERNAL_ERROR for one that is neither the user's nor expected. */
    public static ExitCode of(Throwable error) {
        if (error instanceof InvalidInputException) {
            return INVALID_INPUT;
        }
        if (error instanceof InfrastructureException) {
            return INFRASTRUCTURE;
        }
        if (error instanceof HeldByAnotherException) {
            return HELD_BY_ANOTHER;
        }
        return error instanceof NumericalFailureException ? FAILURES_BEYOND_QUOTA : INTERNAL_ERROR;
    }
}
