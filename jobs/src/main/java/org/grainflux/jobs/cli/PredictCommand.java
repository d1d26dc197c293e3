package org.grainflux.jobs.cli;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.grainflux.core.ExitCode;
import org.grainflux.core.InvalidInputException;
import org.grainflux.jobs.engine.BatchEngine;
import org.grainflux.jobs.engine.EngineArguments;
import org.grainflux.jobs.engine.LoopEngine;
import org.grainflux.jobs.engine.SparkEngine;
import org.grainflux.jobs.predict.ClusterPredictJob;
import org.grainflux.jobs.predict.DriverLives;
import org.grainflux.jobs.predict.PredictJob;
import org.grainflux.jobs.predict.RunRequest;
import org.grainflux.jobs.predict.StudyConclusion;
import org.grainflux.jobs.predict.StudyRunnerFactory;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.config.ImageConfig;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.config.StudyReader;
import org.grainflux.study.execution.WorkingMemory;
import org.grainflux.study.run.Admission;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code grainflux predict STUDY}. */
@Command(
        name = "predict",
        description = "Computes a study and writes its run: results, summary and report.",
        customSynopsis = "grainflux predict STUDY [--out DIR] [--realizations N] [--seed S] [--set KEY=VALUE]..."
                + " [--unit-limit MINUTES] [--allow-path DIR]..."
                + " [--resume | --take-over] [--dry-run] [-- ENGINE ARGS]",
        footer = {
            "",
            "What follows -- goes to the engine, under the names of spark-submit: --master local[4],",
            "--conf KEY=VALUE, --executor-memory SIZE, ... Without it the engine runs embedded on all cores.",
            "",
            "Examples:",
            "  grainflux predict configs/interlayers.yaml",
            "  grainflux predict configs/interlayers.yaml --out runs/thin --set designs.hl.interlayer.thickness_um=1",
            "  grainflux predict configs/interlayers.yaml --out runs/thin --resume",
            "  grainflux predict configs/paper.yaml --out hdfs://namenode/runs/paper -- --master yarn",
            "  grainflux predict configs/paper.yaml --out hdfs://namenode/runs/paper -- --master spark://host:7077"
                    + " --deploy-mode cluster",
        })
final class PredictCommand implements Callable<Integer> {
    /** A year; longer ones are mistyped. */
    private static final int LONGEST_UNIT_LIMIT_MINUTES = 525_600;

    private final Terminal terminal;

    @Parameters(paramLabel = "STUDY", description = "Study file (YAML).")
    private String studyFile;

    @Mixin
    private RunOptions run;

    @Option(names = "--realizations", paramLabel = "N", description = "Number of structures, instead of the study's.")
    private Integer realizations;

    @Option(
            names = "--unit-limit",
            paramLabel = "MINUTES",
            description =
                    "Wall-clock time after which a structure with its designs is aborted; --resume tries it again."
                            + " Default: 120.")
    private Double unitLimitMinutes;

    @Option(
            names = "--lives",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often a cluster may start the driver of a run that it supervises (-- --supervise)."
                    + " Default: 3.")
    private int lives;

    @Option(names = "--claim", hidden = true, description = "Claim under which the run was submitted to a cluster.")
    private int handedOverClaim;

    @Option(names = "--engine", hidden = true, defaultValue = "spark")
    private EngineKind engineKind;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    /** The plain loop is there to measure the engine against. */
    enum EngineKind {
        spark,
        loop
    }

    PredictCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!(lives > 0)) {
            throw new InvalidInputException("--lives " + lives + "; allowed: 1 or more");
        }
        return handedOverClaim > 0 ? predictForCluster() : predict();
    }

    /**
     * A cluster that supervises starts again whatever ends with another code than 0. A run that has ended in order says
     * in its status how, so only a death is to be followed by another life.
     */
    private int predictForCluster() {
        try {
            EngineArguments engineArguments = EngineArguments.parse(terminal.engineArguments());
            if (new DriverLives(engineArguments.folder(run.out()), handedOverClaim, lives).begin()) {
                predict();
            }
        } catch (RuntimeException e) {
            // Its status, where there is one to be written, says it already.
            e.printStackTrace(terminal.err());
        }
        return ExitCode.COMPLETE.code();
    }

    private int predict() {
        EngineArguments engineArguments = EngineArguments.parse(terminal.engineArguments());
        StudyConfig study = new StudyReader(engineArguments.files(), run.allowedPaths())
                .read(
                        studyFile,
                        run.overrides(),
                        run.seed(),
                        realizations == null ? OptionalInt.empty() : OptionalInt.of(realizations));
        if (engineArguments.embeddedCores() > 0) {
            // Executors of a cluster have memory of their own, which is not known here.
            WorkingMemory.requireFits(study);
        }
        RunRequest request = request(study);
        if (run.previews(request, engineArguments, handedOverClaim, terminal)) {
            return ExitCode.COMPLETE.code();
        }
        String location = run.location(request);
        Admission admission = run.admission(handedOverClaim);
        if (engineArguments.runsOnCluster()) {
            return new ClusterPredictJob(
                            request,
                            location,
                            engineArguments,
                            imageFiles(study),
                            lives,
                            terminal.out(),
                            terminal.err())
                    .run(admission)
                    .code();
        }
        return new PredictJob(request, location, engineArguments, terminal.out(), terminal.err())
                .run(admission, engine(study, engineArguments), new StudyConclusion(study))
                .code();
    }

    private static List<String> imageFiles(StudyConfig study) {
        return study.images().stream().map(ImageConfig::file).toList();
    }

    private Duration unitLimit() {
        if (unitLimitMinutes == null) {
            return StudyRunnerFactory.DEFAULT_UNIT_LIMIT;
        }
        if (!(unitLimitMinutes > 0 && unitLimitMinutes <= LONGEST_UNIT_LIMIT_MINUTES)) {
            throw new InvalidInputException("--unit-limit " + unitLimitMinutes + " min; allowed: above 0 and at most "
                    + LONGEST_UNIT_LIMIT_MINUTES + ", e.g. --unit-limit 30");
        }
        return Duration.ofNanos(Math.round(unitLimitMinutes * 60e9));
    }

    private RunRequest request(StudyConfig study) {
        Duration limit = unitLimit();
        return new RunRequest(
                study.name(),
                study.resolvedYaml(),
                study.contentHash(),
                study.realizations(),
                study.designs().stream().map(DesignConfig::name).toList(),
                study.reducesDesigns(),
                study.statistics().failureQuotaFraction(),
                limit,
                () -> StudyRunnerFactory.of(study, limit));
    }

    private Supplier<BatchEngine> engine(StudyConfig study, EngineArguments engineArguments) {
        if (engineKind == EngineKind.loop) {
            return () -> new LoopEngine(Math.max(1, engineArguments.embeddedCores()));
        }
        return () -> SparkEngine.start("GrainFlux " + study.name(), engineArguments.settings());
    }
}
