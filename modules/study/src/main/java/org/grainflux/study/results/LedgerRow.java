package org.grainflux.study.results;

/**
 * What became of one realization: one structure under one design.
 *
 * @param state {@code completed}, {@code failed} (a numerical failure, final) or {@code aborted} (retried on resume)
 * @param reason empty when completed, else the failure's reason; {@link #TIME_LIMIT} or the name of an accident when aborted
 * @param message what happened, for a reader
 * @param unknowns potential unknowns of the flux problem, 0 when it failed before meshing
 * @param relativeResidual true residual of the flux solve over the load
 */
public record LedgerRow(
        int structureIndex,
        String design,
        String state,
        String reason,
        String message,
        int unknowns,
        int elements,
        double relativeResidual) {
    public static final String COMPLETED = "completed";
    public static final String FAILED = "failed";
    public static final String ABORTED = "aborted";
    public static final String TIME_LIMIT = "TIME_LIMIT";

    /** The same row with another message. */
    public LedgerRow withMessage(String other) {
        return new LedgerRow(structureIndex, design, state, reason, other, unknowns, elements, relativeResidual);
    }
}
