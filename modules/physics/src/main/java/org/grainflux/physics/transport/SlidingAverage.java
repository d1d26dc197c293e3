package org.grainflux.physics.transport;

import java.util.Arrays;

/**
 * Average of a {@link TraceCurrent} over a sliding window: piecewise linear in the window's position, with breaks where
 * one of its ends meets the edge of a dual cell. Maximum, moments and quantiles over the position are exact.
 */
public final class SlidingAverage implements WindowAverage {
    private final double widthM;
    private final double[] positionsM;
    private final double[] valuesAPerM2;
    private final double mean;

    SlidingAverage(TraceCurrent current, double windowM) {
        this.widthM = current.widthM();
        this.mean = current.meanAPerM2();
        int n = current.cellCount();
        positionsM = new double[2 * n];
        for (int k = 0; k < n; k++) {
            // In two runs, which the sort only has to merge.
            positionsM[k] = wrap(current.cellStartM(k));
            positionsM[n + k] = wrap(current.cellStartM(k) - windowM);
        }
        Arrays.sort(positionsM);
        valuesAPerM2 = new double[2 * n];
        for (int k = 0; k < valuesAPerM2.length; k++) {
            valuesAPerM2[k] = current.meanBetween(positionsM[k], positionsM[k] + windowM);
        }
    }

    private double wrap(double x) {
        return x - Math.floor(x / widthM) * widthM;
    }

    @Override
    public double maximum() {
        double max = Double.NEGATIVE_INFINITY;
        for (double v : valuesAPerM2) {
            max = Math.max(max, v);
        }
        return max;
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double cov() {
        double variance = 0;
        for (int k = 0; k < valuesAPerM2.length; k++) {
            double a = valuesAPerM2[k] - mean;
            double b = valuesAPerM2[(k + 1) % valuesAPerM2.length] - mean;
            variance += pieceLength(k) * (a * a + a * b + b * b) / 3;
        }
        return Math.sqrt(variance / widthM) / Math.abs(mean);
    }

    @Override
    public double quantile(double fraction) {
        double low = Double.POSITIVE_INFINITY;
        for (double v : valuesAPerM2) {
            low = Math.min(low, v);
        }
        double high = maximum();
        for (int step = 0; step < 60 && high > low; step++) {
            double mid = 0.5 * (low + high);
            if (fractionBelow(mid) < fraction) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return 0.5 * (low + high);
    }

    @Override
    public double fractionAbove(double thresholdAPerM2) {
        return 1 - fractionBelow(thresholdAPerM2);
    }

    private double fractionBelow(double threshold) {
        double length = 0;
        for (int k = 0; k < valuesAPerM2.length; k++) {
            double a = valuesAPerM2[k];
            double b = valuesAPerM2[(k + 1) % valuesAPerM2.length];
            double low = Math.min(a, b);
            double high = Math.max(a, b);
            if (threshold >= high) {
                length += pieceLength(k);
            } else if (threshold > low) {
                length += pieceLength(k) * (threshold - low) / (high - low);
            }
        }
        return length / widthM;
    }

    private double pieceLength(int k) {
        return k + 1 < positionsM.length
                ? positionsM[k + 1] - positionsM[k]
                : positionsM[0] + widthM - positionsM[positionsM.length - 1];
    }
}
