package org.grainflux.physics.crack;

/** Why the extension of a crack ended. */
public enum CrackEnd {
    /** It reached the far electrode. */
    PENETRATION,
    /** The pressure it needs is above what the lithium in it can hold. */
    ARREST,
    /** No pressure opens any way on: the faces at its tip are pressed together. */
    CLOSED,
    /** Every boundary at its tip turns back by more than 120°, and grains do not crack. */
    NO_WAY_ON,
    /** It met itself and split a part off. */
    SPLITS_OFF,
    /**
     * It came back to the electrode it started from: a piece spalls off, as seen under plated electrodes (Ning et al. 2021, Nat.
     * Mater. 20, 1121).
     */
    SPALLS,
    /** No boundary reaches the electrode where the flaw is. */
    NO_BOUNDARY,
    /** The limit of steps was reached. */
    STEP_LIMIT,
    /** The field could not be solved; the message is in the record. */
    NUMERICAL_FAILURE
}
