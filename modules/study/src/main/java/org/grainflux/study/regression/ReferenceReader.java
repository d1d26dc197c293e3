package org.grainflux.study.regression;

import static org.grainflux.study.config.schema.Key.optional;
import static org.grainflux.study.config.schema.Key.required;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.grainflux.core.InvalidInputException;
import org.grainflux.study.config.FileSource;
import org.grainflux.study.config.LocalFiles;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.config.StudyReader;
import org.grainflux.study.config.schema.Bounds;
import org.grainflux.study.config.schema.Checked;
import org.grainflux.study.config.schema.Checker;
import org.grainflux.study.config.schema.Problems;
import org.grainflux.study.config.schema.Type.Choice;
import org.grainflux.study.config.schema.Type.Items;
import org.grainflux.study.config.schema.Type.Quantity;
import org.grainflux.study.config.schema.Type.Section;
import org.grainflux.study.config.schema.Type.Text;
import org.grainflux.study.config.schema.Unit;
import org.grainflux.study.config.yaml.YamlReader;
import org.grainflux.study.regression.Reference.Check;
import org.grainflux.study.regression.Reference.Comparison;
import org.grainflux.study.regression.Reference.ExactValue;
import org.grainflux.study.regression.Reference.Tier;

/** Reads references from their folders, and holds their files to their checksums. */
public final class ReferenceReader {
    private static final Choice QUANTITY = new Choice(Quantities.names());

    private static final Section CHECK = Section.of(
            "check",
            "A quantity that is compared wherever the structure has it",
            required("quantity", QUANTITY, "What is compared"),
            required("compare", Choice.of("relative", "absolute", "interval"), "What the tolerance is relative to"),
            required("tolerance", Quantity.of(Unit.NONE, Bounds.NON_NEGATIVE), "Largest difference that is none")
                    .when("compare", "relative", "absolute"),
            required("reason", Text.REASON, "Why the tolerance is what it is"));

    private static final Section EXACT_VALUE = Section.of(
            "exact-value",
            "A value known without this program",
            required("quantity", QUANTITY, "Whose value"),
            optional("design", Text.NAME, "Holds for this design only"),
            required("value", Quantity.of(Unit.NONE, Bounds.ANY), "In the unit of the quantity"),
            required("relative_tolerance", Quantity.of(Unit.NONE, Bounds.openClosed(0, 1)), "Of the value"),
            required("source", Text.REASON, "The formula, in words"));

    private static final Section REFERENCE = Section.of(
            "reference",
            "What is compared of a reference structure",
            required("description", Text.ANY, "What it is there for"),
            required(
                    "tier",
                    Choice.of("exact", "statistical", "summary"),
                    "exact: one structure; statistical: a population; summary: a study"),
            required("quantities", new Items(CHECK, 1), "What is compared"),
            optional("exact_values", new Items(EXACT_VALUE, 1), "What is known without this program"));

    private ReferenceReader() {}

    /**
     * All references in a folder, by name.
     *
     * @param only names of those wanted; empty for all
     * @param allowedPaths from which studies may read, besides the folder of the references
     * @param toAccept whether studies, quantities and tolerances may differ from what was accepted; a golden never may
     * @throws InvalidInputException when there is none, one is wrong, or a checksum does not fit
     */
    public static List<Reference> readAll(
            Path references, List<String> only, List<String> allowedPaths, boolean toAccept) {
        Set<String> names = names(references);
        for (String name : only) {
            if (!names.contains(name)) {
                throw new InvalidInputException(
                        references + ": holds no reference " + name + "; it has " + String.join(", ", names));
            }
        }
        List<String> readable = new ArrayList<>(allowedPaths);
        readable.add(references.toString());
        return names.stream()
                .filter(name -> only.isEmpty() || only.contains(name))
                .map(name -> read(references.resolve(name), readable, toAccept))
                .toList();
    }

    private static Set<String> names(Path references) {
        if (!Files.isDirectory(references)) {
            throw new InvalidInputException(references + ": no such folder");
        }
        Set<String> names = new TreeSet<>();
        try (Stream<Path> folders = Files.list(references)) {
            folders.filter(folder -> Files.exists(folder.resolve(Reference.FILE)))
                    .forEach(folder -> names.add(folder.getFileName().toString()));
        } catch (IOException e) {
            throw new InvalidInputException(references + ": cannot be read: " + e.getMessage(), e);
        }
        if (names.isEmpty()) {
            throw new InvalidInputException(
                    references + ": holds no reference, that is no folder with a " + Reference.FILE);
        }
        return names;
    }

