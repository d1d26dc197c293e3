package org.grainflux.microstructure;

/**
 * In 3D: a straight piece of the line in which a grain boundary meets an electrode. A grain that touches the electrode in a
 * line only has two traces in the same place.
 *
 * @param electrode 0 (lower) or 1 (upper)
 * @param boundary index in the network
 * @param fromM first end, x, y and z, wrapped into the cell
 * @param toM other end, unwrapped: it may lie in the next period
 * @param minusAngleRad angle inside the minus grain between boundary and electrode; the plus grain has π minus it
 */
public record BoundaryTrace(int electrode, int boundary, double[] fromM, double[] toM, double minusAngleRad) {
    public double lengthM() {
        return Math.hypot(toM[0] - fromM[0], toM[1] - fromM[1]);
    }
}
