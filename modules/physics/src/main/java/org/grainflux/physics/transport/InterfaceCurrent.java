package org.grainflux.physics.transport;

import java.util.List;
import java.util.Optional;

/**
 * Current through one interface of a cell, periodic along the electrode, as a conservative density: what hot spots and
 * fracture criteria ask of it does not depend on the dimension. A window is a segment of a given length in a 2D cell and a
 * disc of that diameter in a 3D one. Positions are coordinates along the electrode: (x) or (x, y), m.
 */
public interface InterfaceCurrent {

    /** Periods of the electrode: (W) or (W_x, W_y), m. */
    double[] sizeM();

    double meanAPerM2();

    /** Shortest window for which averages are reported, length or diameter, m. */
    double resolvedWindowM();

    /**
     * Why averages over a window of this length or diameter are not reported; empty when they are.
     *
     * @param windowM length or diameter
     */
    Optional<String> whyUnresolved(double windowM);

    /** Why the largest average over a window of this length or diameter is not reported; empty when it is. */
    default Optional<String> whyMaximumUnresolved(double windowM) {
        return whyUnresolved(windowM);
    }

    /** Whether averages over a window of this length or diameter are reported. */
    default boolean resolves(double windowM) {
        return whyUnresolved(windowM).isEmpty();
    }

    /**
     * Mean current density of a window centred at a position, A/m², whether the mesh resolves it or not: for error
     * estimates, and for loads that need some value at a place.
     */
    double averageAround(double[] positionM, double windowM);

    /** Mean current density of a window centred at a position, A/m²; NaN if the window is not resolved. */
    default double windowMean(double[] positionM, double windowM) {
        return resolves(windowM) ? averageAround(positionM, windowM) : Double.NaN;
    }

    /** The window average at every position, whether the mesh resolves it or not. */
    WindowAverage sliding(double windowM);

    /** Largest window average, A/m²; NaN if it is not resolved. */
    default double slidingMaximum(double windowM) {
        return whyMaximumUnresolved(windowM).isEmpty() ? sliding(windowM).maximum() : Double.NaN;
    }

    /** Coefficient of variation of the window average over all positions; NaN if the window is not resolved. */
    default double cov(double windowM) {
        return resolves(windowM) ? sliding(windowM).cov() : Double.NaN;
    }

    /** Average over the contact of every grain that adjoins the electrode, by ascending region of the mesh. */
    List<GrainAverage> grainAverages();
}
