package org.grainflux.physics.transport;

/**
 * Where a grain touches an electrode.
 *
 * @param grain region of the mesh
 * @param startM first coordinate, in [0, W)
 * @param lengthM length; the end may lie beyond W
 */
public record GrainContact(int grain, double startM, double lengthM) {}