    /** One reference; see {@link #readAll}. */
    private static Reference read(Path folder, List<String> readable, boolean toAccept) {
        RecordingFiles files = new RecordingFiles();
        String file = folder.resolve(Reference.FILE).toString();
        Problems problems = new Problems();
        Checked checked = new Checker(
                        reference -> {
                            throw new IllegalStateException("a reference names no files");
                        },
                        problems)
                .check(REFERENCE, YamlReader.read(file, files.read(file)));
        problems.throwIfAny();
        StudyConfig study = new StudyReader(files, readable)
                .read(folder.resolve(Reference.STUDY).toString());
        new ReferenceRules(checked, study, problems).check();
        problems.throwIfAny();
        List<String> inputs = new ArrayList<>(files.relativeTo(folder));
        Map<String, String> accepted = Checksums.read(folder);
        Optional<ReferenceValues> golden = golden(folder, accepted, toAccept);
        List<String> changed = Checksums.changed(folder, accepted, inputs);
        if (!toAccept && !changed.isEmpty()) {
            throw new InvalidInputException(folder.resolve(changed.get(0)).normalize()
                    + ": its checksum is not the one in " + folder.resolve(Checksums.FILE)
                    + "; restore it from version control, or accept the change with --accept --reason \"...\"");
        }
        return new Reference(
                folder.getFileName().toString(),
                folder,
                checked.text("description"),
                word(Tier.class, checked.text("tier")),
                study,
                checked.items("quantities").stream().map(ReferenceReader::check).toList(),
                checked.items("exact_values").stream()
                        .map(ReferenceReader::exactValue)
                        .toList(),
                inputs,
                golden,
                changed);
    }

    private static Optional<ReferenceValues> golden(Path folder, Map<String, String> accepted, boolean toAccept) {
        Path file = folder.resolve(Reference.GOLDEN);
        if (!Files.exists(file)) {
            if (!toAccept) {
                throw new InvalidInputException(
                        file + ": no such file; accept a first result with --accept --reason \"...\"");
            }
            return Optional.empty();
        }
        if (!Checksums.changed(folder, accepted, List.of(Reference.GOLDEN)).isEmpty()) {
            throw new InvalidInputException(file + ": its checksum is not the one in "
                    + folder.resolve(Checksums.FILE) + "; a golden is changed by --accept only: restore it from version"
                    + " control, or remove it and accept a new one");
        }
        return Optional.of(Golden.read(file));
    }

    private static Check check(Checked item) {
        return new Check(
                item.text("quantity"),
                word(Comparison.class, item.text("compare")),
                item.has("tolerance") ? item.number("tolerance") : 0,
                item.text("reason"));
    }

    private static ExactValue exactValue(Checked item) {
        return new ExactValue(
                item.text("quantity"),
                item.has("design") ? item.text("design") : "",
                item.number("value"),
                item.number("relative_tolerance"),
                item.text("source"));
    }

    private static <E extends Enum<E>> E word(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }

    /** Remembers what was read: all of it decides the result. */
    private static final class RecordingFiles implements FileSource {
        private final LocalFiles files = new LocalFiles();
        private final Set<Path> read = new LinkedHashSet<>();

        @Override
        public String read(String path) {
            String text = files.read(path);
            read.add(Path.of(path).toAbsolutePath().normalize());
            return text;
        }

        @Override
        public byte[] bytes(String path) {
            byte[] content = files.bytes(path);
            read.add(Path.of(path).toAbsolutePath().normalize());
            return content;
        }

        @Override
        public String resolve(String file, String reference) {
            return files.resolve(file, reference);
        }

        @Override
        public boolean isWithin(String folder, String path) {
            return files.isWithin(folder, path);
        }

        List<String> relativeTo(Path folder) {
            Path base = folder.toAbsolutePath().normalize();
            return read.stream()
                    .map(path -> base.relativize(path).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
