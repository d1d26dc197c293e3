package org.grainflux.study.config.schema;

import org.grainflux.study.config.yaml.YamlNode;

/** Opens the files to which a study refers. */
@FunctionalInterface
public interface MaterialFiles {
    /**
     * Content of the file.
     *
     * @param reference as written in the study, or typed on the command line
     * @throws org.grainflux.core.InvalidInputException when there is no such file, it is not YAML, or the study may not
     *     read it
     */
    YamlNode open(YamlNode.Scalar reference);
}
