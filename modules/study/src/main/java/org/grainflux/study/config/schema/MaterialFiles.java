package org.grainflux.study.config.schema;

import org.grainflux.study.config.yaml.YamlNode;

/** Opens the files to which a study refers. */
@FunctionalInterface
public interface MaterialFiles {
    /**
     * Content of the file.
     *
     * @param reference as written in the study
     * @throws org.grainflux.core.InvalidInputException when there is no such file or it is not YAML
     */
    YamlNode open(String reference);
}
