package org.grainflux.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.grainflux.core.ExitCode;
import org.grainflux.core.InvalidInputException;
import org.grainflux.jobs.engine.EngineArguments;
import org.grainflux.jobs.engine.SparkEngine;
import org.grainflux.jobs.predict.Conclusion;
import org.grainflux.jobs.predict.PlanPreview;
import org.grainflux.jobs.predict.PredictJob;
import org.grainflux.jobs.predict.RunRequest;
import org.grainflux.study.run.Admission;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command takes that computes a study into a folder. */
final class RunOptions {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the run: a path, or a URI such as hdfs://… or s3a://…"
                    + " Default: runs/<study>-<hash>.")
    private String out;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of all random numbers, instead of the study's.")
    private Long seed;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets a value of the study, its place with dots: see the examples; may be repeated.")
    private List<String> overrides = new ArrayList<>();

    @Mixin
    private AllowedPaths allowed;

    @Option(names = "--resume", description = "Continue the run in the folder; what is finished is kept.")
    private boolean resume;

    @Option(
            names = "--take-over",
            description =
                    "As --resume, although another command seems to hold the folder; only when it is surely gone.")
    private boolean takeOver;

    @Option(names = "--dry-run", description = "Check everything and show what would be computed.")
    private boolean dryRun;

    /** Null unless given. */
    String out() {
        return out;
    }

    OptionalLong seed() {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }

    List<String> overrides() {
        return overrides;
    }

    List<String> allowedPaths() {
        return allowed.paths();
    }

    String location(RunRequest request) {
        return out == null
                ? "runs/" + request.study() + "-" + request.studyHash().substring(0, 8)
                : out;
    }

    /** @param claim under which a run was handed to a cluster; 0 for none */
    Admission admission(int claim) {
        return new Admission(resume || takeOver || claim > 0, claim, takeOver);
    }

    /** Shows what would be computed if that was asked for, and says whether it was. */
    boolean previews(RunRequest request, EngineArguments engineArguments, int claim, Terminal terminal) {
        if (dryRun) {
            terminal.out()
                    .print(PlanPreview.of(
                            request,
                            engineArguments.folder(location(request)),
                            engineArguments,
                            admission(claim).resume()));
        }
        return dryRun;
    }

    /**
     * Computes on Spark with the driver in this process.
     *
     * @param command by name, for the error where another place is asked for
     */
    int compute(
            String command,
            RunRequest request,
            EngineArguments engineArguments,
            Conclusion conclusion,
            Terminal terminal) {
        if (engineArguments.runsOnCluster()) {
            throw new InvalidInputException(
                    "--deploy-mode cluster is for predict; " + command + " keeps its driver here: leave it out");
        }
        if (previews(request, engineArguments, 0, terminal)) {
            return ExitCode.COMPLETE.code();
        }
        return new PredictJob(request, location(request), engineArguments, terminal.out(), terminal.err())
                .run(
                        admission(0),
                        () -> SparkEngine.start("GrainFlux " + request.study(), engineArguments.settings()),
                        conclusion)
                .code();
    }
}
