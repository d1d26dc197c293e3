package org.grainflux.bench.roofline;

import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * How fast a kernel ran per CPU second: the best of its iterations, the one least disturbed by others on the memory bus,
 * as STREAM takes it.
 *
 * @param gigabytesPerS of the bytes it must move
 */
record KernelRate(String kernel, double gigabytesPerS, double gigaflopsPerS) {

    static KernelRate of(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        double bytes = 0;
        double operations = 0;
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                bytes = Math.max(bytes, perCpuSecond(iteration, "gigabytes"));
                operations = Math.max(operations, perCpuSecond(iteration, "gigaflops"));
            }
        }
        return new KernelRate(benchmark.substring(benchmark.lastIndexOf('.') + 1), bytes, operations);
    }

    private static double perCpuSecond(IterationResult iteration, String counter) {
        return iteration.getSecondaryResults().get(counter).getScore()
                / iteration.getSecondaryResults().get("cpuSeconds").getScore();
    }

    /** Operations per byte. */
    double intensity() {
        return gigaflopsPerS / gigabytesPerS;
    }
}
