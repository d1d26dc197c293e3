package org.grainflux.study.config.yaml;

import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Writes maps, lists, texts and numbers as block YAML, the same bytes for the same content. A map met again is written
 * as an alias of its first appearance: thousands of designs share one material.
 */
public final class YamlWriter {
    private YamlWriter() {}

    public static String write(Map<String, Object> document) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndicatorIndent(2);
        options.setIndent(4);
        options.setWidth(110);
        options.setAllowUnicode(true);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        return new Yaml(options).dump(document);
    }
}
