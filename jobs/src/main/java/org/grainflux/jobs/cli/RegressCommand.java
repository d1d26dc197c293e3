package org.grainflux.jobs.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.grainflux.core.InvalidInputException;
import org.grainflux.jobs.regress.RegressJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code grainflux regress REFERENCES}. */
@Command(
        name = "regress",
        description = "Computes reference structures and compares them with what was accepted.",
        customSynopsis =
                "grainflux regress REFERENCES [--out DIR] [--history DIR] [--only NAME]... [--allow-path DIR]..."
                        + " [--accept --reason TEXT]",
        footer = {
            "",
            "Exit code 6 says that a reference differs. A golden is changed by --accept only.",
            "",
            "Examples:",
            "  grainflux regress datasets/references --out runs/regress",
            "  grainflux regress datasets/references --only brick --only hexagonal",
            "  grainflux regress datasets/references --accept --reason \"finer meshes at the feet\"",
        })
final class RegressCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "REFERENCES", description = "Folder with one folder per reference.")
    private Path references;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "runs/regress",
            description = "Folder of the reports; those of an earlier run are replaced. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(
            names = "--history",
            paramLabel = "DIR",
            description = "Folder that remembers time and memory of each run. Default: the folder of the reports.")
    private Path history;

    @Option(names = "--only", paramLabel = "NAME", description = "This reference alone; may be repeated.")
    private List<String> only = new ArrayList<>();

    @Mixin
    private AllowedPaths allowed;

    @Option(names = "--accept", description = "Accept what differs as the new golden; needs --reason.")
    private boolean accept;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why the results changed, for the changelog.")
    private String reason;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    RegressCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (reason != null && !accept) {
            throw new InvalidInputException("--reason is of use with --accept only; add that, or remove it");
        }
        RegressJob job =
                new RegressJob(references, out, history == null ? out : history, only, allowed.paths(), terminal.out());
        return (accept ? job.accept(reason) : job.compare()).code();
    }
}
