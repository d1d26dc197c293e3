package org.grainflux.study.config;

import org.grainflux.core.InvalidInputException;

/** A study held in memory that names no other file: a resolved one, with all its materials inside. */
public record SingleFile(String name, String text) implements FileSource {
    @Override
    public String read(String path) {
        if (!path.equals(name)) {
            throw new InvalidInputException(path + ": a resolved study names no other file");
        }
        return text;
    }

    @Override
    public String resolve(String file, String reference) {
        return reference;
    }

    /** Its images are where they were when the study was resolved, and are not opened from here. */
    @Override
    public boolean isWithin(String folder, String path) {
        return true;
    }
}
