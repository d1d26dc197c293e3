package org.grainflux.physics.transport;

import java.util.Arrays;

/**
 * Average of a {@link SurfaceCurrent} over a disc, as a function of the disc's centre. Centres are all points of the
 * surface and all centroids of its triangles, so they are dense where the mesh is, at the boundary traces; with weights
 * (a quarter and three quarters of the area) that integrate parabolas on each triangle exactly they stand for all
 * positions in moments and quantiles. The maximum is then improved by moving the best centres: it does not depend on
 * where nodes happen to lie.
 */
public final class DiscAverage implements WindowAverage {
    private static final int CENTRES_MOVED = 12;
    /** Longest and shortest move over the diameter: at the last one a smooth maximum is flat to 1e-4. */
    private static final double FIRST_MOVE = 0.125;

    private static final double LAST_MOVE = 0.125 / 16;
    private static final double[][] DIRECTIONS = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};

    private final double mean;
    private final double[] values;
    private final double[] weights;
    /** Centres by ascending value. */
    private final Integer[] ascending;

    private final double maximum;

    DiscAverage(SurfaceCurrent current, ElectrodeSurface surface, double diameterM) {
        mean = current.meanAPerM2();
        int points = surface.pointCount();
        int triangles = surface.triangleCount();
        double[] x = new double[points + triangles];
        double[] y = new double[x.length];
        weights = new double[x.length];
        for (int t = 0; t < triangles; t++) {
            for (int c = 0; c < 3; c++) {
                int p = surface.point(t, c);
                x[p] = surface.cornerM(t, c, 0);
                y[p] = surface.cornerM(t, c, 1);
                x[points + t] += x[p] / 3;
                y[points + t] += y[p] / 3;
                weights[p] += surface.areaM2(t) / 12;
            }
            weights[points + t] = 0.75 * surface.areaM2(t);
        }
        values = new double[x.length];
        ascending = new Integer[x.length];
        for (int k = 0; k < x.length; k++) {
            values[k] = current.discMean(x[k], y[k], diameterM);
            weights[k] /= surface.areaM2();
            ascending[k] = k;
        }
        Arrays.sort(ascending, (a, b) -> Double.compare(values[a], values[b]));
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = x.length - 1; k >= Math.max(0, x.length - CENTRES_MOVED); k--) {
            int centre = ascending[k];
            largest = Math.max(largest, climb(current, x[centre], y[centre], diameterM, values[centre]));
        }
        maximum = largest;
    }

    /** Compass search: Kolda, Lewis and Torczon (2003), SIAM Rev. 45, 385. */
    private static double climb(SurfaceCurrent current, double xM, double yM, double diameterM, double start) {
        double x = xM;
        double y = yM;
        double best = start;
        for (double move = FIRST_MOVE * diameterM; move >= LAST_MOVE * diameterM; ) {
            boolean moved = false;
            for (double[] direction : DIRECTIONS) {
                double value = current.discMean(x + move * direction[0], y + move * direction[1], diameterM);
                if (value > best) {
                    best = value;
                    x += move * direction[0];
                    y += move * direction[1];
                    moved = true;
                }
            }
            move = moved ? move : 0.5 * move;
        }
        return best;
    }

    @Override
    public double maximum() {
        return maximum;
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double cov() {
        double variance = 0;
        for (int k = 0; k < values.length; k++) {
            variance += weights[k] * (values[k] - mean) * (values[k] - mean);
        }
        return Math.sqrt(variance) / Math.abs(mean);
    }

    @Override
    public double quantile(double fraction) {
        double below = 0;
        for (int centre : ascending) {
            below += weights[centre];
            if (below >= fraction) {
                return values[centre];
            }
        }
        return values[ascending[ascending.length - 1]];
    }

    @Override
    public double fractionAbove(double thresholdAPerM2) {
        double above = 0;
        for (int k = ascending.length - 1; k >= 0 && values[ascending[k]] > thresholdAPerM2; k--) {
            above += weights[ascending[k]];
        }
        return above;
    }
}
