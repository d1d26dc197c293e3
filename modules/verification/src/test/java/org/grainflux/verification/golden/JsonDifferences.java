package org.grainflux.verification.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where two JSON documents differ, numbers compared relative to their size. */
final class JsonDifferences {
    private final double relativeTolerance;
    private final Set<String> ignoredFields;
    private final Set<String> relativeFields;
    private final List<String> found = new ArrayList<>();

    private JsonDifferences(double relativeTolerance, Set<String> ignoredFields, Set<String> relativeFields) {
        this.relativeTolerance = relativeTolerance;
        this.ignoredFields = ignoredFields;
        this.relativeFields = relativeFields;
    }

    /**
     * One line per difference, empty for equal documents.
     *
     * @param relativeTolerance of the larger of two numbers
     * @param relativeFields numbers that are relative already, such as errors: compared as they are
     */
    static List<String> between(
            JsonNode expected,
            JsonNode actual,
            double relativeTolerance,
            Set<String> ignoredFields,
            Set<String> relativeFields) {
        JsonDifferences differences = new JsonDifferences(relativeTolerance, ignoredFields, relativeFields);
        differences.compare("", expected, actual);
        return differences.found;
    }

    private void compare(String path, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            Set<String> names = new TreeSet<>();
            expected.fieldNames().forEachRemaining(names::add);
            actual.fieldNames().forEachRemaining(names::add);
            names.removeAll(ignoredFields);
            names.forEach(name -> compare(path + "." + name, expected.path(name), actual.path(name)));
        } else if (expected.isArray() && actual.isArray()) {
            for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
                compare(path + "[" + label(expected.path(i), i) + "]", expected.path(i), actual.path(i));
            }
        } else if (expected.isNumber() && actual.isNumber()) {
            double a = expected.asDouble();
            double b = actual.asDouble();
            boolean relative = relativeFields.contains(path.substring(path.lastIndexOf('.') + 1));
            double difference = Math.abs(a - b) / (relative ? 1 : Math.max(Math.abs(a), Math.abs(b)));
            if (difference > relativeTolerance) {
                found.add(path + ": " + a + " is now " + b + ", relative difference " + difference);
            }
        } else if (!expected.equals(actual)) {
            found.add(path + ": " + text(expected) + " is now " + text(actual));
        }
    }

    private static String label(JsonNode entry, int index) {
        return entry.path("name").isTextual() ? entry.get("name").asText() : String.valueOf(index);
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() ? "(missing)" : node.toString();
    }
}
