package org.grainflux.jobs.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.grainflux.core.ExitCode;
import org.grainflux.jobs.engine.EngineArguments;
import org.grainflux.jobs.predict.RunFollower;
import org.grainflux.study.run.RunFolder;
import org.grainflux.study.run.RunReader;
import org.grainflux.study.run.RunStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code grainflux status DIR}. */
@Command(
        name = "status",
        description = "Shows what has become of a run; ends with the exit code of the run once that has ended.",
        footer = {
            "",
            "Examples:",
            "  grainflux status runs/interlayers-1a2b3c4d",
            "  grainflux status hdfs://namenode/runs/paper --watch"
        })
final class StatusCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "Folder of a run.")
    private String location;

    @Option(names = "--watch", description = "Follow the run until it ends.")
    private boolean watch;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RunFolder folder = EngineArguments.parse(terminal.engineArguments()).folder(location);
        RunStatus status = RunReader.open(folder).status();
        if (watch) {
            status = new RunFollower(folder, terminal.out()).follow();
        } else {
            terminal.out().println(RunFollower.line(status));
            terminal.out().println("last change: " + status.updatedUtc() + ", engine: " + status.engine());
        }
        beyondComputation(status).ifPresent(line -> terminal.out().println(line));
        if (!status.message().isEmpty()) {
            terminal.out().println(status.message());
        }
        return status.exitCode() == null ? ExitCode.COMPLETE.code() : status.exitCode();
    }

    /** What a population costs beside its realizations, once it has ended; of the last command alone. */
    private static Optional<String> beyondComputation(RunStatus status) {
        double inside = status.timingsS().getOrDefault("inside_work_units", 0.0);
        Double ofAllCores = status.timingsS().get("of_all_cores");
        if (ofAllCores == null || !(inside > 0)) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "time of all cores: %.1f s, %.1f s of it inside realizations; beyond them %.1f %% of that",
                ofAllCores,
                inside,
                100 * (ofAllCores - inside) / inside));
    }
}
