package org.grainflux.bench.matrices;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.grainflux.bench.output.OutputFolder;
import org.grainflux.core.ExitCode;
import org.grainflux.core.Require;
import org.grainflux.fem.algebra.LinearSystem;
import org.grainflux.fem.exchange.SystemFiles;
import org.grainflux.study.config.LocalFiles;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.config.StudyReader;
import org.grainflux.study.execution.StructureSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench/export STUDY OUT}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes the linear system of one structure of a study as OUT.mat and OUT.rhs in PETSc's binary"
                + " format: perfect contacts, 1 V at the lower and 0 V at the upper electrode, their nodes prescribed.")
public final class ExportCommand implements Callable<Integer> {
    private final PrintStream err;

    @Parameters(index = "0", paramLabel = "STUDY", description = "Study file (YAML).")
    private String studyFile;

    @Parameters(index = "1", paramLabel = "OUT", description = "Name of the files, with or without .mat.")
    private String out;

    @Option(names = "--realization", paramLabel = "N", description = "Which structure (default: ${DEFAULT-VALUE}).")
    private int realization = 0;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Replace a value of the study; may be repeated.")
    private List<String> overrides = new ArrayList<>();

    @Option(
            names = "--allow-path",
            paramLabel = "DIR",
            description = "Folder from which the study may read, besides its own; may be repeated.")
    private List<String> allowedPaths = new ArrayList<>();

    public ExportCommand(PrintStream err) {
        this.err = err;
    }

    @Override
    public Integer call() {
        Require.atLeast("--realization", realization, 0);
        SystemFiles files = SystemFiles.of(out);
        OutputFolder.createFor(files.matrix());
        StudyConfig study = new StudyReader(new LocalFiles(), allowedPaths)
                .read(studyFile, overrides, OptionalLong.empty(), OptionalInt.empty());
        LinearSystem system = StructureSystem.of(study, realization);
        files.write(system);
        err.println("wrote " + files.matrix() + " and " + files.load() + ": "
                + system.matrix().rows() + " unknowns, " + system.matrix().entryCount() + " entries");
        return ExitCode.COMPLETE.code();
    }
}
