package org.grainflux.study.regression;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.grainflux.core.InvalidInputException;
import org.grainflux.study.config.LocalFiles;
import org.grainflux.study.regression.ReferenceValues.Field;
import org.grainflux.study.regression.ReferenceValues.Figure;
import org.grainflux.study.regression.ReferenceValues.Sample;

/**
 * The accepted result as a file: JSON with every bit of every number, one entry per line so that a change can be read. A figure
 * that does not exist is null, one without limit is the text {@code "infinite"}.
 */
final class Golden {
    private static final String INFINITE = "infinite";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    private Golden(Path file) {
        this.file = file;
    }

    static void write(Path file, ReferenceValues values) {
        StringBuilder text = new StringBuilder("{\n");
        block(text, "figures", values.figures().stream().map(Golden::json).toList(), true);
        block(text, "fields", values.fields().stream().map(Golden::json).toList(), true);
        block(text, "samples", values.samples().stream().map(Golden::json).toList(), false);
        WholeFile.write(file, text.append("}\n").toString());
    }

    private static void block(StringBuilder text, String name, List<ObjectNode> entries, boolean more) {
        text.append("  \"").append(name).append("\" : [");
        for (int i = 0; i < entries.size(); i++) {
            text.append(i == 0 ? "\n    " : ",\n    ").append(entries.get(i));
        }
        text.append(entries.isEmpty() ? "]" : "\n  ]").append(more ? ",\n" : "\n");
    }

    private static ObjectNode json(Figure figure) {
        ObjectNode node = entry(figure.quantity(), figure.place());
        node.set("value", json(figure.value()));
        return node;
    }

    private static ObjectNode json(Field field) {
        ObjectNode node = entry(field.quantity(), field.place());
        ArrayNode points = node.putArray("points_um");
        for (double[] point : field.pointsUm()) {
            points.add(json(point));
        }
        node.set("values", json(field.values()));
        return node;
    }

    private static ObjectNode json(Sample sample) {
        ObjectNode node = entry(sample.quantity(), sample.place());
        node.set("values", json(sample.values()));
        return node;
    }

    private static ObjectNode entry(String quantity, String place) {
        return JSON.createObjectNode().put("quantity", quantity).put("place", place);
    }

    private static ArrayNode json(double[] values) {
        ArrayNode array = JSON.createArrayNode();
        for (double value : values) {
            array.add(json(value));
        }
        return array;
    }

    private static JsonNode json(double value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return Double.isNaN(value)
                ? nodes.nullNode()
                : value == Double.POSITIVE_INFINITY ? nodes.textNode(INFINITE) : nodes.numberNode(value);
    }

    /** @throws InvalidInputException when it is not a golden; the message says where */
    static ReferenceValues read(Path file) {
        return new Golden(file).parse(new LocalFiles().read(file.toString()));
    }

    private ReferenceValues parse(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new InvalidInputException(
                    file + ":" + e.getLocation().getLineNr() + ": not valid JSON: " + e.getOriginalMessage(), e);
        }
        requireKeys(root, "", Set.of("figures", "fields", "samples"));
        List<Figure> figures = new ArrayList<>();
        for (JsonNode node : entries(root, "figures", Set.of("quantity", "place", "value"))) {
            figures.add(new Figure(quantity(node), text(node, "place"), number(node.get("value"), "value")));
        }
        List<Field> fields = new ArrayList<>();
        for (JsonNode node : entries(root, "fields", Set.of("quantity", "place", "points_um", "values"))) {
            fields.add(field(node));
        }
        List<Sample> samples = new ArrayList<>();
        for (JsonNode node : entries(root, "samples", Set.of("quantity", "place", "values"))) {
            samples.add(new Sample(quantity(node), text(node, "place"), numbers(node.get("values"), "values")));
        }
        return new ReferenceValues(figures, fields, samples);
    }

    private Field field(JsonNode node) {
        double[][] points = new double[list(node.get("points_um"), "points_um").size()][];
        for (int i = 0; i < points.length; i++) {
            points[i] = numbers(node.get("points_um").get(i), "points_um");
        }
        double[] values = numbers(node.get("values"), "values");
        if (values.length != points.length) {
            throw wrong("values", values.length + " numbers for " + points.length + " points");
        }
        return new Field(quantity(node), text(node, "place"), points, values);
    }

    private JsonNode entries(JsonNode root, String name, Set<String> keys) {
        JsonNode entries = list(root.get(name), name);
        for (int i = 0; i < entries.size(); i++) {
            requireKeys(entries.get(i), name + "[" + i + "]", keys);
        }
        return entries;
    }

    private JsonNode list(JsonNode node, String name) {
        if (!node.isArray()) {
            throw wrong(name, "must be a list");
        }
        return node;
    }

    private void requireKeys(JsonNode node, String path, Set<String> keys) {
        Set<String> found = new TreeSet<>();
        node.fieldNames().forEachRemaining(found::add);
        if (!found.equals(keys)) {
            throw wrong(path, "must have the keys " + String.join(", ", new TreeSet<>(keys)) + ", got " + found);
        }
    }

    private String quantity(JsonNode node) {
        String name = text(node, "quantity");
        if (!Quantities.names().contains(name)) {
            throw wrong("quantity", "unknown quantity " + name);
        }
        return name;
    }

    private String text(JsonNode node, String name) {
        if (!node.get(name).isTextual()) {
            throw wrong(name, "must be a text");
        }
        return node.get(name).asText();
    }

    private double[] numbers(JsonNode node, String name) {
        double[] numbers = new double[list(node, name).size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(node.get(i), name);
        }
        return numbers;
    }

    private double number(JsonNode node, String name) {
        if (node.isNull()) {
            return Double.NaN;
        }
        if (node.isTextual() && node.asText().equals(INFINITE)) {
            return Double.POSITIVE_INFINITY;
        }
        if (!node.isNumber()) {
            throw wrong(name, "must be a number, null or \"" + INFINITE + "\", got " + node);
        }
        return node.asDouble();
    }

    private InvalidInputException wrong(String path, String what) {
        return new InvalidInputException(file + ": " + (path.isEmpty() ? "" : path + ": ") + what
                + "; restore it from version control, or remove it and accept a new one");
    }
}
