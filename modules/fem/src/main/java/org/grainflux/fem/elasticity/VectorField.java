package org.grainflux.fem.elasticity;

/** A vector given as a function of position. */
@FunctionalInterface
public interface VectorField {
    /**
     * @param pointM dimension coordinates; reused by the caller, so not to be kept
     * @param region of the element, or of the element behind the facet, on which the point lies
     * @param value dimension entries, overwritten
     */
    void at(double[] pointM, int region, double[] value);
}
