package org.grainflux.jobs.cli;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.grainflux.jobs.afm.AfmConclusion;
import org.grainflux.jobs.afm.TipRunnerFactory;
import org.grainflux.jobs.engine.EngineArguments;
import org.grainflux.jobs.predict.RunRequest;
import org.grainflux.jobs.predict.StudyRunnerFactory;
import org.grainflux.study.config.AfmStudy;
import org.grainflux.study.config.AfmStudyReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code grainflux afm STUDY}. */
@Command(
        name = "afm",
        description =
                "Sets a conductive tip on a population of surfaces and writes its run: results, summary and report.",
        customSynopsis = "grainflux afm STUDY [--out DIR] [--realizations N] [--seed S] [--set KEY=VALUE]..."
                + " [--allow-path DIR]... [--resume | --take-over] [--dry-run] [-- ENGINE ARGS]",
        footer = {
            "",
            "What follows -- goes to the engine, as with predict.",
            "",
            "Examples:",
            "  grainflux afm configs/afm.yaml",
            "  grainflux afm configs/afm.yaml --out runs/deep --set trigger.groove_depth_nm=300",
            "  grainflux afm configs/afm.yaml --out runs/deep --resume",
        })
final class AfmCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "STUDY", description = "Study file (YAML) with kind: afm.")
    private String studyFile;

    @Mixin
    private RunOptions run;

    @Option(names = "--realizations", paramLabel = "N", description = "Number of structures, instead of the study's.")
    private Integer realizations;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    AfmCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        EngineArguments engineArguments = EngineArguments.parse(terminal.engineArguments());
        AfmStudy study = new AfmStudyReader(engineArguments.files(), run.allowedPaths())
                .read(
                        studyFile,
                        run.overrides(),
                        run.seed(),
                        realizations == null ? OptionalInt.empty() : OptionalInt.of(realizations));
        return run.compute("afm", request(study), engineArguments, new AfmConclusion(study), terminal);
    }

    private static RunRequest request(AfmStudy study) {
        return new RunRequest(
                study.name(),
                study.resolvedYaml(),
                study.contentHash(),
                study.realizations(),
                List.of(AfmStudy.DESIGN),
                false,
                study.failureQuotaFraction(),
                StudyRunnerFactory.DEFAULT_UNIT_LIMIT,
                () -> new TipRunnerFactory(study),
                new RunRequest.Nouns("structures", "tips"));
    }
}
