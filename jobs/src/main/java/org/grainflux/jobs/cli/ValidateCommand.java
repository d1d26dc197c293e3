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
        Valid valid = switch (StudyKind.of(files, studyFile)) {
            case PREDICT -> prediction(new StudyReader(files, allowed.paths()).read(studyFile));
            case AFM -> tip(new AfmStudyReader(files, allowed.paths()).read(studyFile));
            case MEMRISTOR -> memristor(new MemristorStudyReader(files, allowed.paths()).read(studyFile));
        };
        if (resolved) {
            terminal.out().print(valid.resolvedYaml);
            return ExitCode.COMPLETE.code();
        }
        long assumed = valid.sources.stream().filter(ValueSource::assumed).count();
        terminal.out()
                .println(studyFile + " is valid: study " + valid.name + ", " + valid.size + ", " + valid.sources.size()
                        + " sourced values, " + assumed + " of them assumed, hash "
                        + valid.contentHash.substring(0, 8));
        terminal.out().println("designs: " + String.join(", ", valid.designs));
        return ExitCode.COMPLETE.code();
    }

    /** What is said of a study of any kind. */
    private record Valid(
            String name,
            String size,
            List<ValueSource> sources,
            List<String> designs,
            String resolvedYaml,
            String contentHash) {}

    private static Valid prediction(StudyConfig study) {
        List<String> designs = study.designs().stream().map(DesignConfig::name).toList();
        return new Valid(
                study.name(),
                study.realizations() + " structures × " + designs.size() + " designs",
                study.sources(),
                designs,
                study.resolvedYaml(),
                study.contentHash());
    }

    private static Valid tip(AfmStudy study) {
        return new Valid(
                study.name(),
                study.realizations() + " structures under a tip",
                study.sources(),
                List.of(AfmStudy.DESIGN),
                study.resolvedYaml(),
                study.contentHash());
    }

    private static Valid memristor(MemristorStudy study) {
        List<String> designs =
                study.designs().stream().map(MemristorStudy.Design::name).toList();
        return new Valid(
                study.name(),
                study.devices() + " devices × " + designs.size() + " electrodes",
                study.sources(),
                designs,
                study.resolvedYaml(),
                study.contentHash());
    }
}
