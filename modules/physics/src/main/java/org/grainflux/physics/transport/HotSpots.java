package org.grainflux.physics.transport;

import java.util.Optional;

/**
 * How uneven the current through one interface is. Every window entry is the largest sliding average over the mean;
 * quantiles are of the 200 nm average, over the mean. Windows are lengths in a 2D cell and diameters of discs in a 3D one. A
 * window longer than the cell or not resolved by the mesh is NaN.
 *
 * <p>Grain averages are the mean current density over all of the electrode that a grain touches. A grain that touches
 * less than {@value #SLIVER_M} m of it (the disc of that diameter in 3D) is left out: its average is the local value at a singular foot, not a
 * property of the grain, and would dominate the ratio. An extreme that a contact may hold which is not resolved is NaN, and so is the ratio to
 * the smallest average where a grain carries no current.
 *
 * @param covW200 coefficient of variation of the 200 nm average over all positions
 * @param fractionAboveTwiceMean fraction of positions whose 200 nm average exceeds twice the mean
 * @param grainsUnresolvedReason why a figure of grain averages is NaN; empty when both are there
 */
public record HotSpots(
        double w100MaxOverMean,
        double w200MaxOverMean,
        double w500MaxOverMean,
        double w1000MaxOverMean,
        double covW200,
        double w200Q50OverMean,
        double w200Q95OverMean,
        double w200Q99OverMean,
        double grainAverageMaxOverMin,
        double grainAverageMaxOverMean,
        double fractionAboveTwiceMean,
        Optional<String> grainsUnresolvedReason) {
    /** Contacts of a smaller extent than this are not grain averages, m. */
    public static final double SLIVER_M = 0.2e-6;

    private static final double W200_M = 200e-9;

    public static HotSpots of(InterfaceCurrent current) {
        double mean = current.meanAPerM2();
        double cov = Double.NaN;
        double[] quantiles = {Double.NaN, Double.NaN, Double.NaN};
        double above = Double.NaN;
        if (current.resolves(W200_M)) {
            WindowAverage average = current.sliding(W200_M);
            cov = average.cov();
            quantiles = new double[] {
                average.quantile(0.50) / mean, average.quantile(0.95) / mean, average.quantile(0.99) / mean
            };
            above = average.fractionAbove(2 * mean);
        }
        GrainExtremes extremes = GrainExtremes.of(current);
        return new HotSpots(
                current.slidingMaximum(100e-9) / mean,
                current.slidingMaximum(W200_M) / mean,
                current.slidingMaximum(500e-9) / mean,
                current.slidingMaximum(1000e-9) / mean,
                cov,
                quantiles[0],
                quantiles[1],
                quantiles[2],
                extremes.maxOverMin(),
                extremes.maxOverMean(),
                above,
                extremes.unresolvedReason());
    }
}
