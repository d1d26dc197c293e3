package org.grainflux.study.results;

/**
 * A crack that was followed with the solved stress, from one flaw of an electrode at the nominal draw to its end, beside what
 * the weakest path says of the same flaw.
 *
 * @param end as {@code CrackEnd} in lower case, or {@link #NO_FLAW} where no flaw of the electrode can grow
 * @param message what else is known of a numerical failure; empty otherwise
 * @param flawPositionM of the flaw whose weakest path gets through first; NaN without a flaw
 * @param initiationAPerM2 mean current at which the flaw begins to grow; +∞ where it never does
 * @param penetrationAPerM2 at which it gets through; +∞ where it ends before
 * @param largestAPerM2 the largest that any of its steps needs, so a lower bound of the current that would take it further;
 *     NaN without a step
 * @param lengthM of the open crack, with its flaw
 * @param depthM its greatest depth
 * @param intergranularFraction share of its length along boundaries
 * @param chargeCPerM lithium in it at its last step, as charge per depth across the plane; NaN without a step
 * @param xM corners of the crack along the electrode, not wrapped at the period; empty without a crack
 * @param pathDepthM its corners away from the electrode
 * @param estimateInitiationAPerM2 of the weakest path of the same flaw by the Griffith criterion, likewise the following; NaN
 *     where none leads across
 * @param sharedBoundaryFraction share of the crack's length along boundaries that the estimate follows as well; NaN where
 *     there is none
 */
public record CrackRow(
        int structureIndex,
        String design,
        int electrode,
        String end,
        String message,
        double flawPositionM,
        double flawDepthM,
        int steps,
        double initiationAPerM2,
        double penetrationAPerM2,
        double largestAPerM2,
        double lengthM,
        double depthM,
        double intergranularFraction,
        double chargeCPerM,
        double[] xM,
        double[] pathDepthM,
        double estimateInitiationAPerM2,
        double estimatePenetrationAPerM2,
        double estimateLengthM,
        double estimateIntergranularFraction,
        double sharedBoundaryFraction,
        double[] estimateXM,
        double[] estimateDepthM) {
    public static final String NO_FLAW = "no_flaw";
    public static final String PENETRATION = "penetration";
    public static final String NUMERICAL_FAILURE = "numerical_failure";
}
