package org.grainflux.jobs.cli;

import java.util.concurrent.Callable;
import org.grainflux.core.ExitCode;
import org.grainflux.study.config.MemristorSchema;
import org.grainflux.study.config.StudySchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code grainflux schema}. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of a study, so that editors complete and check study files.",
        footer = {
            "",
            "Example:",
            "  grainflux schema > study.schema.json",
            "  grainflux schema memristor > memristor.schema.json",
            "and as the first line of a study file:",
            "  # yaml-language-server: $schema=study.schema.json",
        })
final class SchemaCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            paramLabel = "KIND",
            arity = "0..1",
            defaultValue = "predict",
            description = "Command whose studies it describes: predict (default) or memristor.")
    private Kind kind;

    enum Kind {
        predict,
        memristor
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    SchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String schema = switch (kind) {
            case predict -> StudySchema.json();
            case memristor -> MemristorSchema.json();
        };
        terminal.out().println(schema.stripTrailing());
        return ExitCode.COMPLETE.code();
    }
}
