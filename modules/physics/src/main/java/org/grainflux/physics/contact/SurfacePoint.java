package org.grainflux.physics.contact;

/**
 * A place on an electrode's surface where a tip may sit.
 *
 * @param positionM coordinate along the electrode, m
 * @param grain index of the grain underneath; at a foot, of the grain to its right
 * @param distanceToBoundaryM along the surface, m; 0 at a foot, +∞ in a surface without boundaries
 */
public record SurfacePoint(double positionM, int grain, double distanceToBoundaryM) {}
