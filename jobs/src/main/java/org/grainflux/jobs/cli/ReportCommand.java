package org.grainflux.jobs.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.grainflux.core.ExitCode;
import org.grainflux.core.InvalidInputException;
import org.grainflux.jobs.afm.AfmConclusion;
import org.grainflux.jobs.engine.EngineArguments;
import org.grainflux.jobs.memristor.MemristorConclusion;
import org.grainflux.jobs.predict.Conclusion;
import org.grainflux.jobs.predict.StudyConclusion;
import org.grainflux.study.config.AfmStudyReader;
import org.grainflux.study.config.MemristorStudyReader;
import org.grainflux.study.config.SingleFile;
import org.grainflux.study.config.StudyKind;
import org.grainflux.study.config.StudyReader;
import org.grainflux.study.run.RunFolder;
import org.grainflux.study.run.RunReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code grainflux report DIR}. */
@Command(
        name = "report",
        description = "Writes summary and report of a run anew, from the rows committed so far.",
        footer = {
            "",
            "Examples:",
            "  grainflux report runs/interlayers-1a2b3c4d",
            "  grainflux report hdfs://namenode/runs/paper"
        })
final class ReportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "Folder of a run.")
    private String location;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RunFolder folder = EngineArguments.parse(terminal.engineArguments()).folder(location);
        RunReader run = RunReader.open(folder);
        Conclusion conclusion = conclusion(folder, new SingleFile(RunFolder.STUDY, text(folder)));
        conclusion.conclude(conclusion.books(run), terminal.out());
        return ExitCode.COMPLETE.code();
    }

    private static Conclusion conclusion(RunFolder folder, SingleFile study) {
        return switch (StudyKind.of(study, RunFolder.STUDY)) {
            case PREDICTION -> new StudyConclusion(new StudyReader(study).read(RunFolder.STUDY));
            case AFM -> new AfmConclusion(new AfmStudyReader(study, List.of()).read(RunFolder.STUDY));
            case MEMRISTOR ->
                MemristorConclusion.of(new MemristorStudyReader(study, List.of()).read(RunFolder.STUDY), folder);
        };
    }

    private static String text(RunFolder folder) {
        return folder.readText(RunFolder.STUDY)
                .orElseThrow(
                        () -> new InvalidInputException(folder.location() + "/" + RunFolder.STUDY + ": no such file"));
    }
}
