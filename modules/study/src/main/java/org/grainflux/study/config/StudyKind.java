package org.grainflux.study.config;

import org.grainflux.study.config.yaml.YamlNode;
import org.grainflux.study.config.yaml.YamlReader;

/** Which command a study file is for. */
public enum StudyKind {
    PREDICT,
    AFM,
    MEMRISTOR;

    /** By the key {@code kind}; whatever is not known is taken for a prediction, whose reader then says what is wrong. */
    public static StudyKind of(FileSource files, String path) {
        YamlNode document = YamlReader.read(path, files.read(path));
        if (document instanceof YamlNode.Mapping mapping
                && mapping.get(StudyDocument.KIND) instanceof YamlNode.Scalar kind) {
            return switch (kind.text()) {
                case AfmSchema.KIND -> AFM;
                case MemristorSchema.KIND -> MEMRISTOR;
                default -> PREDICT;
            };
        }
        return PREDICT;
    }
}
