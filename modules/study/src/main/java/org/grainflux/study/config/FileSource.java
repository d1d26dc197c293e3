package org.grainflux.study.config;

import java.nio.file.Path;
import org.grainflux.core.InvalidInputException;

/** Where study and material files are read from. */
public interface FileSource {
    /** Bytes of the longest text: a resolved study of 100,000 designs has some 80 MB. */
    int MAX_TEXT_BYTES = 100_000_000;

    /**
     * Text of a file.
     *
     * @throws org.grainflux.core.InvalidInputException when it does not exist, is too long or cannot be read; the message
     *     says which
     */
    String read(String path);

    /**
     * Content of a file that is not text.
     *
     * @throws org.grainflux.core.InvalidInputException when it does not exist, is too long or cannot be read; the message
     *     says which
     */
    default byte[] bytes(String path) {
        throw new InvalidInputException(path + ": there are only texts where this is read from");
    }

    /**
     * {@code reference} as seen from the folder of {@code file}; an absolute reference stays as it is.
     *
     * @throws org.grainflux.core.InvalidInputException when the reference cannot be the name of a file
     */
    String resolve(String file, String reference);

    /** A name that holds in any working directory. */
    default String absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize().toString();
    }

    /**
     * Whether a file, or a file that is made there, lies in a folder or is that very file, all symbolic links followed.
     *
     * @throws org.grainflux.core.InvalidInputException when that cannot be found out
     */
    boolean isWithin(String folder, String path);
}
