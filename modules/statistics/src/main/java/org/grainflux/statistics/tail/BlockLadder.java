package org.grainflux.statistics.tail;

import java.util.ArrayList;
import java.util.List;

/**
 * Minima over blocks of growing size: parts of a structure (neighbours merged two by two), the whole structure, then 2,
 * 4, … structures merged in index order, as long as at least {@link #LEAST_GROUPS} merged blocks remain.
 */
final class BlockLadder {
    /** With fewer independent groups a standard error is itself uncertain by more than a quarter. */
    static final int LEAST_GROUPS = 8;

    private static final int MOST_GROUPS = 32;

    /** Minima of one size; group[j] tells which jackknife group value j belongs to. */
    record Rung(double areaM2, double[] minima, int[] group) {
        /** Largest value that is not censored; 0 if all are. */
        double greatestFinite() {
            double greatest = 0;
            for (double x : minima) {
                greatest = x < Double.POSITIVE_INFINITY ? Math.max(greatest, x) : greatest;
            }
            return greatest;
        }
    }

    final List<Rung> rungs;
    final int groups;
    final int structures;

    /**
     * @param minima [structure][replicate][part], parts in spatial order, a power of two of them; structures without
     *     NaN only
     */
    BlockLadder(List<double[][]> minima, double partAreaM2) {
        structures = minima.size();
        int parts = structures == 0 ? 0 : minima.get(0)[0].length;
        int greatestMerge = 1;
        while (structures / (2 * greatestMerge) >= LEAST_GROUPS) {
            greatestMerge *= 2;
        }
        int merged = structures / greatestMerge;
        groups = Math.min(merged, MOST_GROUPS);
        List<Rung> ladder = new ArrayList<>();
        for (int size = 1; size <= parts * greatestMerge; size *= 2) {
            ladder.add(
                    size <= parts
                            ? within(minima, size, partAreaM2, greatestMerge)
                            : across(minima, size / parts, partAreaM2 * size, greatestMerge));
        }
        rungs = List.copyOf(ladder);
    }

    private int groupOf(int structure, int greatestMerge) {
        int merged = structures / greatestMerge;
        int block = Math.min(structure / greatestMerge, merged - 1); // left-over structures join the last group
        return (int) ((long) block * groups / merged);
    }

    private Rung within(List<double[][]> minima, int size, double partAreaM2, int greatestMerge) {
        int replicates = minima.get(0).length;
        int blocks = minima.get(0)[0].length / size;
        double[] values = new double[structures * replicates * blocks];
        int[] group = new int[values.length];
        int k = 0;
        for (int s = 0; s < structures; s++) {
            for (double[] parts : minima.get(s)) {
                for (int b = 0; b < blocks; b++, k++) {
                    values[k] = minimum(parts, b * size, (b + 1) * size);
                    group[k] = groupOf(s, greatestMerge);
                }
            }
        }
        return new Rung(size * partAreaM2, values, group);
    }

    private Rung across(List<double[][]> minima, int merge, double areaM2, int greatestMerge) {
        int replicates = minima.get(0).length;
        int blocks = structures / merge;
        double[] values = new double[blocks * replicates];
        int[] group = new int[values.length];
        int k = 0;
        for (int b = 0; b < blocks; b++) {
            for (int r = 0; r < replicates; r++, k++) {
                double least = Double.POSITIVE_INFINITY;
                for (int s = b * merge; s < (b + 1) * merge; s++) {
                    double[] parts = minima.get(s)[r];
                    least = Math.min(least, minimum(parts, 0, parts.length));
                }
                values[k] = least;
                group[k] = groupOf(b * merge, greatestMerge);
            }
        }
        return new Rung(areaM2, values, group);
    }

    private static double minimum(double[] x, int from, int to) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) {
            least = Math.min(least, x[i]);
        }
        return least;
    }
}
