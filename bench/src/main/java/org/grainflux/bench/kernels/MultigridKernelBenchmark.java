package org.grainflux.bench.kernels;

import org.grainflux.bench.matrices.Suite;
import org.grainflux.fem.algebra.LinearSystem;
import org.grainflux.fem.multigrid.MultigridPasses;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** An iteration of the multigrid solver and the passes it is made of, on a million unknowns in space: bound by memory. */
public class MultigridKernelBenchmark extends KernelBenchmark {
    private MultigridPasses passes;

    @Setup
    public void setUp() {
        LinearSystem system = Suite.COMPARISON.get(0).assemble();
        passes = MultigridPasses.of(system.matrix(), system.load());
    }

    @Benchmark
    public void iteration(Work work) {
        work.time(passes.iteration());
    }

    @Benchmark
    public void directionPass(Work work) {
        work.time(passes.directionPass());
    }

    @Benchmark
    public void forwardSweep(Work work) {
        work.time(passes.forwardSweep());
    }

    @Benchmark
    public void backwardSweep(Work work) {
        work.time(passes.backwardSweep());
    }

    @Benchmark
    public void restriction(Work work) {
        work.time(passes.restriction());
    }

    @Benchmark
    public void correction(Work work) {
        work.time(passes.correction());
    }
}
