package org.grainflux.study.summary;

import java.util.random.RandomGenerator;
import org.grainflux.statistics.IntervalEstimate;
import org.grainflux.statistics.resampling.ClusterBootstrap;
import org.grainflux.statistics.resampling.ClusteredSample;
import org.grainflux.statistics.resampling.StreamedQuantiles;

/** One quantity over a population whose clusters are structures. */
interface Sample {
    /** Of a streamed sample one of {@link #RANGE} or the median; NaN where there is no value. */
    double quantile(double probability);

    /** The median with its 95 % interval; a streamed sample needs no random numbers. */
    IntervalEstimate median(ClusterBootstrap bootstrap, RandomGenerator random);

    /** The ends of the reported ranges. */
    double[] RANGE = {0.025, 0.975};

    static StreamedQuantiles streamed() {
        return new StreamedQuantiles(RANGE);
    }

    static Sample of(double[][] valuesByStructure) {
        ClusteredSample sample = ClusteredSample.of(valuesByStructure);
        return new Sample() {
            @Override
            public double quantile(double probability) {
                return sample.quantile(probability);
            }

            @Override
            public IntervalEstimate median(ClusterBootstrap bootstrap, RandomGenerator random) {
                return bootstrap.median(sample, random);
            }
        };
    }

    static Sample of(StreamedQuantiles streamed) {
        return new Sample() {
            @Override
            public double quantile(double probability) {
                return streamed.quantile(probability);
            }

            @Override
            public IntervalEstimate median(ClusterBootstrap bootstrap, RandomGenerator random) {
                return streamed.median();
            }
        };
    }
}
