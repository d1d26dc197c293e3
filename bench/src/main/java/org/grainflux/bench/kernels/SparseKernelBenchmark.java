package org.grainflux.bench.kernels;

import java.util.Arrays;
import org.grainflux.bench.matrices.Suite;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.LinearSystem;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** Kernels on the matrix of a million unknowns in space, 180 MB: bound by memory. */
public class SparseKernelBenchmark extends KernelBenchmark {
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
