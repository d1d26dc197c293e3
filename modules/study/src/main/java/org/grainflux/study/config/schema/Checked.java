package org.grainflux.study.config.schema;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.grainflux.core.ScalarDistribution;
import org.grainflux.study.config.yaml.Origin;

/**
 * A checked mapping: defaults filled, values typed. A key whose value was refused is absent, and reading it as a number
 * gives NaN, so that rules over several values can be checked as far as the values are known. Immutable once handed out.
 */
public final class Checked {
    private final Type.Section section;
    private final String path;
    private final Origin origin;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, Origin> origins = new LinkedHashMap<>();
    private final Set<String> refused = new HashSet<>();

    Checked(Type.Section section, String path, Origin origin) {
        this.section = section;
        this.path = path;
        this.origin = origin;
    }

    void put(String key, Object value, Origin valueOrigin) {
        values.put(key, value);
        origins.put(key, valueOrigin);
    }

    void refuse(String key) {
        refused.add(key);
    }

    /** Whether the key was given, rightly or under a similar name, with a value that was refused. */
    public boolean isRefused(String key) {
        return refused.contains(key);
    }

    /** This mapping with one value replaced or added. */
    public Checked with(String key, Object value) {
        Checked copy = new Checked(section, path, origin);
        copy.values.putAll(values);
        copy.origins.putAll(origins);
        copy.refused.addAll(refused);
        copy.put(key, value, origins.getOrDefault(key, origin));
        return copy;
    }

    public Type.Section section() {
        return section;
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** Full path of a key, as errors name it. */
    public String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    public String path() {
        return path;
    }

    /** Whether the value of {@code key} was not given but filled in. */
    public boolean isDefault(String key) {
        return Origin.DEFAULT.equals(origins.get(key));
    }

    /** Where the value of {@code key} was written; the place of the mapping when it was not. */
    public Origin origin(String key) {
        Origin known = origins.get(key);
        return known == null || known.equals(Origin.DEFAULT) ? origin : known;
    }

    public Origin origin() {
        return origin;
    }

    /** Typed value, or null. */
    public Object value(String key) {
        return values.get(key);
    }

    public Amount amount(String key) {
        return values.get(key) instanceof Amount amount ? amount : null;
    }

    /** Median in the key's own unit, or NaN. */
    public double number(String key) {
        Amount amount = amount(key);
        return amount == null ? Double.NaN : amount.laboratory().median();
    }

    /** Median in SI, or NaN. */
    public double si(String key) {
        Amount amount = amount(key);
        return amount == null ? Double.NaN : amount.si().median();
    }

    /** In SI, or null. */
    public ScalarDistribution distribution(String key) {
        Amount amount = amount(key);
        return amount == null ? null : amount.si();
    }

    /** A whole number; 0 when absent. */
    public long whole(String key) {
        return values.get(key) instanceof Long number ? number : 0;
    }

    /** A yes or no; no when absent. */
    public boolean flag(String key) {
        return values.get(key) instanceof Boolean flag && flag;
    }

    /** A text or word, or null. */
    public String text(String key) {
        return values.get(key) instanceof String text ? text : null;
    }

    /** A nested mapping, or null. */
    public Checked section(String key) {
        return values.get(key) instanceof Checked nested ? nested : null;
    }

    /** The mappings of a list; empty when absent. */
    public List<Checked> items(String key) {
        return values.get(key) instanceof CheckedItems list ? list.items() : List.of();
    }

    /** Values of a list of mappings. */
    public record CheckedItems(List<Checked> items) {
        public CheckedItems {
            items = List.copyOf(items);
        }
    }

    /** Several values where one would do: an axis of designs. */
    public record AxisValues(Type.Axis axis, List<Amount> amounts) {
        public AxisValues {
            amounts = List.copyOf(amounts);
        }
    }
}
