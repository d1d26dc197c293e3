package org.grainflux.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.grainflux.core.ExitCode;
import org.grainflux.core.InvalidInputException;
import org.grainflux.jobs.afm.AfmConclusion;
import org.grainflux.jobs.afm.TipRunnerFactory;
import org.grainflux.jobs.engine.BatchEngine;
import org.grainflux.jobs.engine.EngineArguments;
import org.grainflux.jobs.engine.SparkEngine;
import org.grainflux.jobs.predict.PlanPreview;
import org.grainflux.jobs.predict.PredictJob;
import org.grainflux.jobs.predict.RunRequest;
import org.grainflux.jobs.predict.StudyRunnerFactory;
import org.grainflux.study.config.AfmStudy;
import org.grainflux.study.config.AfmStudyReader;
import org.grainflux.study.run.Admission;
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

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the run: a path, or a URI such as hdfs://… or s3a://…"
                    + " Default: runs/<study>-<hash>.")
    private String out;

    @Option(names = "--realizations", paramLabel = "N", description = "Number of structures, instead of the study's.")
    private Integer realizations;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of all random numbers, instead of the study's.")
    private Long seed;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets a value of the study, e.g. instrument.limit_V=5; may be repeated.")
    private List<String> overrides = new ArrayList<>();

    @Mixin
    private AllowedPaths allowed;

    @Option(names = "--resume", description = "Continue the run in the folder; finished structures are kept.")
    private boolean resume;

    @Option(
            names = "--take-over",
            description =
                    "As --resume, although another command seems to hold the folder; only when it is surely gone.")
    private boolean takeOver;

    @Option(names = "--dry-run", description = "Check everything and show what would be computed.")
    private boolean dryRun;

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
        if (engineArguments.runsOnCluster()) {
            throw new InvalidInputException(
                    "--deploy-mode cluster is for predict; afm keeps its driver here: leave it out");
        }
        AfmStudy study = new AfmStudyReader(engineArguments.files(), allowed.paths())
                .read(
                        studyFile,
                        overrides,
                        seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                        realizations == null ? OptionalInt.empty() : OptionalInt.of(realizations));
        String location =
                out == null ? "runs/" + study.name() + "-" + study.contentHash().substring(0, 8) : out;
        RunRequest request = request(study);
        if (dryRun) {
            terminal.out()
                    .print(PlanPreview.of(
                            request, engineArguments.folder(location), engineArguments, resume || takeOver));
            return ExitCode.COMPLETE.code();
        }
        Supplier<BatchEngine> engine = () -> SparkEngine.start("GrainFlux " + study.name(), engineArguments.settings());
        return new PredictJob(request, location, engineArguments, terminal.out(), terminal.err())
                .run(new Admission(resume || takeOver, 0, takeOver), engine, new AfmConclusion(study))
                .code();
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
