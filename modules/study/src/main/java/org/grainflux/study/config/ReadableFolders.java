package org.grainflux.study.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.grainflux.core.Excerpt;
import org.grainflux.core.InvalidInputException;
import org.grainflux.study.config.yaml.Origin;

/**
 * Where the files that a study names may lie: in the study's own folder, among those installed with the program, and
 * where the user allows it. A study may come from a stranger, and must not read what its reader can (ADR 0024).
 */
final class ReadableFolders {
    /** Top of the installation, set by the launcher. */
    private static final String HOME_PROPERTY = "grainflux.home";

    /** Characters that mean nothing to a shell, in a name of reasonable length. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}/._+:@%,=-]{1,400}");

    /** Longer names are cut in messages. */
    private static final int LONGEST_ARGUMENT = 400;

    private final FileSource files;
    private final String study;
    private final List<String> folders = new ArrayList<>();

    /** @param allowed by the user, on the command line */
    ReadableFolders(FileSource files, String study, List<String> allowed) {
        this.files = files;
        this.study = study;
        folders.add(files.resolve(study, "."));
        folders.addAll(installed());
        folders.addAll(allowed);
    }

    private static List<String> installed() {
        String home = System.getProperty(HOME_PROPERTY);
        return home == null
                ? List.of()
                : Stream.of("configs", "datasets")
                        .map(folder -> Path.of(home, folder))
                        .filter(Files::isDirectory)
                        .map(Path::toString)
                        .toList();
    }

    /**
     * The file that the study names.
     *
     * @param origin where it is named; what was typed on the command line is the user's own and may lie anywhere
     * @throws InvalidInputException when it lies elsewhere, whether it exists or not
     */
    String place(String reference, Origin origin) {
        String file = files.resolve(study, reference);
        if (!origin.isCommandLine() && folders.stream().noneMatch(folder -> files.isWithin(folder, file))) {
            throw new InvalidInputException("lies outside the folders from which this study may read ("
                    + String.join(
                            ", ", folders.stream().map(ReadableFolders::shown).toList())
                    + "), or a link leads there; copy it beside the study, or add --allow-path "
                    + argument(files.resolve(file, ".")));
        }
        return file;
    }

    /** As a shell takes it, so that it can be copied from the message. */
    private static String argument(String folder) {
        if (PLAIN.matcher(folder).matches()) {
            return folder;
        }
        boolean canBeTyped =
                folder.length() <= LONGEST_ARGUMENT && folder.chars().noneMatch(Character::isISOControl);
        return canBeTyped ? "'" + folder.replace("'", "'\\''") + "'" : Excerpt.of(folder);
    }

    private static String shown(String folder) {
        return folder.isEmpty() ? "the working directory" : folder;
    }
}
