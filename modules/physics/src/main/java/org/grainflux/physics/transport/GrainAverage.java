package org.grainflux.physics.transport;

/**
 * Current through all of one grain's contact with an electrode.
 *
 * @param grain region of the mesh
 * @param contact length (m, 2D) or area (m², 3D) that the grain touches
 * @param extentM size of that contact: its length, or the diameter of the disc of its area
 * @param meanAPerM2 current over contact
 */
public record GrainAverage(int grain, double contact, double extentM, double meanAPerM2) {}
