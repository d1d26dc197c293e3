package org.grainflux.study.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.grainflux.core.InvalidInputException;

/** Files of this machine. */
public final class LocalFiles implements FileSource {
    @Override
    public String read(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new InvalidInputException(path + ": no such file", e);
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(path + ": not a text file in UTF-8", e);
        } catch (IOException e) {
            throw new InvalidInputException(path + ": cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public byte[] bytes(String path) {
        try {
            return Files.readAllBytes(Path.of(path));
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new InvalidInputException(path + ": no such file", e);
        } catch (IOException e) {
            throw new InvalidInputException(path + ": cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public String resolve(String file, String reference) {
        return Path.of(file).resolveSibling(reference).normalize().toString();
    }
}
