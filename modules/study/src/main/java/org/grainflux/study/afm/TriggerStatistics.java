package org.grainflux.study.afm;

import java.util.Arrays;
import org.grainflux.physics.tip.TriggerBias;
import org.grainflux.statistics.IntervalEstimate;
import org.grainflux.statistics.resampling.ClusteredSample;
import org.grainflux.statistics.resampling.WoodruffInterval;

/**
 * Triggering biases of a population of places; magnitudes, +∞ for a quantile among censored ones.
 *
 * @param places number of places
 * @param median with the 95 % interval of sampling, whole structures being the independent units
 * @param low95 2.5 % of places and prior draws lie below
 * @param high95 2.5 % lie above
 * @param censoredFraction share above the limit of the instrument
 */
public record TriggerStatistics(
        int places, IntervalEstimate median, double low95, double high95, double censoredFraction) {

    /** @param biasVByStructure [structure][place] */
    static TriggerStatistics of(double[][] biasVByStructure, double limitV) {
        double[][] censored = Arrays.stream(biasVByStructure)
                .map(biases -> Arrays.stream(biases)
                        .map(bias -> TriggerBias.censored(bias, limitV))
                        .toArray())
                .toArray(double[][]::new);
        ClusteredSample sample = ClusteredSample.of(censored);
        if (sample.valueCount() == 0) {
            return new TriggerStatistics(0, IntervalEstimate.UNKNOWN, Double.NaN, Double.NaN, Double.NaN);
        }
        return new TriggerStatistics(
                sample.valueCount(),
                WoodruffInterval.of(sample, 0.5),
                sample.quantile(0.025),
                sample.quantile(0.975),
                (double) sample.censoredCount() / sample.valueCount());
    }
}
