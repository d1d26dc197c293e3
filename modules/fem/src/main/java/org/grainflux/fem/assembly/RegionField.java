package org.grainflux.fem.assembly;

/** A scalar given as a function of position inside each region; it may jump between regions. */
@FunctionalInterface
public interface RegionField {
    /** @param pointM dimension coordinates; reused by the caller, so not to be kept */
    double at(double[] pointM, int region);
}
