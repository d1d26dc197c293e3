package org.grainflux.study.regression;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.grainflux.core.InvalidInputException;
import org.grainflux.study.config.LocalFiles;

/** The changelog of the repository to which a folder of references belongs. */
final class Changelog {
    static final String FILE = "CHANGELOG.md";

    private static final String UNRELEASED = "## Unreleased";
    private static final int WIDTH = 150;

    private final Path file;

    private Changelog(Path file) {
        this.file = file;
    }

    /**
     * The one beside the folder that holds the references: {@code CHANGELOG.md} beside {@code datasets/references}.
     *
     * @throws InvalidInputException when there is none, or it has no part for what is not released yet
     */
    static Changelog beside(Path references) {
        Path datasets = references.toAbsolutePath().normalize().getParent();
        Path root = datasets == null ? null : datasets.getParent();
        Path file = root == null ? Path.of(FILE) : root.resolve(FILE);
        if (!Files.exists(file)) {
            throw new InvalidInputException(file
                    + ": no such file; a golden is accepted in the repository that it belongs to, where the changelog"
                    + " stands beside datasets/");
        }
        Changelog changelog = new Changelog(file);
        changelog.lines();
        return changelog;
    }

    private List<String> lines() {
        List<String> lines =
                new ArrayList<>(new LocalFiles().read(file.toString()).lines().toList());
        if (!lines.contains(UNRELEASED)) {
            throw new InvalidInputException(
                    file + ": has no line \"" + UNRELEASED + "\"; add it above the latest release");
        }
        return lines;
    }

    /** Adds an entry at the end of a section of what is not released yet; the section is made when it is not there. */
    void add(String section, String entry) {
        List<String> lines = lines();
        int start = lines.indexOf(UNRELEASED) + 1;
        int end = next(lines, start, "## ");
        int heading = start;
        while (heading < end && !lines.get(heading).equals("### " + section)) {
            heading++;
        }
        List<String> added = wrapped("- " + entry);
        int at = heading == end ? end : next(lines, heading + 1, "## ", "### ");
        while (at > start && lines.get(at - 1).isBlank()) {
            at--;
        }
        if (heading == end) {
            added.add(0, "### " + section);
            added.add(0, "");
        }
        lines.addAll(at, added);
        WholeFile.write(file, String.join("\n", lines) + "\n");
    }

    private static int next(List<String> lines, int from, String... starts) {
        int at = from;
        while (at < lines.size() && List.of(starts).stream().noneMatch(lines.get(at)::startsWith)) {
            at++;
        }
        return at;
    }

    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ");
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
