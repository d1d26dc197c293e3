package org.grainflux.physics.transport;

/**
 * Potentials of one electrode against its lithium, V, or currents into the same unknowns, A per metre of depth.
 *
 * @param nodes one per electrode node of the electrolyte
 * @param points one per point of the layer's surface; null without a layer
 */
record ElectrodeVector(double[] nodes, double[] points) {}
