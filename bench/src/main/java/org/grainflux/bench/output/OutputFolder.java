package org.grainflux.bench.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grainflux.core.InvalidInputException;

/** Folders that results go to, made ready before the work starts. */
public final class OutputFolder {
    private OutputFolder() {}

    /** {@code target} beside the commands. */
    public static Path standard() {
        return Path.of(System.getProperty("grainflux.bench", "bench"), "target");
    }

    /**
     * Creates a folder, with those above it, unless it exists.
     *
     * @return the folder
     * @throws InvalidInputException when that cannot be
     */
    public static Path create(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "cannot create the folder " + folder + " (" + e + "); give one that exists or can be created");
        }
    }

    /** The folder of a file to be written. */
    public static void createFor(Path file) {
        create(file.toAbsolutePath().getParent());
    }
}
