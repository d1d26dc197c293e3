package org.grainflux.physics.fracture;

/** Where on an electrode a flaw sits. */
public enum FlawSite {
    /** A grain boundary meets the electrode: a point of the line in 2D, a point of its trace in 3D. */
    BOUNDARY_FOOT,
    /** A triple junction lies close under the electrode (2D) or reaches it (3D). */
    TRIPLE_POINT,
    /** The surface of a grain, away from boundaries. */
    GRAIN
}
