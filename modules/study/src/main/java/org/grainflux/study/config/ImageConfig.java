package org.grainflux.study.config;

import java.io.Serializable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.grainflux.core.InvalidInputException;

/**
 * The image of one structure.
 *
 * @param file path or URI that holds in any working directory
 * @param sha256 of its content when the study was read, hexadecimal
 * @param periodic whether it repeats across
 */
public record ImageConfig(String file, String sha256, boolean periodic) implements Serializable {

    /** The content, held to what it was when the study was read. */
    public byte[] content(FileSource files) {
        byte[] content = files.bytes(file);
        String found = checksum(content);
        if (!found.equals(sha256)) {
            throw new InvalidInputException(
                    file + ": the image has the checksum " + found + ", the study says " + sha256
                            + "; bring back the file, or remove sha256 under microstructure.images to use the new one");
        }
        return content;
    }

    static String checksum(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
