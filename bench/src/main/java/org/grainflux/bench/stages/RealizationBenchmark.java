package org.grainflux.bench.stages;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.grainflux.study.config.LocalFiles;
import org.grainflux.study.config.StudyReader;
import org.grainflux.study.execution.FieldSink;
import org.grainflux.study.execution.RealizationRunner;
import org.grainflux.study.plan.WorkUnit;
import org.grainflux.study.results.TimingRow;
import org.grainflux.study.results.UnitResult;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Whole realizations of the shipped interlayer study: three designs with their prior and flaw draws, one after another. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
@State(Scope.Benchmark)
public class RealizationBenchmark {
    private static final Path STUDY =
            Path.of(System.getProperty("grainflux.bench", "bench"), "..", "configs", "interlayers.yaml");

    private RealizationRunner runner;
    private int structure;
    private TimingRow last;

    @Setup
    public void read() {
        runner = new RealizationRunner(
                new StudyReader(new LocalFiles())
                        .read(
                                STUDY.toString(),
                                // The mesh the stages are timed on; convergence and fields belong to a few chosen
                                // realizations only.
                                List.of(
                                        "numerics.foot_element_nm=40",
                                        "numerics.convergence_samples=0",
                                        "numerics.fields=0"),
                                OptionalLong.empty(),
                                OptionalInt.empty()),
                1,
                FieldSink.NONE);
    }

    @Benchmark
    public UnitResult bareAuAndHl() {
        UnitResult result = runner.run(new WorkUnit(structure++, List.of("bare", "au", "hl")));
        last = result.timings().get(0);
        return result;
    }

    @TearDown
    public void tellStages() {
        System.out.printf(
                "%n# last: %d unknowns; generate %.0f, mesh %.0f, assemble %.0f, solve %.0f, designs %.0f, check %.0f ms%n",
                last.unknowns(),
                1e3 * last.generateS(),
                1e3 * last.meshS(),
                1e3 * last.assembleS(),
                1e3 * last.solveS(),
                1e3 * last.designsS(),
                1e3 * last.checkS());
    }
}
