package org.grainflux.study.regression;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.grainflux.core.InfrastructureException;

/** A text file that is replaced whole or not at all. */
final class WholeFile {
    private WholeFile() {}

    static void write(Path file, String text) {
        try {
            Path beside = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new InfrastructureException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
