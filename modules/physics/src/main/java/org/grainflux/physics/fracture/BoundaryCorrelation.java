package org.grainflux.physics.fracture;

/** Whether flaws know of the grain boundaries: the switch that isolates the effect of their correlation. */
public enum BoundaryCorrelation {
    /** Boundary flaws sit on feet and triple points. */
    ON_BOUNDARIES,
    /** The same flaws (number, depth, opening, toughness) at positions drawn uniformly over the electrode. */
    UNIFORM
}
