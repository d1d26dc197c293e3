package org.grainflux.study.results;

/**
 * A curve of a chosen realization, for figures.
 *
 * @param kind {@code current_at_li} or {@code current_at_electrolyte} (abscissa: position along the electrode, m; value:
 *     window mean of the current over the electrode's mean) or {@code maximum_against_depth} (abscissa: depth
 *     from the electrolyte into the interlayer, m; value: largest window mean over the mean)
 * @param windowM length, or diameter on the plane of a volume, over which the current is averaged
 */
public record ProfileRow(
        int structureIndex,
        String design,
        int electrode,
        String kind,
        double windowM,
        double[] abscissaM,
        double[] valueOverMean) {
    public static final String CURRENT_AT_LI = "current_at_li";
    public static final String CURRENT_AT_ELECTROLYTE = "current_at_electrolyte";
    public static final String MAXIMUM_AGAINST_DEPTH = "maximum_against_depth";
}
