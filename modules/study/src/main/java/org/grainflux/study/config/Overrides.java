package org.grainflux.study.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.grainflux.core.InvalidInputException;
import org.grainflux.study.config.schema.Key;
import org.grainflux.study.config.schema.MaterialFiles;
import org.grainflux.study.config.schema.Problems;
import org.grainflux.study.config.schema.Type;
import org.grainflux.study.config.yaml.Origin;
import org.grainflux.study.config.yaml.YamlNode;
import org.grainflux.study.config.yaml.YamlReader;

/**
 * Values set on the command line: {@code designs.hl.interlayer.thickness_um=5}, {@code designs[2].label=thick}. They are
 * written into the document before it is checked, so that a wrong one is reported like a wrong line of the file.
 */
final class Overrides {
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)]");
    private static final Pattern PATH = Pattern.compile("[^.\\[\\]]+(\\[\\d+]|\\.[^.\\[\\]]+)*");

    private final Type.Section schema;
    private final MaterialFiles files;
    private final Problems problems;

    Overrides(Type.Section schema, MaterialFiles files, Problems problems) {
        this.schema = schema;
        this.files = files;
        this.problems = problems;
    }

    /**
     * The document with a value set.
     *
     * @param option how the option was typed, e.g. {@code --set seed=5}
     * @param assignment {@code key=value}
     */
    YamlNode apply(YamlNode document, String option, String assignment) {
        Origin origin = new Origin(option, 0);
        int equals = assignment.indexOf('=');
        String path = equals < 0 ? assignment : assignment.substring(0, equals).trim();
        if (equals < 0 || !PATH.matcher(path).matches()) {
            problems.add(origin, "", "must be key=value, such as designs.hl.interlayer.thickness_um=5 or seed=7");
            return document;
        }
        try {
            YamlNode value = YamlReader.value(origin, assignment.substring(equals + 1));
            return set(schema, document, steps(path), 0, value);
        } catch (InvalidInputException e) {
            problems.add(origin, "", e.getMessage().replace(origin + ": ", ""));
            return document;
        }
    }

    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path);
        while (matcher.find()) {
            steps.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return steps;
    }

    private YamlNode set(Type type, YamlNode node, List<String> steps, int depth, YamlNode value) {
        if (depth == steps.size()) {
            return value;
        }
        String step = steps.get(depth);
        if (node instanceof YamlNode.Sequence sequence) {
            int index = index(sequence, step, steps.subList(0, depth));
            Type item = type instanceof Type.Items items ? items.item() : null;
            return sequence.with(index, set(item, sequence.items().get(index), steps, depth + 1, value));
        }
        YamlNode.Mapping mapping = mapping(type, node, steps, depth, value.origin());
        Type.Section section =
                type instanceof Type.Section s ? s : type instanceof Type.Material m ? m.section() : null;
        Key key = section == null ? null : section.key(step);
        YamlNode changed = set(key == null ? null : key.type(), mapping.get(step), steps, depth + 1, value);
        return mapping.with(step, value.origin(), changed);
    }

    private YamlNode.Mapping mapping(Type type, YamlNode node, List<String> steps, int depth, Origin origin) {
        if (node == null) {
            return new YamlNode.Mapping(origin, Map.of());
        }
        if (node instanceof YamlNode.Mapping mapping) {
            return mapping;
        }
        if (type instanceof Type.Material
                && node instanceof YamlNode.Scalar file
                && open(file, String.join(".", steps.subList(0, depth))) instanceof YamlNode.Mapping mapping) {
            return mapping;
        }
        throw new InvalidInputException(String.join(".", steps.subList(0, depth)) + " is " + node.describe()
                + ", which has no key " + steps.get(depth) + "; give a value for the whole of it");
    }

    private YamlNode open(YamlNode.Scalar file, String key) {
        try {
            return files.open(file);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(
                    file.origin() + ": " + key + ": got " + file.describe() + ": " + e.getMessage(), e);
        }
    }

    private static int index(YamlNode.Sequence sequence, String step, List<String> before) {
        List<String> names = sequence.items().stream()
                .map(item ->
                        item instanceof YamlNode.Mapping mapping && mapping.get("name") instanceof YamlNode.Scalar name
                                ? name.text()
                                : "")
                .toList();
        if (names.contains(step)) {
            return names.indexOf(step);
        }
        if (step.matches("\\d{1,9}") && Integer.parseInt(step) < names.size()) {
            return Integer.parseInt(step);
        }
        throw new InvalidInputException(String.join(".", before) + " has no entry " + step + "; it has "
                + names.stream().filter(name -> !name.isEmpty()).collect(Collectors.joining(", "))
                + " (0 to " + (names.size() - 1) + ")");
    }
}
