package org.grainflux.bench;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.grainflux.bench.compare.CompareCommand;
import org.grainflux.bench.jmh.JmhCommand;
import org.grainflux.bench.matrices.ExportCommand;
import org.grainflux.bench.matrices.MatricesCommand;
import org.grainflux.bench.roofline.RooflineCommand;
import org.grainflux.bench.solve.SolveCommand;
import org.grainflux.bench.threads.ThreadsCommand;
import org.grainflux.core.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of the folder bench/, each started by the script of its name. */
@Command(name = "bench", mixinStandardHelpOptions = true)
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, out, err));
    }

    /** @return the exit code */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        CommandLine line = new CommandLine(new Bench());
        line.addSubcommand(new SolveCommand(out, err));
        line.addSubcommand(new ThreadsCommand(out, err));
        line.addSubcommand(new CompareCommand(out, err));
        line.addSubcommand(new MatricesCommand(err));
        line.addSubcommand(new ExportCommand(err));
        line.addSubcommand(new RooflineCommand(out));
        line.addSubcommand(new JmhCommand());
        // Its options are JMH's.
        line.getSubcommands().get("jmh").setUnmatchedOptionsArePositionalParams(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((error, unused) -> {
            err.println("error: " + error.getMessage() + "; see bench/"
                    + error.getCommandLine().getCommandName() + " --help");
            return ExitCode.INVALID_INPUT.code();
        });
        line.setExecutionExceptionHandler((error, unused, alsoUnused) -> failed(error, err));
        return line.execute(arguments);
    }

    private static int failed(Exception error, PrintStream err) {
        ExitCode code = ExitCode.of(error);
        if (code == ExitCode.INTERNAL_ERROR) {
            error.printStackTrace(err);
        } else {
            err.println("error: " + error.getMessage());
        }
        return code.code();
    }
}
