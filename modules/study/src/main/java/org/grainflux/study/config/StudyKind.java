package org.grainflux.study.config;

import org.grainflux.study.config.yaml.YamlNode;
import org.grainflux.study.config.yaml.YamlReader;

/** The command that a study is for, as its key {@code kind} says. */
public enum StudyKind {
    /** Without the key. */
    PREDICTION,
    AFM,
    MEMRISTOR;

    /** What a file says of itself; a study of a kind that does not exist is left to {@link StudyReader} to refuse. */
    public static StudyKind of(FileSource files, String path) {
        if (YamlReader.read(path, files.read(path)) instanceof YamlNode.Mapping study
                && study.get(StudyDocument.KIND) instanceof YamlNode.Scalar kind) {
            return switch (kind.text()) {
                case AfmSchema.KIND -> AFM;
                case MemristorSchema.KIND -> MEMRISTOR;
                default -> PREDICTION;
            };
        }
        return PREDICTION;
    }
}
