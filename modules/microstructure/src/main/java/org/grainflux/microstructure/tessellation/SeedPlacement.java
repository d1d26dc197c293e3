package org.grainflux.microstructure.tessellation;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;

/** Lays seeds in a plane cell; never outside it, so grains at the electrodes are those cut flat by them. */
final class SeedPlacement {
    /** Trials per seed, on average, before hard-core placement counts as jammed. */
    static final int TRIALS_PER_SEED = 2_000;

    private final double widthM;
    private final double heightM;
    private final boolean periodicY;

    SeedPlacement(double widthM, double heightM, boolean periodicY) {
        this.widthM = widthM;
        this.heightM = heightM;
        this.periodicY = periodicY;
    }

    /** Independent and uniform, a fixed number of them. */
    Seeds poisson(int count, RandomGenerator random) {
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = widthM * random.nextDouble();
            y[i] = heightM * random.nextDouble();
        }
        return new Seeds(widthM, heightM, periodicY, x, y, new double[count]);
    }

    /** Random sequential placement: a trial nearer than {@code distanceM} to an earlier seed is dropped. */
    Seeds hardCore(int count, double distanceM, RandomGenerator random) {
        if (!(distanceM > 0)) {
            return poisson(count, random);
        }
        int columns = Math.max(1, (int) (widthM / distanceM));
        int rows = Math.max(1, (int) (heightM / distanceM));
        // Buckets at least one distance wide can hold at most four seeds (their corners), so a chain per bucket is
        // short.
        int[] heads = new int[columns * rows];
        int[] chain = new int[count];
        Arrays.fill(heads, -1);
        double[] x = new double[count];
        double[] y = new double[count];
        long trials = (long) TRIALS_PER_SEED * count;
        int placed = 0;
        while (placed < count) {
            if (trials-- == 0) {
                throw new NumericalFailureException(
                        Reason.SEEDING_EXHAUSTED,
                        "placed " + placed + " of " + count + " seeds at least " + distanceM + " m apart in "
                                + TRIALS_PER_SEED + " trials per seed; lower the hard-core ratio");
            }
            double px = widthM * random.nextDouble();
            double py = heightM * random.nextDouble();
            int column = Math.min(columns - 1, (int) (px / widthM * columns));
            int row = Math.min(rows - 1, (int) (py / heightM * rows));
            if (isFree(px, py, column, row, columns, rows, heads, chain, x, y, distanceM)) {
                x[placed] = px;
                y[placed] = py;
                chain[placed] = heads[row * columns + column];
                heads[row * columns + column] = placed;
                placed++;
            }
        }
        return new Seeds(widthM, heightM, periodicY, x, y, new double[count]);
    }

    private boolean isFree(
            double px,
            double py,
            int column,
            int row,
            int columns,
            int rows,
            int[] heads,
            int[] chain,
            double[] x,
            double[] y,
            double distanceM) {
        for (int dy = -1; dy <= 1; dy++) {
            if (!periodicY && (row + dy < 0 || row + dy >= rows)) {
                continue;
            }
            for (int dx = -1; dx <= 1; dx++) {
                int bucket = Math.floorMod(row + dy, rows) * columns + Math.floorMod(column + dx, columns);
                for (int i = heads[bucket]; i >= 0; i = chain[i]) {
                    double ex = px - x[i];
                    double ey = py - y[i];
                    ex -= widthM * Math.rint(ex / widthM);
                    ey -= periodicY ? heightM * Math.rint(ey / heightM) : 0;
                    if (ex * ex + ey * ey < distanceM * distanceM) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Poisson seeds moved to the centroids of their Voronoi cells a number of times. */
    Seeds centroidal(int count, int lloydSteps, RandomGenerator random) {
        Seeds seeds = poisson(count, random);
        for (int step = 0; step < lloydSteps; step++) {
            seeds = seeds.movedToCentroids(new PowerDiagram(seeds));
        }
        return seeds;
    }
}
