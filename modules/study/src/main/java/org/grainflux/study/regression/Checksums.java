package org.grainflux.study.regression;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grainflux.core.InfrastructureException;
import org.grainflux.core.InvalidInputException;

/** SHA-256 of the files of a reference, in the format that {@code sha256sum -c} reads. */
final class Checksums {
    static final String FILE = "SHA256SUMS";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S.*)");

    private Checksums() {}

    /** File, relative to the folder, to checksum; empty when nothing was accepted yet. */
    static Map<String, String> read(Path folder) {
        Path file = folder.resolve(FILE);
        Map<String, String> sums = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return sums;
        }
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new InvalidInputException(file + ": cannot be read: " + e.getMessage(), e);
        }
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = LINE.matcher(lines.get(i));
            if (!matcher.matches()) {
                throw new InvalidInputException(file + ":" + (i + 1)
                        + ": must be 64 hexadecimal digits, two spaces and a file; restore it from version control");
            }
            sums.put(matcher.group(2), matcher.group(1));
        }
        return sums;
    }

    /** Those of the files whose content is not what was accepted, or that were not there. */
    static List<String> changed(Path folder, Map<String, String> accepted, List<String> files) {
        List<String> changed = new ArrayList<>();
        for (String file : files) {
            if (!of(folder.resolve(file)).equals(accepted.get(file))) {
                changed.add(file);
            }
        }
        return changed;
    }

    static void write(Path folder, List<String> files) {
        StringBuilder text = new StringBuilder();
        for (String file : files) {
            text.append(of(folder.resolve(file))).append("  ").append(file).append('\n');
        }
        WholeFile.write(folder.resolve(FILE), text.toString());
    }

    private static String of(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new InfrastructureException(file + ": cannot be read: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must provide SHA-256", e);
        }
    }
}
