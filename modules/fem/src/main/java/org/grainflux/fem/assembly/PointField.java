package org.grainflux.fem.assembly;

/** A scalar given as a function of position. */
@FunctionalInterface
public interface PointField {
    /** @param pointM dimension coordinates; reused by the caller, so not to be kept */
    double at(double[] pointM);
}
