package org.grainflux.physics.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table and others of its length whose weights are known only in a query: T_0 + Σ_b w_b T_b. All grow at their ends. */
final class GrowingTables {
    private double[] fixed = new double[0];
    private final List<double[]> weighted = new ArrayList<>();

    /** @param count of the weighted tables */
    GrowingTables(int count) {
        for (int b = 0; b < count; b++) {
            weighted.add(new double[0]);
        }
    }

    /**
     * @param fixedEntries of T_0
     * @param weightedEntries [b][entry] of the others, as many each
     */
    void append(double[] fixedEntries, double[][] weightedEntries) {
        fixed = joined(fixed, fixedEntries);
        for (int b = 0; b < weighted.size(); b++) {
            weighted.set(b, joined(weighted.get(b), weightedEntries[b]));
        }
    }

    private static double[] joined(double[] table, double[] entries) {
        double[] all = Arrays.copyOf(table, table.length + entries.length);
        System.arraycopy(entries, 0, all, table.length, entries.length);
        return all;
    }

    double[] sum(double[] weights) {
        double[] sum = fixed.clone();
        Combination.add(sum, sum.length, weighted, weights, 0);
        return sum;
    }
}
