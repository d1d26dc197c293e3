package org.grainflux.physics.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Average of a {@link SurfaceCurrent} over a disc, as a function of the disc's centre. Moments and quantiles are those
 * over the {@link DiscCentres}; the maximum is improved between them by {@link DiscMaximum}. Only moments and quantiles
 * need the average at every centre, so they are computed when the first of them is asked for.
 */
public final class DiscAverage implements WindowAverage {
    private final DiscIntegral integral;
    private final DiscCentres centres;
    private final double diameterM;
    private final double mean;
    private final double[] periodsM;
    private final DiscPeak highest;
    private double[] values;

    DiscAverage(DiscIntegral integral, DiscCentres centres, double[] periodsM, double diameterM, double mean) {
        this.integral = integral;
        this.centres = centres;
        this.diameterM = diameterM;
        this.mean = mean;
        this.periodsM = periodsM;
        this.highest = DiscMaximum.of(integral, centres, diameterM);
    }

    /** Average by centre. */
    private synchronized double[] values() {
        if (values == null) {
            double[] averages = new double[centres.count()];
            for (int k = 0; k < averages.length; k++) {
                averages[k] = integral.mean(centres.xM()[k], centres.yM()[k], diameterM);
            }
            values = averages;
        }
        return values;
    }

    /** Where the average is largest. */
    DiscPeak highest() {
        return highest;
    }

    /**
     * Centres whose average is at least a share of the largest one, from the highest on, each at least a distance away from
     * all higher ones.
     */
    List<DiscPeak> peaks(double shareOfMaximum, double separationM) {
        double threshold = shareOfMaximum * maximum();
        double[] averages = DiscMaximum.above(integral, centres, diameterM, threshold);
        List<DiscPeak> peaks = new ArrayList<>(List.of(highest));
        IntStream.range(0, averages.length)
                .filter(k -> averages[k] >= threshold)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -averages[k]))
                .map(k -> new DiscPeak(centres.xM()[k], centres.yM()[k], averages[k]))
                .filter(candidate -> peaks.stream().noneMatch(peak -> distanceM(peak, candidate) < separationM))
                .forEachOrdered(peaks::add);
        return peaks;
    }

    private double distanceM(DiscPeak a, DiscPeak b) {
        return Math.hypot(
                Math.IEEEremainder(a.xM() - b.xM(), periodsM[0]), Math.IEEEremainder(a.yM() - b.yM(), periodsM[1]));
    }

    @Override
    public double maximum() {
        return highest.averageAPerM2();
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double cov() {
        double[] averages = values();
        double variance = 0;
        for (int k = 0; k < averages.length; k++) {
            variance += centres.weights()[k] * (averages[k] - mean) * (averages[k] - mean);
        }
        return Math.sqrt(variance) / Math.abs(mean);
    }

    /** The least average that is not exceeded on this fraction of positions. */
    @Override
    public double quantile(double fraction) {
        double[] ascending = values().clone();
        Arrays.sort(ascending);
        int low = 0;
        int high = ascending.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (1 - fractionAbove(ascending[middle]) >= fraction) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return ascending[low];
    }

    @Override
    public double fractionAbove(double thresholdAPerM2) {
        double[] averages = values();
        double above = 0;
        for (int k = 0; k < averages.length; k++) {
            above += averages[k] > thresholdAPerM2 ? centres.weights()[k] : 0;
        }
        return above;
    }
}
