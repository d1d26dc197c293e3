package org.grainflux.microstructure;

/**
 * Where a grain boundary meets an electrode: a point in 2D, the middle of a {@link BoundaryTrace} in 3D.
 *
 * @param electrode 0 (lower) or 1 (upper)
 * @param boundary index in the network
 * @param positionM coordinates, one per axis, wrapped into the cell
 * @param minusAngleRad angle inside the minus grain between boundary and electrode; the plus grain has π minus it
 */
public record BoundaryFoot(int electrode, int boundary, double[] positionM, double minusAngleRad) {}
