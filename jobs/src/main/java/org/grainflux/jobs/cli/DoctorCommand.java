package org.grainflux.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.grainflux.core.ExitCode;
import org.grainflux.jobs.engine.EngineArguments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code grainflux doctor}. */
@Command(
        name = "doctor",
        description =
                "Checks what a run needs of this machine: Java, memory, disk, write access, engine; says the cure.",
        footer = {"", "Examples:", "  grainflux doctor", "  grainflux doctor -- --master spark://host:7077"})
final class DoctorCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        EngineArguments engine = EngineArguments.parse(terminal.engineArguments());
        List<HealthCheck> checks = new ArrayList<>(List.of(
                HealthCheck.java(),
                HealthCheck.memory(),
                HealthCheck.moduleFlags(),
                HealthCheck.disk(),
                HealthCheck.writeAccess()));
        checks.forEach(this::print);
        HealthCheck started = HealthCheck.engine(engine);
        checks.add(started);
        print(started);
        long failures = checks.stream().filter(check -> !check.healthy()).count();
        terminal.out().println(failures == 0 ? "all is well" : failures + " of " + checks.size() + " checks failed");
        return (failures == 0 ? ExitCode.COMPLETE : ExitCode.INFRASTRUCTURE).code();
    }

    private void print(HealthCheck check) {
        terminal.out().printf("%-5s %-13s %s%n", check.healthy() ? "ok" : "FAIL", check.name(), check.finding());
        if (!check.healthy()) {
            terminal.out().printf("%-5s %-13s cure: %s%n", "", "", check.cure());
        }
    }
}
