package org.grainflux.study.results;

import java.util.List;

/**
 * Hot spots of the normal current at one face of one electrode. Ratios to the mean current density of that electrode. A
 * window is a stretch of the line (2D) or a disc of the same diameter on the plane (3D).
 *
 * <p>A figure whose window the mesh does not resolve, or that is longer than the cell, is NaN here and null in the file.
 *
 * @param unresolvedReason why figures of this row are null; empty when all are there
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
        double fractionAboveTwiceMean,
        String unresolvedReason) {
    /** Lengths or diameters of the windows of this row, ascending, m. */
    public static final List<Double> WINDOWS_M = List.of(100e-9, 200e-9, 500e-9, 1000e-9);

    /** Window of the coefficient of variation and of the quantiles, m. */
    public static final double COV_WINDOW_M = 200e-9;

    public static final String LI_INTERFACE = "li_interface";
    public static final String ELECTROLYTE_INTERFACE = "electrolyte_interface";
}
