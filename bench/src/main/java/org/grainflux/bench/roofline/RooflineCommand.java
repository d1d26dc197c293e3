package org.grainflux.bench.roofline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.grainflux.bench.kernels.MachineBenchmark;
import org.grainflux.bench.output.OutputFolder;
import org.grainflux.core.ExitCode;
import org.grainflux.core.InfrastructureException;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench/roofline}. */
@Command(
        name = "roofline",
        mixinStandardHelpOptions = true,
        description =
                "Times the kernels of the solvers and, in the same run, the machine's bandwidth (STREAM's triad) and"
                        + " arithmetic; prints GB/s and GFlop/s of each and draws them. About two minutes.")
public final class RooflineCommand implements Callable<Integer> {
    private final PrintStream out;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "For roofline.svg and kernels.json (default: bench/target).")
    private Path folder = OutputFolder.standard();

    public RooflineCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        OutputFolder.create(folder);
        try {
            Roofline roofline = measure();
            roofline.table().forEach(out::println);
            Path figure = folder.resolve("roofline.svg");
            Files.writeString(figure, roofline.svg());
            out.println(figure);
        } catch (IOException | RunnerException e) {
            throw new InfrastructureException("the kernels could not be timed: " + e.getMessage(), e);
        }
        return ExitCode.COMPLETE.code();
    }

    private Roofline measure() throws RunnerException {
        Options options = new OptionsBuilder()
                .include(MachineBenchmark.class.getPackageName() + "\\..*")
                .resultFormat(ResultFormatType.JSON)
                .result(folder.resolve("kernels.json").toString())
                .shouldFailOnError(true)
                .build();
        KernelRate memory = null;
        KernelRate arithmetic = null;
        List<KernelRate> kernels = new ArrayList<>();
        for (RunResult result : new Runner(options).run()) {
            KernelRate rate = KernelRate.of(result);
            switch (rate.kernel()) {
                case "triad" -> memory = rate;
                case "multiplyAdd" -> arithmetic = rate;
                default -> kernels.add(rate);
            }
        }
        return new Roofline(memory, arithmetic, kernels);
    }
}
