package org.grainflux.bench.kernels;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.grainflux.bench.matrices.Suite;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.LinearSystem;
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

/** Kernels on the matrix of a million unknowns in space, 180 MB: bound by memory. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
@State(Scope.Benchmark)
public class SparseKernelBenchmark {
    private CsrMatrix matrix;
    private double[] x;

    @Setup
    public void assemble() {
        LinearSystem system = Suite.COMPARISON.get(0).assemble();
        matrix = system.matrix();
        x = new double[matrix.rows()];
        Arrays.setAll(x, i -> 1.0 / (1 + i));
    }

    /** y = A x: per entry a value and a column; per row its start, its x once, its y. */
    @Benchmark
    public double[] sparseProduct(Work work) {
        double[] y = matrix.multiply(x);
        work.add(12.0 * matrix.entryCount() + 20.0 * matrix.rows(), 2.0 * matrix.entryCount());
        return y;
    }
}
