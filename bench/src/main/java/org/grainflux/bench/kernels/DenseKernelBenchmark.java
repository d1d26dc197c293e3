package org.grainflux.bench.kernels;

import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
import org.grainflux.fem.solve.DenseCholesky;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The kernel of the direct solvers, on a front of a large two-dimensional mesh: bound by arithmetic. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
@State(Scope.Benchmark)
public class DenseKernelBenchmark {
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
