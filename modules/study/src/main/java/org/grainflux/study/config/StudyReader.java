package org.grainflux.study.config;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.grainflux.core.InvalidInputException;
import org.grainflux.study.config.schema.Canonical;
import org.grainflux.study.config.schema.Checked;
import org.grainflux.study.config.schema.Problems;

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
        // 1.–3. The document with the values of the command line, every key and value held against the schema.
        ReadableFolders readable = new ReadableFolders(files, path, allowedPaths);
        Problems problems = new Problems();
        Checked given = new StudyDocument(files, readable, problems)
                .check(path, StudySchema.STUDY, StudyDocument.options(overrides, seed, "realizations", realizations));
        Checked checked = VolumeDefaults.fill(new ImageDefaults(files, readable).fill(given));

        // 4. Lists and ranges of designs become designs.
        Checked study = new DesignExpansion(problems).expand(checked);

        // 5. What must hold between several values.
        new StudyRules(study, problems).check();
        problems.throwIfAny();

        // 6. The records, in SI.
        return new StudyRecords(study)
                .build(StudyDocument.resolved(study, "predict"), Canonical.hash(study, StudyConfig.NUMERICS_VERSION));
    }
}
