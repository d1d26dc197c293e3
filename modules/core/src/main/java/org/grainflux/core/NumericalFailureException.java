package org.grainflux.core;

/**
 * A realization that could not be computed: it becomes a row of the ledger with its reason, never a crash and never
 * silence.
 */
public final class NumericalFailureException extends RuntimeException {
    /** Why a realization failed; the name is what the ledger stores. */
    public enum Reason {
        SEEDING_EXHAUSTED,
        DEGENERATE_TESSELLATION,
        MESH_QUALITY,
        REFINEMENT_LIMIT,
        NOT_POSITIVE_DEFINITE,
        RESIDUAL_TOO_LARGE,
        NOT_FINITE,
        ITERATION_LIMIT
    }

    private final Reason reason;

    public NumericalFailureException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
