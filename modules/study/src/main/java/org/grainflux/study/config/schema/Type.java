package org.grainflux.study.config.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the value of a key may be. */
public sealed interface Type {
    /** Completes the sentence "must be ...". */
    String describe();

    /**
     * A number with a unit.
     *
     * @param distributed whether a distribution may stand for the number
     * @param heavyTailed whether that may be a Pareto distribution
     * @param sourced whether source or assumption must be stated beside the value
     * @param axis how a list or range is named in what is expanded from it; null when one value is wanted
     */
    record Quantity(Unit unit, Bounds bounds, boolean distributed, boolean heavyTailed, boolean sourced, Axis axis)
            implements Type {
        static final String VALUE = "value";
        static final String SOURCE = "source";
        static final String ASSUMED = "assumed";

        public static Quantity of(Unit unit, Bounds bounds) {
            return new Quantity(unit, bounds, false, false, false, null);
        }

        public Quantity orDistribution() {
            return new Quantity(unit, bounds, true, heavyTailed, sourced, axis);
        }

        public Quantity orPareto() {
            return new Quantity(unit, bounds, true, true, sourced, axis);
        }

        public Quantity withSource() {
            return new Quantity(unit, bounds, distributed, heavyTailed, true, axis);
        }

        /** A list or range of values makes one design per value, named with this tag, the value and this ending. */
        public Quantity orAxis(String tag, String ending) {
            return new Quantity(unit, bounds, distributed, heavyTailed, sourced, new Axis(tag, ending));
        }

        /** One number of this quantity. */
        public Quantity number() {
            return of(unit, bounds);
        }

        /** One value of this quantity, number or distribution, without its source. */
        public Quantity value() {
            return new Quantity(unit, bounds, distributed, heavyTailed, false, null);
        }

        /** How a value with its source is written. */
        Section sourcedForm() {
            return Section.of(
                            "sourced",
                            "A value with its source, or with the reason why it is assumed",
                            Key.required(VALUE, value(), "the value"),
                            Key.optional(SOURCE, Text.CITATION, "author, year, DOI"),
                            Key.optional(ASSUMED, Text.REASON, "reason of the assumption"))
                    .oneOf(SOURCE, ASSUMED);
        }

        @Override
        public String describe() {
            String limits = bounds.describe();
            return "a number" + (limits.isEmpty() ? "" : " " + limits)
                    + (unit.symbol().isEmpty() ? "" : " (" + unit.symbol() + ")")
                    + (distributed ? ", or a distribution: " + Form.describe(Form.distributions(this)) : "")
                    + (axis != null ? ", or a list of numbers, or " + Form.RANGE : "");
        }
    }

    /** How values of an axis are named. */
    record Axis(String tag, String ending) {}

    /** A whole number. */
    record Whole(long low, long high) implements Type {
        @Override
        public String describe() {
            if (low == high) {
                return Long.toString(low);
            }
            String lower = low == Long.MIN_VALUE ? "" : " >= " + low;
            String upper = high == Long.MAX_VALUE ? "" : " <= " + high;
            return "a whole number" + lower + (lower.isEmpty() || upper.isEmpty() ? "" : " and") + upper;
        }
    }

    /** Yes or no. */
    record Flag() implements Type {
        @Override
        public String describe() {
            return "true or false";
        }
    }

    /**
     * A text.
     *
     * @param allowed the pattern in words
     */
    record Text(Pattern pattern, String allowed) implements Type {
        /** Any text that is not blank. */
        public static final Text ANY = new Text(Pattern.compile("(?s).*\\S.*"), "a text");

        /** A name that can be a file name on any system. */
        public static final Text NAME = new Text(
                Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}"),
                "a name of at most 80 letters, digits, dots, hyphens and underscores that starts with a letter or digit");

        /** Checksum of a file. */
        public static final Text SHA256 = new Text(Pattern.compile("[0-9a-f]{64}"), "64 hexadecimal digits");

        /** Who published a value, when and where. */
        public static final Text CITATION =
                new Text(Pattern.compile("(?s).*\\b(18|19|20)\\d\\d\\b.*"), "a source: author, year, and DOI if any");

        /** Why a value is assumed. */
        public static final Text REASON =
                new Text(Pattern.compile("(?s)\\S.{7,}"), "the reason of the assumption, in words");

        @Override
        public String describe() {
            return allowed;
        }
    }

    /** One of several words. */
    record Choice(List<String> words) implements Type {
        public Choice {
            words = List.copyOf(words);
        }

        public static Choice of(String... words) {
            return new Choice(List.of(words));
        }

        @Override
        public String describe() {
            return "one of " + String.join(", ", words);
        }
    }

    /**
     * A mapping with known keys.
     *
     * @param name of its definition in the JSON Schema
     * @param alternatives groups of keys of which exactly one must be given
     */
    record Section(String name, String doc, List<Key> keys, List<List<String>> alternatives) implements Type {
        public Section {
            keys = List.copyOf(keys);
            alternatives = List.copyOf(alternatives);
            Set<String> seen = new HashSet<>();
            for (Key key : keys) {
                // A condition or fallback is looked up in what was already read.
                if (!seen.add(key.name())
                        || (key.condition() != null
                                && !seen.contains(key.condition().key()))
                        || (key.fallback() != null && !seen.contains(key.fallback()))) {
                    throw new IllegalArgumentException("section " + name + ": order or name of " + key.name());
                }
            }
        }

        public static Section of(String name, String doc, Key... keys) {
            return new Section(name, doc, List.of(keys), List.of());
        }

        /** Exactly one of these keys must be given. */
        public Section oneOf(String... names) {
            List<List<String>> more = new ArrayList<>(alternatives);
            more.add(List.of(names));
            return new Section(name, doc, keys, more);
        }

        /** The key of that name, or null. */
        public Key key(String keyName) {
            return keys.stream()
                    .filter(key -> key.name().equals(keyName))
                    .findFirst()
                    .orElse(null);
        }

        public List<String> keyNames() {
            return keys.stream().map(Key::name).toList();
        }

        @Override
        public String describe() {
            return "a mapping with keys " + String.join(", ", keyNames());
        }
    }

    /** A list of mappings. */
    record Items(Section item, int minimum) implements Type {
        @Override
        public String describe() {
            return "a list of at least " + minimum + ", each " + item.describe();
        }
    }

    /** A mapping, written here or in a file of its own whose path is given. */
    record Material(Section section) implements Type {
        @Override
        public String describe() {
            return "the path of a file, or " + section.describe();
        }
    }
}
