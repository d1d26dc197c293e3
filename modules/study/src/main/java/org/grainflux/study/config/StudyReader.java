package org.grainflux.study.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.grainflux.core.InvalidInputException;
import org.grainflux.study.config.schema.Canonical;
import org.grainflux.study.config.schema.Checked;
import org.grainflux.study.config.schema.Checker;
import org.grainflux.study.config.schema.MaterialFiles;
import org.grainflux.study.config.schema.Problems;
import org.grainflux.study.config.yaml.YamlNode;
import org.grainflux.study.config.yaml.YamlReader;
import org.grainflux.study.config.yaml.YamlWriter;

/** Reads a study file and the material files it names. */
public final class StudyReader {
    private final FileSource files;
    private final List<String> allowedPaths;

    /** Reads studies that name files in their own folder or among those installed with the program. */
    public StudyReader(FileSource files) {
        this(files, List.of());
    }

    /** @param allowedPaths folders and files that a study may name besides */
    public StudyReader(FileSource files, List<String> allowedPaths) {
        this.files = files;
        this.allowedPaths = List.copyOf(allowedPaths);
    }

    /** The study as it is written. */
    public StudyConfig read(String path) {
        return read(path, List.of(), OptionalLong.empty(), OptionalInt.empty());
    }

    /**
     * The study with values set on the command line.
     *
     * @param overrides each {@code key=value}, applied in order, e.g. {@code designs.hl.interlayer.thickness_um=5}
     * @param seed replaces the study's
     * @param realizations replaces the study's
     * @throws InvalidInputException with one line for each thing that is wrong, each with file, line, key, value and what
     *     is allowed
     */
    public StudyConfig read(String path, List<String> overrides, OptionalLong seed, OptionalInt realizations) {
        // 1. The document, with the place of every key and value.
        YamlNode document = YamlReader.read(path, files.read(path));
        ReadableFolders readable = new ReadableFolders(files, path, allowedPaths);
        Map<String, YamlNode> opened = new HashMap<>();
        MaterialFiles materials = reference -> opened.computeIfAbsent(
                readable.place(reference.text(), reference.origin()), file -> YamlReader.read(file, files.read(file)));
        Problems problems = new Problems();

        // 2. Values of the command line are written into it, to be checked like those of the file.
        Overrides set = new Overrides(materials, problems);
        for (String override : overrides) {
            document = set.apply(document, "--set " + override, override);
        }
        if (seed.isPresent()) {
            document = set.apply(document, "--seed " + seed.getAsLong(), "seed=" + seed.getAsLong());
        }
        if (realizations.isPresent()) {
            int count = realizations.getAsInt();
            document = set.apply(document, "--realizations " + count, "realizations=" + count);
        }

        // 3. Every key and value by itself; defaults filled, material files inlined.
        Checked given = new Checker(materials, problems).check(StudySchema.STUDY, document);
        Checked checked = VolumeDefaults.fill(new ImageDefaults(files, readable).fill(given));

        // 4. Lists and ranges of designs become designs.
        Checked study = new DesignExpansion(problems).expand(checked);

        // 5. What must hold between several values.
        new StudyRules(study, problems).check();
        problems.throwIfAny();

        // 6. The records, in SI.
        return new StudyRecords(study).build(resolved(study), Canonical.hash(study, StudyConfig.NUMERICS_VERSION));
    }

    private static String resolved(Checked study) {
        Map<String, Object> document = Canonical.document(study);
        return "# A study with every default filled, every design expanded and every material inlined.\n"
                + "# It reads back to the same study: grainflux predict study.yaml --out DIR\n"
                + YamlWriter.write(document);
    }
}
