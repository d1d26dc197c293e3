package org.grainflux.study.results;

/**
 * One structure under one design, per electrode.
 *
 * @param electrode 0 (lower) or 1 (upper)
 * @param areaSpecificResistanceOhmM2 of the whole cell between the two lithium electrodes
 * @param interfaceResistanceOhmM2 global area-specific resistance of this electrode's interface, layer included
 * @param contactFraction real contact fraction of lithium, 1 unless the study models rough contact
 * @param depthWithin5M depth from the electrolyte into the interlayer where the maximum of the w200 current is within
 *     5 % of the mean; NaN without an interlayer or when never reached
 * @param depthWithin10M the same for 10 %
 * @param solutionMethod {@link #FULL} or {@link #REDUCED}
 * @param currentErrorEstimate of a reduced answer: estimated difference to the full solution in window averages of the local
 *     current, over the mean; NaN for a full one
 */
public record CellRow(
        int structureIndex,
        String design,
        int electrode,
        double effectiveConductivitySPerM,
        double areaSpecificResistanceOhmM2,
        double interfaceResistanceOhmM2,
        double contactFraction,
        double depthWithin5M,
        double depthWithin10M,
        String solutionMethod,
        double currentErrorEstimate) {
    /** A solution of the full system. */
    public static final String FULL = "full";

    /** An answer of a reduced model of the structure. */
    public static final String REDUCED = "reduced";
}
