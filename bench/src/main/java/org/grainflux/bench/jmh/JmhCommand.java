package org.grainflux.bench.jmh;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.grainflux.bench.output.OutputFolder;
import org.grainflux.core.ExitCode;
import org.grainflux.core.InfrastructureException;
import org.grainflux.core.InvalidInputException;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench/jmh PATTERN…}. */
@Command(
        name = "jmh",
        description = {
            "Runs the benchmarks whose names match one of the patterns (all of them: some five minutes): stages of a"
                    + " realization, whole realizations, reduced designs, and the kernels of bench/roofline.",
            "",
            "Options are those of JMH, e.g. -l to list the benchmarks, -wi and -i for the numbers of warm-up and measured"
                    + " iterations, -f for forks, -prof gc for allocations. Results also go to bench/target/benchmarks.json,"
                    + " or to the file of -rff.",
            "",
            "Example: bench/jmh 'Stage.*mesh' -wi 5 -i 10 -f 3"
        })
public final class JmhCommand implements Callable<Integer> {
    @Option(names = "--help", usageHelp = true, description = "Show this help and exit.")
    private boolean help;

    @Parameters(arity = "0..*", paramLabel = "PATTERN", description = "Regular expressions, and JMH's options.")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() {
        try {
            CommandLineOptions asked = new CommandLineOptions(arguments.toArray(String[]::new));
            if (asked.shouldList()) {
                new Runner(asked).list();
            } else {
                run(asked);
            }
        } catch (CommandLineOptionException e) {
            throw new InvalidInputException(
                    "an option that JMH does not take: " + e.getMessage() + "; see bench/jmh --help");
        } catch (RunnerException e) {
            throw new InfrastructureException("the benchmarks could not be run: " + e.getMessage(), e);
        }
        return ExitCode.COMPLETE.code();
    }

    private static void run(CommandLineOptions asked) throws RunnerException {
        requireMatch(asked);
        ChainedOptionsBuilder options = new OptionsBuilder().parent(asked).shouldFailOnError(true);
        if (!asked.getResult().hasValue()) {
            Path folder = OutputFolder.create(OutputFolder.standard());
            options.resultFormat(ResultFormatType.JSON)
                    .result(folder.resolve("benchmarks.json").toString());
        }
        new Runner(options.build()).run();
    }

    /** Asked before the harness takes its lock, of which a machine has one. */
    private static void requireMatch(CommandLineOptions asked) {
        OutputFormat silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
        if (BenchmarkList.defaultList()
                .find(silent, asked.getIncludes(), asked.getExcludes())
                .isEmpty()) {
            throw new InvalidInputException(
                    "no benchmark matches " + String.join(" ", asked.getIncludes()) + "; bench/jmh -l lists them");
        }
    }
}
