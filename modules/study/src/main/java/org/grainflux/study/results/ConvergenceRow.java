package org.grainflux.study.results;

/**
 * One figure of one chosen realization on three meshes, each with half the element size of the one before.
 *
 * @param metric name of the figure in {@code summary.json}, e.g. {@code w500_max_over_mean}
 * @param relativeError Richardson's estimate of the finest value's relative error
 * @param asymptotic whether the three values converge monotonically, as the estimate assumes
 */
public record ConvergenceRow(
        int structureIndex,
        String design,
        int electrode,
        String face,
        String metric,
        double coarse,
        double medium,
        double fine,
        double observedOrder,
        double extrapolated,
        double relativeError,
        boolean asymptotic) {}
