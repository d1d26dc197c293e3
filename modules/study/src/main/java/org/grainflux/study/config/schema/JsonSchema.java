package org.grainflux.study.config.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grainflux.study.config.yaml.Origin;
import org.grainflux.study.config.yaml.YamlNode;
import org.grainflux.study.config.yaml.YamlReader;

/**
 * The JSON Schema (draft 2020-12) of a section, for editors. It says all that one key can say; rules over several
 * values, such as a grain smaller than the cell, are in the check only.
 */
public final class JsonSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, Type.Section> definitions = new LinkedHashMap<>();

    private JsonSchema() {}

    /** Pretty-printed schema of a document whose root is this section. */
    public static String of(Type.Section root) {
        return new JsonSchema().document(root);
    }

    private String document(Type.Section root) {
        ObjectNode document = JSON.objectNode();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("title", "GrainFlux " + root.name());
        document.setAll(section(root));
        ObjectNode defs = JSON.objectNode();
        // Writing one definition may name further ones.
        for (int done = 0; done < definitions.size(); done++) {
            Type.Section next = new ArrayList<>(definitions.values()).get(done);
            defs.set(next.name(), section(next));
        }
        document.set("$defs", defs);
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can always be written", e);
        }
    }

    private ObjectNode section(Type.Section section) {
        ObjectNode node = JSON.objectNode();
        node.put("type", "object");
        node.put("description", section.doc());
        node.put("additionalProperties", false);
        ObjectNode properties = node.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        ArrayNode rules = JSON.arrayNode();
        for (Key key : section.keys()) {
            properties.set(key.name(), property(key));
            if (key.condition() != null) {
                rules.add(condition(section, key));
            } else if (key.required() && key.fallback() == null) {
                required.add(key.name());
            }
        }
        section.alternatives().forEach(group -> rules.add(exactlyOne(group)));
        if (!required.isEmpty()) {
            node.set("required", required);
        }
        if (!rules.isEmpty()) {
            node.set("allOf", rules);
        }
        return node;
    }

    private ObjectNode property(Key key) {
        ObjectNode node = type(key.type());
        String symbol = key.type() instanceof Type.Quantity q ? q.unit().symbol() : "";
        node.put("description", key.doc() + (symbol.isEmpty() ? "" : " (" + symbol + ")"));
        if (key.defaultYaml() != null) {
            node.set("default", json(YamlReader.value(Origin.DEFAULT, key.defaultYaml())));
        }
        return node;
    }

    private ObjectNode type(Type type) {
        if (type instanceof Type.Quantity quantity) {
            return quantity(quantity);
        }
        if (type instanceof Type.Section section) {
            return reference(section);
        }
        ObjectNode node = JSON.objectNode();
        if (type instanceof Type.Items items) {
            node.put("type", "array").put("minItems", items.minimum());
            node.set("items", reference(items.item()));
        } else if (type instanceof Type.Material material) {
            node.putArray("anyOf")
                    .add(JSON.objectNode()
                            .put("type", "string")
                            .put("minLength", 1)
                            .put("description", "path of a file, seen from this one"))
                    .add(reference(material.section()));
        } else if (type instanceof Type.Whole whole) {
            node.put("type", "integer");
            if (whole.low() != Long.MIN_VALUE) {
                node.put("minimum", whole.low());
            }
            if (whole.high() != Long.MAX_VALUE) {
                node.put("maximum", whole.high());
            }
        } else if (type instanceof Type.Flag) {
            node.put("type", "boolean");
        } else if (type instanceof Type.Choice choice) {
            choice.words().forEach(node.putArray("enum")::add);
        } else {
            node.put("type", "string").put("minLength", 1);
        }
        return node;
    }

    private ObjectNode quantity(Type.Quantity quantity) {
        if (quantity.sourced()) {
            return section(quantity.sourcedForm());
        }
        List<ObjectNode> ways = new ArrayList<>();
        ways.add(number(quantity.bounds()));
        if (quantity.distributed()) {
            Form.distributions(quantity).forEach(form -> ways.add(section(form.section())));
        }
        if (quantity.axis() != null) {
            ObjectNode list =
                    JSON.objectNode().put("type", "array").put("minItems", 1).put("uniqueItems", true);
            list.set("items", number(quantity.bounds()));
            ways.add(list);
            ways.add(section(Form.range(quantity).section()));
        }
        if (ways.size() == 1) {
            return ways.get(0);
        }
        ObjectNode node = JSON.objectNode();
        ways.forEach(node.putArray("anyOf")::add);
        return node;
    }

    private static ObjectNode number(Bounds bounds) {
        ObjectNode node = JSON.objectNode().put("type", "number");
        if (Double.isFinite(bounds.low())) {
            node.put(bounds.lowIncluded() ? "minimum" : "exclusiveMinimum", bounds.low());
        }
        if (bounds.hasUpperEnd()) {
            node.put(bounds.highIncluded() ? "maximum" : "exclusiveMaximum", bounds.high());
        }
        return node;
    }

    private ObjectNode reference(Type.Section section) {
        Type.Section known = definitions.putIfAbsent(section.name(), section);
        if (known != null && !known.equals(section)) {
            throw new IllegalArgumentException("two sections are named " + section.name());
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + section.name());
    }

    /** A key that goes with some values of another one only. */
    private static ObjectNode condition(Type.Section section, Key key) {
        Key deciding = section.key(key.condition().key());
        ObjectNode when = JSON.objectNode();
        ArrayNode values =
                when.putObject("properties").putObject(deciding.name()).putArray("enum");
        key.condition().values().forEach(values::add);
        // Without the deciding key its default decides.
        if (deciding.defaultYaml() == null || !key.condition().values().contains(deciding.defaultYaml())) {
            when.putArray("required").add(deciding.name());
        }
        ObjectNode rule = JSON.objectNode();
        rule.set("if", when);
        if (key.required()) {
            rule.putObject("then").putArray("required").add(key.name());
        }
        rule.putObject("else").putObject("properties").put(key.name(), false);
        return rule;
    }

    private static ObjectNode exactlyOne(List<String> group) {
        ObjectNode rule = JSON.objectNode();
        ArrayNode ways = rule.putArray("oneOf");
        group.forEach(key -> ways.addObject().putArray("required").add(key));
        return rule;
    }

    private static JsonNode json(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.fields().forEach((key, field) -> object.set(key, json(field.value())));
            return object;
        }
        if (node instanceof YamlNode.Sequence sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.items().forEach(item -> array.add(json(item)));
            return array;
        }
        YamlNode.Scalar scalar = (YamlNode.Scalar) node;
        var number = Numbers.parse(scalar.text());
        if (scalar.quoted() || number.isEmpty()) {
            return JSON.textNode(scalar.text());
        }
        return Numbers.plain(number.getAsDouble()) instanceof Long whole
                ? JSON.numberNode(whole)
                : JSON.numberNode(number.getAsDouble());
    }
}
