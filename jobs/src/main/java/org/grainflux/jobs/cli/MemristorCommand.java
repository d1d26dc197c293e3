package org.grainflux.jobs.cli;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.grainflux.jobs.engine.EngineArguments;
import org.grainflux.jobs.memristor.MemristorConclusion;
import org.grainflux.jobs.memristor.MemristorRunnerFactory;
import org.grainflux.jobs.predict.RunRequest;
import org.grainflux.jobs.predict.StudyRunnerFactory;
import org.grainflux.study.config.MemristorStudy;
import org.grainflux.study.config.MemristorStudyReader;
import org.grainflux.study.memristor.Measurement;
import org.grainflux.study.memristor.MeasurementReader;
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

    @Mixin
    private RunOptions run;

    @Option(names = "--devices", paramLabel = "N", description = "Number of devices, instead of the study's.")
    private Integer devices;

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
        MemristorStudy study = new MemristorStudyReader(engineArguments.files(), run.allowedPaths())
                .read(
                        studyFile,
                        run.overrides(),
                        run.seed(),
                        devices == null ? OptionalInt.empty() : OptionalInt.of(devices));
        List<Measurement> measured = MeasurementReader.read(study, engineArguments.files());
        return run.compute(
                "memristor", request(study), engineArguments, new MemristorConclusion(study, measured), terminal);
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
