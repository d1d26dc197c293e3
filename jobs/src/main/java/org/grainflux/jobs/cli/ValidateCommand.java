package org.grainflux.jobs.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.grainflux.core.ExitCode;
import org.grainflux.jobs.engine.EngineArguments;
import org.grainflux.study.config.AfmStudy;
import org.grainflux.study.config.AfmStudyReader;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.config.FileSource;
import org.grainflux.study.config.MemristorStudy;
import org.grainflux.study.config.MemristorStudyReader;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.config.StudyKind;
import org.grainflux.study.config.StudyReader;
import org.grainflux.study.config.ValueSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code grainflux validate STUDY}. */
@Command(
        name = "validate",
        description = "Checks a study and its material files, and shows what they say.",
        footer = {"", "Example:", "  grainflux validate configs/interlayers.yaml"})
final class ValidateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "STUDY", description = "Study file (YAML).")
    private String studyFile;

    @Mixin
    private AllowedPaths allowed;

    @Option(names = "--resolved", description = "Print the study with every default and material filled in.")
    private boolean resolved;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    ValidateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        FileSource files = EngineArguments.parse(List.of()).files();
        return switch (StudyKind.of(files, studyFile)) {
            case PREDICTION -> show(new StudyReader(files, allowed.paths()).read(studyFile));
            case AFM -> show(new AfmStudyReader(files, allowed.paths()).read(studyFile));
            case MEMRISTOR -> show(new MemristorStudyReader(files, allowed.paths()).read(studyFile));
        };
    }

    private int show(AfmStudy study) {
        return show(
                "tip study " + study.name() + ", " + study.realizations() + " structures",
                study.resolvedYaml(),
                study.sources(),
                study.contentHash());
    }

    private int show(MemristorStudy study) {
        return show(
                "memristor study " + study.name() + ", " + study.devices() + " devices × "
                        + study.electrodes().size() + " electrodes × "
                        + study.protocols().size() + " protocols × " + study.cycles() + " cycles",
                study.resolvedYaml(),
                study.sources(),
                study.contentHash());
    }

    private int show(StudyConfig study) {
        int code = show(
                "study " + study.name() + ", " + study.realizations() + " structures × "
                        + study.designs().size() + " designs",
                study.resolvedYaml(),
                study.sources(),
                study.contentHash());
        if (!resolved) {
            terminal.out()
                    .println("designs: "
                            + String.join(
                                    ", ",
                                    study.designs().stream()
                                            .map(DesignConfig::name)
                                            .toList()));
        }
        return code;
    }

    private int show(String study, String resolvedYaml, List<ValueSource> sources, String hash) {
        if (resolved) {
            terminal.out().print(resolvedYaml);
        } else {
            long assumed = sources.stream().filter(ValueSource::assumed).count();
            terminal.out()
                    .println(studyFile + " is valid: " + study + ", " + sources.size() + " sourced values, " + assumed
                            + " of them assumed, hash " + hash.substring(0, 8));
        }
        return ExitCode.COMPLETE.code();
    }
}
