package org.grainflux.physics.fracture;

/** Which of the competing modes ends the ramp first. */
public enum LimitingMode {
    /** A lithium-filled flaw extends. */
    GRIFFITH,
    /** Voids form where lithium is stripped from the ceramic. */
    STRIPPING,
    /** Salt is depleted in an ionic interlayer. */
    LIMITING_CURRENT,
    /** No mode has a finite critical current: the value is right-censored. */
    NONE
}
