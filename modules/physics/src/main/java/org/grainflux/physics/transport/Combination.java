package org.grainflux.physics.transport;

import java.util.List;

/** Weighted sums of vectors, four at a time: the sum is read and written a quarter as often. */
final class Combination {
    private Combination() {}

    /**
     * Adds Σ weights[from + i] · vectors[i] to the first entries of a sum.
     *
     * @param length entries that are added; the vectors may be longer
     */
    static void add(double[] sum, int length, List<double[]> vectors, double[] weights, int from) {
        int count = vectors.size();
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            addFour(
                    sum,
                    length,
                    vectors.get(i),
                    vectors.get(i + 1),
                    vectors.get(i + 2),
                    vectors.get(i + 3),
                    weights[from + i],
                    weights[from + i + 1],
                    weights[from + i + 2],
                    weights[from + i + 3]);
        }
        for (; i < count; i++) {
            addOne(sum, length, vectors.get(i), weights[from + i]);
        }
    }

    private static void addFour(
            double[] sum,
            int length,
            double[] v0,
            double[] v1,
            double[] v2,
            double[] v3,
            double w0,
            double w1,
            double w2,
            double w3) {
        for (int k = 0; k < length; k++) {
            sum[k] += (w0 * v0[k] + w1 * v1[k]) + (w2 * v2[k] + w3 * v3[k]);
        }
    }

    private static void addOne(double[] sum, int length, double[] vector, double weight) {
        for (int k = 0; k < length; k++) {
            sum[k] += weight * vector[k];
        }
    }
}
