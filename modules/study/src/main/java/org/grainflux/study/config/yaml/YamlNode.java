package org.grainflux.study.config.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grainflux.core.Excerpt;

/** A piece of YAML that knows where it was written. Immutable. */
public sealed interface YamlNode {
    Origin origin();

    /** What this is, for a reader: {@code 10}, {@code "text"}, {@code a list}. */
    String describe();

    /** Key and value pairs in the order they were written. */
    record Mapping(Origin origin, Map<String, Field> fields) implements YamlNode {
        public Mapping {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        /** The value of {@code key}, or null. */
        public YamlNode get(String key) {
            Field field = fields.get(key);
            return field == null ? null : field.value();
        }

        public boolean has(String key) {
            return fields.containsKey(key);
        }

        /** This mapping with one value replaced or added. */
        public Mapping with(String key, Origin keyOrigin, YamlNode value) {
            Map<String, Field> changed = new LinkedHashMap<>(fields);
            changed.put(key, new Field(keyOrigin, value));
            return new Mapping(origin, changed);
        }

        @Override
        public String describe() {
            return "a mapping with keys " + Excerpt.of(String.join(", ", fields.keySet()));
        }
    }

    /** Values in the order they were written. */
    record Sequence(Origin origin, List<YamlNode> items) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }

        /** This list with one value replaced. */
        public Sequence with(int index, YamlNode value) {
            List<YamlNode> changed = new ArrayList<>(items);
            changed.set(index, value);
            return new Sequence(origin, changed);
        }

        @Override
        public String describe() {
            return "a list of " + items.size();
        }
    }

    /**
     * A single value as it was written.
     *
     * @param quoted whether quotes mark it as a text
     */
    record Scalar(Origin origin, String text, boolean quoted) implements YamlNode {
        /** Nothing was written after the colon. */
        public boolean isEmpty() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        @Override
        public String describe() {
            if (isEmpty()) {
                return "nothing";
            }
            return quoted ? '"' + Excerpt.of(text) + '"' : Excerpt.of(text);
        }
    }

    /** A value of a mapping with the place of its key. */
    record Field(Origin keyOrigin, YamlNode value) {}
}
