package org.grainflux.physics.transport;

import java.util.Arrays;

/**
 * The largest average over a disc, wherever its centre: the centres with the largest averages, moved until none of their
 * neighbours has a larger one. It does not depend on where nodes happen to lie.
 *
 * <p>Few centres need their exact average. Each gets a rough upper bound from bins, those that may still be useful
 * one from triangles; centres whose bound lies below the averages found already are left out, and the result is the same as if all had been looked at.
 */
final class DiscMaximum {
    private static final int CENTRES_MOVED = 12;
    /** Longest and shortest move over the diameter: at the last one a smooth maximum is flat to 1e-4. */
    private static final double FIRST_MOVE = 0.125;

    private static final double LAST_MOVE = 0.125 / 16;
    private static final double[][] DIRECTIONS = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
    /** Growth of the number of centres looked at from one round to the next: at most so many times those needed. */
    private static final int ROUND_GROWTH = 2;
    /** Bounds are sums of up to 10⁴ terms in another order: this much of them is rounding. */
    private static final double ROUNDING = 1e-11;

    private final DiscIntegral integral;
    private final DiscCentres centres;
    private final double diameterM;
    /** The best centres so far by ascending average, of equal ones by ascending number. */
    private final int[] best;

    private final double[] averages;
    private int found;

    private DiscMaximum(DiscIntegral integral, DiscCentres centres, double diameterM) {
        this.integral = integral;
        this.centres = centres;
        this.diameterM = diameterM;
        this.best = new int[Math.min(CENTRES_MOVED, centres.count())];
        this.averages = new double[best.length];
    }

    static DiscPeak of(DiscIntegral integral, DiscCentres centres, double diameterM) {
        DiscMaximum maximum = new DiscMaximum(integral, centres, diameterM);
        maximum.search();
        DiscPeak highest = null;
        for (int k = 0; k < maximum.found; k++) {
            DiscPeak peak = maximum.climb(maximum.best[k], maximum.averages[k]);
            highest = highest == null || peak.averageAPerM2() > highest.averageAPerM2() ? peak : highest;
        }
        return highest;
    }

    /** Averages at the centres that may reach a threshold; NaN at the others. */
    static double[] above(DiscIntegral integral, DiscCentres centres, double diameterM, double thresholdAPerM2) {
        double[] averages = new double[centres.count()];
        for (int k = 0; k < averages.length; k++) {
            double x = centres.xM()[k];
            double y = centres.yM()[k];
            boolean may = safe(integral.meanRoughlyAtMost(x, y, diameterM)) >= thresholdAPerM2
                    && safe(integral.meanAtMost(x, y, diameterM)) >= thresholdAPerM2;
            averages[k] = may ? integral.mean(x, y, diameterM) : Double.NaN;
        }
        return averages;
    }

    /** Looks at the centres by falling bound, in rounds instead of one by one to spare a sort of their numbers. */
    private void search() {
        double[] bounds = new double[centres.count()];
        for (int k = 0; k < bounds.length; k++) {
            bounds[k] = safe(integral.meanRoughlyAtMost(centres.xM()[k], centres.yM()[k], diameterM));
        }
        double[] ascending = bounds.clone();
        Arrays.sort(ascending);
        double above = Double.POSITIVE_INFINITY;
        for (long round = best.length; above >= leastUseful() && above > ascending[0]; round *= ROUND_GROWTH) {
            double from = ascending[(int) Math.max(0, ascending.length - round)];
            for (int k = 0; k < bounds.length; k++) {
                if (bounds[k] >= from && bounds[k] < above && bounds[k] >= leastUseful()) {
                    look(k);
                }
            }
            above = from;
        }
    }

    private void look(int centre) {
        double x = centres.xM()[centre];
        double y = centres.yM()[centre];
        if (safe(integral.meanAtMost(x, y, diameterM)) >= leastUseful()) {
            offer(centre, integral.mean(x, y, diameterM));
        }
    }

    private static double safe(double bound) {
        return bound + ROUNDING * Math.abs(bound);
    }

    private double leastUseful() {
        return found < best.length ? Double.NEGATIVE_INFINITY : averages[0];
    }

    private void offer(int centre, double average) {
        boolean full = found == best.length;
        if (full && !isAbove(centre, average, 0)) {
            return;
        }
        int at = full ? 0 : found++;
        if (full) {
            while (at + 1 < found && isAbove(centre, average, at + 1)) {
                put(at, best[at + 1], averages[at + 1]);
                at++;
            }
        } else {
            while (at > 0 && !isAbove(centre, average, at - 1)) {
                put(at, best[at - 1], averages[at - 1]);
                at--;
            }
        }
        put(at, centre, average);
    }

    private boolean isAbove(int centre, double average, int place) {
        return average > averages[place] || average == averages[place] && centre > best[place];
    }

    private void put(int place, int centre, double average) {
        best[place] = centre;
        averages[place] = average;
    }

    /** Compass search: Kolda, Lewis and Torczon (2003), SIAM Rev. 45, 385. */
    private DiscPeak climb(int centre, double start) {
        double x = centres.xM()[centre];
        double y = centres.yM()[centre];
        double largest = start;
        for (double move = FIRST_MOVE * diameterM; move >= LAST_MOVE * diameterM; ) {
            boolean moved = false;
            for (double[] direction : DIRECTIONS) {
                double value = integral.mean(x + move * direction[0], y + move * direction[1], diameterM);
                if (value > largest) {
                    largest = value;
                    x += move * direction[0];
                    y += move * direction[1];
                    moved = true;
                }
            }
            move = moved ? move : 0.5 * move;
        }
        return new DiscPeak(x, y, largest);
    }
}
