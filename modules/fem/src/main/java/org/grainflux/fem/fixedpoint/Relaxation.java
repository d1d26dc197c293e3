package org.grainflux.fem.fixedpoint;

/** How the next iterate follows from what was seen. An object belongs to one iteration. */
public interface Relaxation {
    /**
     * @param x the iterate
     * @param residual G(x) − x
     * @return the next iterate, an array of its own
     */
    double[] next(double[] x, double[] residual);
}
