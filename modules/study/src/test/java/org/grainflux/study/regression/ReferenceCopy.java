package org.grainflux.study.regression;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A repository of its own with a changelog and one small reference, to be spoilt. */
final class ReferenceCopy {
    static final String NAME = "bicrystal-60";

    private static final Path SHIPPED = Path.of("..", "..", "datasets", "references");

    private final Path root;

    private ReferenceCopy(Path root) {
        this.root = root;
    }

    static ReferenceCopy in(Path root) throws IOException {
        ReferenceCopy copy = new ReferenceCopy(root);
        for (String file : List.of(
                "materials/ceramic.yaml",
                NAME + "/study.yaml",
                NAME + "/reference.yaml",
                NAME + "/golden.json",
                NAME + "/SHA256SUMS")) {
            Path to = copy.references().resolve(file);
            Files.createDirectories(to.getParent());
            Files.copy(SHIPPED.resolve(file), to);
        }
        Files.writeString(
                copy.changelog(),
                "# Changelog\n\n## Unreleased\n### Added\n- Something.\n\n## 0.1\n### Fixed\n- Old.\n");
        return copy;
    }

    Path references() {
        return root.resolve("datasets").resolve("references");
    }

    Path file(String name) {
        return references().resolve(NAME).resolve(name);
    }

    Path changelog() {
        return root.resolve("CHANGELOG.md");
    }

    void replace(String name, String old, String replacement) throws IOException {
        String text = Files.readString(file(name));
        if (!text.contains(old)) {
            throw new IllegalArgumentException(name + " does not contain " + old);
        }
        Files.writeString(file(name), text.replace(old, replacement));
    }

    Reference read(boolean toAccept) {
        return ReferenceReader.readAll(references(), List.of(), List.of(), toAccept)
                .get(0);
    }

    List<Outcome> run(boolean toAccept) {
        return new Regression(RunnerSource.PROGRAM, 1).run(List.of(read(toAccept)), outcome -> {});
    }
}
