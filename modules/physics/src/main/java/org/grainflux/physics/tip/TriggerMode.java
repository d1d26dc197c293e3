package org.grainflux.physics.tip;

/** What starts the filament under a tip. */
public enum TriggerMode {
    /** A groove at a boundary opens. */
    BOUNDARY_GROOVE,
    /** The crystal fails at its ideal strength, against the pressure of the tip. */
    IDEAL_STRENGTH
}
