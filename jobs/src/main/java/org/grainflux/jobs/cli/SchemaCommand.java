package org.grainflux.jobs.cli;

import java.util.concurrent.Callable;
import org.grainflux.core.Excerpt;
import org.grainflux.core.ExitCode;
import org.grainflux.core.InvalidInputException;
import org.grainflux.study.config.AfmSchema;
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
            "  grainflux schema afm > afm.schema.json",
            "and as the first line of a study file:",
            "  # yaml-language-server: $schema=study.schema.json",
        })
final class SchemaCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..1",
            description = "Command whose studies are meant: predict, afm or memristor. Default: predict.")
    private String kind = "predict";

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
        String json = switch (kind) {
            case "predict" -> StudySchema.json();
            case AfmSchema.KIND -> AfmSchema.json();
            case MemristorSchema.KIND -> MemristorSchema.json();
            default ->
                throw new InvalidInputException("schema " + Excerpt.of(kind) + "; allowed: predict, afm, memristor");
        };
        terminal.out().println(json.stripTrailing());
        return ExitCode.COMPLETE.code();
    }
}
