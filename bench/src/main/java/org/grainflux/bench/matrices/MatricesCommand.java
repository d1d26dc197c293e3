package org.grainflux.bench.matrices;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.grainflux.bench.output.OutputFolder;
import org.grainflux.core.ExitCode;
import org.grainflux.core.InfrastructureException;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.algebra.LinearSystem;
import org.grainflux.fem.exchange.SystemFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench/matrices DIR}. */
@Command(
        name = "matrices",
        mixinStandardHelpOptions = true,
        description = "Writes the systems of the comparison, about a million unknowns each, as NAME.mat and NAME.rhs in"
                + " PETSc's binary format. Systems that are there already are kept.")
public final class MatricesCommand implements Callable<Integer> {
    private final PrintStream err;

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder to write to; 1.2 GB for the comparison.")
    private Path folder;

    @Parameters(index = "1..*", paramLabel = "NAME", description = "These systems only.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--growth", description = "Also those of 250,000 and four million unknowns; 1.3 GB more.")
    private boolean growth;

    @Option(
            names = "--elastic",
            description = "The elastic systems instead, with NAME.coords beside: where the unknowns are; 1.4 GB.")
    private boolean elastic;

    public MatricesCommand(PrintStream err) {
        this.err = err;
    }

    @Override
    public Integer call() {
        List<? extends ModelSystem> chosen = chosen();
        OutputFolder.create(folder);
        try {
            for (ModelSystem model : chosen) {
                write(model);
            }
        } catch (IOException e) {
            throw new InfrastructureException("cannot write to " + folder + ": " + e.getMessage(), e);
        }
        return ExitCode.COMPLETE.code();
    }

    private List<? extends ModelSystem> chosen() {
        List<ModelSystem> all = new ArrayList<>(Suite.COMPARISON);
        all.addAll(Suite.GROWTH);
        if (names.isEmpty()) {
            return elastic ? Suite.ELASTIC : growth ? all : Suite.COMPARISON;
        }
        all.addAll(Suite.ELASTIC);
        List<ModelSystem> chosen = new ArrayList<>();
        for (String name : names) {
            chosen.add(all.stream()
                    .filter(model -> model.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInputException("there is no system " + name + "; choose from "
                            + String.join(
                                    ", ", all.stream().map(ModelSystem::name).toList()))));
        }
        return chosen;
    }

    private void write(ModelSystem model) throws IOException {
        SystemFiles files = SystemFiles.of(folder.resolve(model.name()).toString());
        if (Files.exists(files.matrix()) && Files.exists(files.load())) {
            err.println(model.name() + " is there already");
            return;
        }
        // Complete before they bear their names: an interrupted run leaves nothing that looks finished.
        SystemFiles partial =
                SystemFiles.of(folder.resolve(model.name() + ".partial").toString());
        LinearSystem system = model.write(partial);
        if (Files.exists(partial.coordinates())) {
            Files.move(partial.coordinatesInfo(), files.coordinatesInfo());
            Files.move(partial.coordinates(), files.coordinates());
        }
        Files.move(partial.load(), files.load());
        Files.move(partial.matrix(), files.matrix());
        err.println(model.name() + ": " + system.matrix().rows() + " unknowns, "
                + system.matrix().entryCount() + " entries");
    }
}
