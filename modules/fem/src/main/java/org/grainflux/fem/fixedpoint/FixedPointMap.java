package org.grainflux.fem.fixedpoint;

/** G of x = G(x). */
@FunctionalInterface
public interface FixedPointMap {
    /**
     * @param x not to be changed
     * @return G(x), an array of its own
     */
    double[] image(double[] x);
}
