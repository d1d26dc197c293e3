package org.grainflux.study.summary;

import java.util.function.ToDoubleFunction;
import org.grainflux.study.results.HotSpotRow;

/** Figures of a current distribution that are summarised over the population. */
public enum HotSpotMetric {
    COV_W200("cov_w200", HotSpotRow::covW200),
    W100("w100_max_over_mean", HotSpotRow::w100MaxOverMean),
    W200("w200_max_over_mean", HotSpotRow::w200MaxOverMean),
    W500("w500_max_over_mean", HotSpotRow::w500MaxOverMean),
    W1000("w1000_max_over_mean", HotSpotRow::w1000MaxOverMean),
    GRAIN_MAX_OVER_MIN("grain_average_max_over_min", HotSpotRow::grainAverageMaxOverMin),
    GRAIN_MAX_OVER_MEAN("grain_average_max_over_mean", HotSpotRow::grainAverageMaxOverMean),
    FRACTION_ABOVE_TWICE("fraction_above_twice_mean", HotSpotRow::fractionAboveTwiceMean);

    private final String key;
    private final ToDoubleFunction<HotSpotRow> value;

    HotSpotMetric(String key, ToDoubleFunction<HotSpotRow> value) {
        this.key = key;
        this.value = value;
    }

    /** Name in {@code summary.json} and in the convergence table. */
    public String key() {
        return key;
    }

    public ToDoubleFunction<HotSpotRow> value() {
        return value;
    }
}
