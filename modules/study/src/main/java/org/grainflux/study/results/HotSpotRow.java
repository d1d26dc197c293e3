package org.grainflux.study.results;

/**
 * Hot spots of the normal current at one face of one electrode. Ratios to the mean current density of that electrode.
 *
 * @param face {@code li_interface} or {@code electrolyte_interface}; the same numbers where there is no interlayer
 */
public record HotSpotRow(
        int structureIndex,
        String design,
        int electrode,
        String face,
        double w100MaxOverMean,
        double w200MaxOverMean,
        double w500MaxOverMean,
        double w1000MaxOverMean,
        double covW200,
        double w200Quantile50,
        double w200Quantile95,
        double w200Quantile99,
        double grainAverageMaxOverMin,
        double grainAverageMaxOverMean,
        double fractionAboveTwiceMean) {
    public static final String LI_INTERFACE = "li_interface";
    public static final String ELECTROLYTE_INTERFACE = "electrolyte_interface";
}
