package org.grainflux.core;

/** How a command of GrainFlux ends, as the shell sees it. */
public enum ExitCode {
    COMPLETE(0),
    INVALID_INPUT(2),
    FAILURES_BEYOND_QUOTA(3),
    INFRASTRUCTURE(4),
    INTERNAL_ERROR(5),
    REGRESSION_DIFFERS(6),
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
