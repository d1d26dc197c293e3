package org.grainflux.jobs.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.grainflux.core.ExitCode;
import org.grainflux.jobs.build.BuildInfo;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line as a whole; parses and runs without ending the process. */
@Command(
        name = "grainflux",
        description = "Predicts the critical current density of ceramic lithium batteries from populations of grain"
                + " structures.",
        versionProvider = Commands.Version.class,
        subcommands = {
            PredictCommand.class,
            AfmCommand.class,
            MemristorCommand.class,
            ValidateCommand.class,
            SchemaCommand.class,
            StatusCommand.class,
            ReportCommand.class,
            RegressCommand.class,
            DoctorCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  grainflux predict configs/interlayers.yaml",
            "  grainflux predict configs/interlayers.yaml --out runs/thin --set designs.hl.interlayer.thickness_um=1",
            "  grainflux predict configs/interlayers.yaml --out runs/thin --resume",
            "  grainflux predict configs/paper.yaml --realizations 8 -- --master local[2]",
            "  grainflux afm configs/afm.yaml",
            "  grainflux memristor configs/memristor.yaml",
            "  grainflux validate my-study.yaml",
            "  grainflux schema > study.schema.json",
            "  grainflux status runs/thin --watch",
            "  grainflux report runs/thin",
            "  grainflux regress datasets/references",
            "  grainflux doctor",
            "",
            "Exit codes: 0 complete, 2 invalid input, 3 numerical failures beyond the study's quota,",
            "4 infrastructure, 5 internal error, 6 a reference differs, 7 another command works on the folder,",
            "8 realizations are missing, 130 interrupted (continue with --resume).",
        })
public final class Commands implements Runnable {
    private static final List<String> USE_ENGINE = List.of("predict", "afm", "memristor", "status", "report", "doctor");

    @Spec
    private CommandSpec spec;

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help; every command has its own.")
    private boolean help;

    @CommandLine.Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the versions of program, engine and platform.")
    private boolean version;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "a command is missing: " + String.join(", ", spec.subcommands().keySet()));
    }

    /**
     * Runs one command line.
     *
     * @param arguments what was typed; everything after {@code --} is for the engine
     * @return the exit code
     */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        List<String> typed = Arrays.asList(arguments);
        int separator = typed.indexOf("--");
        List<String> own = separator < 0 ? typed : typed.subList(0, separator);
        List<String> engine = separator < 0 ? List.of() : typed.subList(separator + 1, typed.size());

        CommandLine line = new CommandLine(new Commands(), new CommandFactory(new Terminal(out, err, engine)));
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setUsageHelpWidth(110);
        line.setParameterExceptionHandler(CommandErrors::wrongArgument);
        line.setExecutionExceptionHandler(CommandErrors::failed);
        if (!engine.isEmpty() && Collections.disjoint(own, USE_ENGINE)) {
            err.println("error: only " + String.join(", ", USE_ENGINE) + " use the engine; nothing may follow --");
            return ExitCode.INVALID_INPUT.code();
        }
        return line.execute(own.toArray(String[]::new));
    }

    /** Versions for {@code --version}. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return BuildInfo.versions().entrySet().stream()
                    .map(entry -> entry.getKey() + " " + entry.getValue())
                    .toArray(String[]::new);
        }
    }
}
