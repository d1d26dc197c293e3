package org.grainflux.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.grainflux.core.ExitCode;
import org.grainflux.core.InvalidInputException;
import org.grainflux.jobs.engine.BatchEngine;
import org.grainflux.jobs.engine.EngineArguments;
import org.grainflux.jobs.engine.SparkEngine;
import org.grainflux.jobs.memristor.MemristorConclusion;
import org.grainflux.jobs.memristor.MemristorRunnerFactory;
import org.grainflux.jobs.predict.PlanPreview;
import org.grainflux.jobs.predict.PredictJob;
import org.grainflux.jobs.predict.RunRequest;
import org.grainflux.jobs.predict.StudyRunnerFactory;
import org.grainflux.study.config.MemristorStudy;
import org.grainflux.study.config.MemristorStudyReader;
import org.grainflux.study.memristor.Measurement;
import org.grainflux.study.memristor.MeasurementReader;
import org.grainflux.study.run.Admission;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code grainflux memristor STUDY}. */
@Command(
        name = "memristor",
        description = "Cycles a population of resistive switches and writes its run: results, summary and report.",
        customSynopsis = "grainflux memristor STUDY [--out DIR] [--devices N] [--seed S] [--set KEY=VALUE]..."
                + " [--allow-path DIR]... [--resume | --take-over] [--dry-run] [-- ENGINE ARGS]",
        footer = {
            "",
            "What follows -- goes to the engine, as with predict.",
            "",
            "Examples:",
            "  grainflux memristor configs/memristor.yaml",
            "  grainflux memristor configs/memristor.yaml --out runs/slow --set protocols.window.rate_mV_per_s=20",
            "  grainflux memristor configs/memristor.yaml --out runs/slow --resume",
        })
final class MemristorCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "STUDY", description = "Study file (YAML) with kind: memristor.")
    private String studyFile;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the run: a path, or a URI such as hdfs://… or s3a://…"
                    + " Default: runs/<study>-<hash>.")
    private String out;

    @Option(names = "--devices", paramLabel = "N", description = "Number of devices, instead of the study's.")
    private Integer devices;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of all random numbers, instead of the study's.")
    private Long seed;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets a value of the study, e.g. gap.length_nm=60; may be repeated.")
    private List<String> overrides = new ArrayList<>();

    @Mixin
    private AllowedPaths allowed;

    @Option(names = "--resume", description = "Continue the run in the folder; finished devices are kept.")
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

    MemristorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        EngineArguments engineArguments = EngineArguments.parse(terminal.engineArguments());
        if (engineArguments.runsOnCluster()) {
            throw new InvalidInputException(
                    "--deploy-mode cluster is for predict; memristor keeps its driver here: leave it out");
        }
        MemristorStudy study = new MemristorStudyReader(engineArguments.files(), allowed.paths())
                .read(
                        studyFile,
                        overrides,
                        seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                        devices == null ? OptionalInt.empty() : OptionalInt.of(devices));
        List<Measurement> measured = MeasurementReader.read(study, engineArguments.files());
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
                .run(new Admission(resume || takeOver, 0, takeOver), engine, new MemristorConclusion(study, measured))
                .code();
    }

    static RunRequest request(MemristorStudy study) {
        return new RunRequest(
                study.name(),
                study.resolvedYaml(),
                study.contentHash(),
                study.devices(),
                study.designs().stream().map(MemristorStudy.Design::name).toList(),
                false,
                study.failureQuotaFraction(),
                StudyRunnerFactory.DEFAULT_UNIT_LIMIT,
                () -> new MemristorRunnerFactory(study),
                new RunRequest.Nouns("devices", "electrodes"));
    }
}
