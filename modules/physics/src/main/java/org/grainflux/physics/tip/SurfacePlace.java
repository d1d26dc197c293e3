package org.grainflux.physics.tip;

/**
 * A place on a surface where a tip may sit.
 *
 * @param grain index of the grain underneath
 * @param distanceToBoundaryM along the surface, m; +∞ on a surface without boundaries
 */
public record SurfacePlace(double xM, double yM, int grain, double distanceToBoundaryM) {}
