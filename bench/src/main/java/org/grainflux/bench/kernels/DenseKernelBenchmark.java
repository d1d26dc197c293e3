package org.grainflux.bench.kernels;

import org.ejml.data.DMatrixRMaj;
import org.grainflux.fem.solve.DenseCholesky;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** The kernel of the direct solvers, on a front of a large two-dimensional mesh: bound by arithmetic. */
public class DenseKernelBenchmark extends KernelBenchmark {
    private static final int ROWS = 1000;

    private DMatrixRMaj matrix;

    @Setup
    public void fill() {
        matrix = new DMatrixRMaj(ROWS, ROWS);
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < ROWS; j++) {
                // The covariance of a random walk is positive definite.
                matrix.set(i, j, Math.min(i, j) + 1);
            }
        }
    }

    /** n³/3 operations; the lower triangle is read once and its factor written once. */
    @Benchmark
    public DenseCholesky denseCholesky(Work work) {
        DenseCholesky factor = DenseCholesky.of(matrix);
        double n = ROWS;
        work.add(8 * n * n, n * n * n / 3);
        return factor;
    }
}
