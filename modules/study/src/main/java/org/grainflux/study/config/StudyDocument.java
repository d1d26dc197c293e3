package org.grainflux.study.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.grainflux.core.Excerpt;
import org.grainflux.core.InvalidInputException;
import org.grainflux.study.config.schema.Canonical;
import org.grainflux.study.config.schema.Checked;
import org.grainflux.study.config.schema.Checker;
import org.grainflux.study.config.schema.MaterialFiles;
import org.grainflux.study.config.schema.Problems;
import org.grainflux.study.config.schema.Type;
import org.grainflux.study.config.yaml.YamlNode;
import org.grainflux.study.config.yaml.YamlReader;
import org.grainflux.study.config.yaml.YamlWriter;

/** The part of reading a study that is the same for every command: its file, the command line, and its schema. */
final class StudyDocument {
    /** Key of a study that says which command it is for; a study of {@code predict} has none. */
    static final String KIND = "kind";

    private final FileSource files;
    private final ReadableFolders readable;
    private final Problems problems;

    /**
     * A value of the command line.
     *
     * @param typed how, e.g. {@code --seed 5}
     * @param assignment {@code key=value}
     */
    record Option(String typed, String assignment) {}

    /** @param problems to which is added what is wrong */
    StudyDocument(FileSource files, ReadableFolders readable, Problems problems) {
        this.files = files;
        this.readable = readable;
        this.problems = problems;
    }

    /** The options of a command as values of the study, in the order in which they apply. */
    static List<Option> options(List<String> overrides, OptionalLong seed, String countKey, OptionalInt count) {
        List<Option> options = new ArrayList<>();
        overrides.forEach(assignment -> options.add(new Option("--set " + assignment, assignment)));
        seed.ifPresent(value -> options.add(new Option("--seed " + value, "seed=" + value)));
        count.ifPresent(value -> options.add(new Option("--" + countKey + " " + value, countKey + "=" + value)));
        return options;
    }

    /** Every key and value by itself; defaults filled, material files inlined. */
    Checked check(String path, Type.Section schema, List<Option> options) {
        YamlNode document = YamlReader.read(path, files.read(path));
        if (schema.key(KIND) == null
                && document instanceof YamlNode.Mapping study
                && study.get(KIND) instanceof YamlNode.Scalar kind) {
            // One line instead of a complaint about every key.
            throw new InvalidInputException(kind.origin() + ": kind: this study is for the command "
                    + Excerpt.of(kind.text()) + ", not for predict");
        }
        Map<String, YamlNode> opened = new HashMap<>();
        MaterialFiles materials = reference -> opened.computeIfAbsent(
                readable.place(reference.text(), reference.origin()), file -> YamlReader.read(file, files.read(file)));
        Overrides set = new Overrides(schema, materials, problems);
        for (Option option : options) {
            document = set.apply(document, option.typed(), option.assignment());
        }
        return new Checker(materials, problems).check(schema, document);
    }

    /** The checked study as a file that reads back to it. */
    static String resolved(Checked study, String command) {
        return "# A study with every default filled, every design expanded and every material inlined.\n"
                + "# It reads back to the same study: grainflux " + command + " study.yaml --out DIR\n"
                + YamlWriter.write(Canonical.document(study));
    }
}
