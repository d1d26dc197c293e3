package org.grainflux.microstructure.tessellation;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.grainflux.core.Cancellation;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;

/** Lays seeds in a cell; never outside it, so grains at the electrodes are those cut flat by them. */
final class SeedPlacement {
    /** Trials per seed, on average, before hard-core placement counts as jammed. */
    static final int TRIALS_PER_SEED = 2_000;

    private final double[] sizeM;
    private final boolean periodicLast;

    /** @param sizeM edge lengths of the cell, two or three */
    SeedPlacement(double[] sizeM, boolean periodicLast) {
        this.sizeM = sizeM.clone();
        this.periodicLast = periodicLast;
    }

    /** Independent and uniform, a fixed number of them. */
    Seeds poisson(int count, RandomGenerator random) {
        double[] positions = new double[count * sizeM.length];
        for (int at = 0; at < positions.length; at++) {
            positions[at] = sizeM[at % sizeM.length] * random.nextDouble();
        }
        return new Seeds(sizeM, periodicLast, positions, new double[count]);
    }

    /** Random sequential placement: a trial nearer than {@code distanceM} to an earlier seed is dropped. */
    Seeds hardCore(int count, double distanceM, RandomGenerator random) {
        if (!(distanceM > 0)) {
            return poisson(count, random);
        }
        Placed placed = new Placed(count, distanceM);
        long trials = (long) TRIALS_PER_SEED * count;
        while (placed.count < count) {
            Cancellation.point();
            if (trials-- == 0) {
                throw new NumericalFailureException(
                        Reason.SEEDING_EXHAUSTED,
                        "placed " + placed.count + " of " + count + " seeds at least " + distanceM + " m apart in "
                                + TRIALS_PER_SEED + " trials per seed; lower the hard-core ratio");
            }
            double[] trial = new double[sizeM.length];
            for (int axis = 0; axis < sizeM.length; axis++) {
                trial[axis] = sizeM[axis] * random.nextDouble();
            }
            if (placed.isFree(trial)) {
                placed.add(trial);
            }
        }
        return new Seeds(sizeM, periodicLast, placed.positions, new double[count]);
    }

    /** Poisson seeds moved to the centroids of their Voronoi cells a number of times. */
    Seeds centroidal(int count, int lloydSteps, RandomGenerator random) {
        Seeds seeds = poisson(count, random);
        for (int step = 0; step < lloydSteps; step++) {
            Cancellation.point();
            seeds = seeds.movedToCentroids(PowerCells.of(seeds));
        }
        return seeds;
    }

    /**
     * Seeds laid so far, chained in buckets at least one distance wide: those hold four seeds (eight in 3D) at most, at
     * their corners, so chains are short.
     */
    private final class Placed {
        private final double distanceM;
        private final int[] buckets = {1, 1, 1};
        private final int[] heads;
        private final int[] chain;
        private final double[] positions;
        private int count;

        Placed(int capacity, double distanceM) {
            this.distanceM = distanceM;
            for (int axis = 0; axis < sizeM.length; axis++) {
                buckets[axis] = Math.max(1, (int) (sizeM[axis] / distanceM));
            }
            this.heads = new int[buckets[0] * buckets[1] * buckets[2]];
            Arrays.fill(heads, -1);
            this.chain = new int[capacity];
            this.positions = new double[capacity * sizeM.length];
        }

        void add(double[] position) {
            int bucket = bucket(place(position, 0), place(position, 1), place(position, 2));
            System.arraycopy(position, 0, positions, count * sizeM.length, sizeM.length);
            chain[count] = heads[bucket];
            heads[bucket] = count++;
        }

        boolean isFree(double[] position) {
            int depth = sizeM.length == 3 ? 1 : 0;
            for (int dz = -depth; dz <= depth; dz++) {
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        int bucket = bucket(place(position, 0) + dx, place(position, 1) + dy, place(position, 2) + dz);
                        for (int i = heads[bucket]; i >= 0; i = chain[i]) {
                            if (isNear(position, i)) {
                                return false;
                            }
                        }
                    }
                }
            }
            return true;
        }

        private int place(double[] position, int axis) {
            return axis >= sizeM.length
                    ? 0
                    : Math.min(buckets[axis] - 1, (int) (position[axis] / sizeM[axis] * buckets[axis]));
        }

        private int bucket(int column, int row, int layer) {
            return (Math.floorMod(layer, buckets[2]) * buckets[1] + Math.floorMod(row, buckets[1])) * buckets[0]
                    + Math.floorMod(column, buckets[0]);
        }

        private boolean isNear(double[] position, int i) {
            double squared = 0;
            for (int axis = 0; axis < sizeM.length; axis++) {
                double step = position[axis] - positions[i * sizeM.length + axis];
                if (periodicLast || axis < sizeM.length - 1) {
                    step -= sizeM[axis] * Math.rint(step / sizeM[axis]);
                }
                squared += step * step;
            }
            return squared < distanceM * distanceM;
        }
    }
}
