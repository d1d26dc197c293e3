package org.grainflux.study.config.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grainflux.core.InvalidInputException;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads one YAML document. Values stay as they were written: what is a number is decided by the key that holds it, so
 * {@code 1e-4} is a number (YAML 1.1 takes it for a text) and {@code no} is a text (YAML 1.1 takes it for false).
 */
public final class YamlReader {
    /** A hundred thousand designs of twenty values and their keys. */
    private static final int MAX_NODES = 5_000_000;

    private static final int MAX_CHARACTERS = 200_000_000;

    private static final int MAX_DEPTH = 40;

    private final String place;
    private final boolean lines;
    // An alias is converted once, so aliases of aliases cannot exhaust the memory.
    private final Map<Node, YamlNode> converted = new IdentityHashMap<>();

    private YamlReader(String place, boolean lines) {
        this.place = place;
        this.lines = lines;
    }

    /** The document of a file. */
    public static YamlNode read(String file, String text) {
        return new YamlReader(file, true).document(text);
    }

    /** A value typed on the command line. */
    public static YamlNode value(Origin origin, String text) {
        return new YamlReader(origin.place(), false).document(text);
    }

    private YamlNode document(String text) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(MAX_CHARACTERS);
            options.setMaxAliasesForCollections(Integer.MAX_VALUE);
            Node root = new Yaml(options).compose(new StringReader(text));
            return root == null ? new YamlNode.Scalar(new Origin(place, lines ? 1 : 0), "", false) : convert(root, 0);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
            String where =
                    mark == null ? place : origin(mark) + (lines ? " (column " + (mark.getColumn() + 1) + ")" : "");
            throw new InvalidInputException(where + ": not valid YAML: " + e.getProblem(), e);
        } catch (YAMLException e) {
            throw new InvalidInputException(place + ": not valid YAML: " + e.getMessage(), e);
        }
    }

    private YamlNode convert(Node node, int depth) {
        if (depth > MAX_DEPTH || converted.size() > MAX_NODES) {
            throw new InvalidInputException(origin(node.getStartMark()) + ": the file is nested deeper than "
                    + MAX_DEPTH + " levels or holds more than " + MAX_NODES + " values");
        }
        YamlNode known = converted.get(node);
        if (known != null) {
            return known;
        }
        YamlNode fresh = convertNew(node, origin(node.getStartMark()), depth);
        converted.put(node, fresh);
        return fresh;
    }

    private YamlNode convertNew(Node node, Origin origin, int depth) {
        if (node instanceof MappingNode mapping) {
            return convertMapping(mapping, origin, depth);
        }
        if (node instanceof SequenceNode sequence) {
            List<YamlNode> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(convert(item, depth + 1));
            }
            return new YamlNode.Sequence(origin, items);
        }
        ScalarNode scalar = (ScalarNode) node;
        return new YamlNode.Scalar(
                origin, scalar.getValue(), scalar.getScalarStyle() != DumperOptions.ScalarStyle.PLAIN);
    }

    private YamlNode.Mapping convertMapping(MappingNode mapping, Origin origin, int depth) {
        Map<String, YamlNode.Field> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Origin keyOrigin = origin(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new InvalidInputException(keyOrigin + ": a key must be a plain word");
            }
            YamlNode.Field earlier =
                    fields.put(key.getValue(), new YamlNode.Field(keyOrigin, convert(tuple.getValueNode(), depth + 1)));
            if (earlier != null) {
                throw new InvalidInputException(keyOrigin + ": " + key.getValue() + ": written twice, first in line "
                        + earlier.keyOrigin().line() + "; remove one of them");
            }
        }
        return new YamlNode.Mapping(origin, fields);
    }

    private Origin origin(Mark mark) {
        return new Origin(place, lines ? mark.getLine() + 1 : 0);
    }
}
