package org.grainflux.study.config;

import org.grainflux.core.InvalidInputException;

/** Where study and material files are read from. */
public interface FileSource {
    /**
     * Text of a file.
     *
     * @throws org.grainflux.core.InvalidInputException when it does not exist or cannot be read; the message says which
     */
    String read(String path);

    /**
     * Content of a file that is not text.
     *
     * @throws org.grainflux.core.InvalidInputException when it does not exist or cannot be read; the message says which
     */
    default byte[] bytes(String path) {
        throw new InvalidInputException(path + ": images are read from the files of this machine only");
    }

    /** {@code reference} as seen from the folder of {@code file}; an absolute reference stays as it is. */
    String resolve(String file, String reference);
}
