package org.grainflux.physics.fracture;

/** Where on an electrode a flaw sits. */
public enum FlawSite {
    /** A grain boundary meets the electrode (a point in 2D). */
    BOUNDARY_FOOT,
    /** A triple junction lies close under the electrode. */
    TRIPLE_POINT,
    /** The surface of a grain, away from boundaries. */
    GRAIN
}
