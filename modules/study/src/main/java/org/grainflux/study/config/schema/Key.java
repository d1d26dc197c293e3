package org.grainflux.study.config.schema;

import java.util.List;

/**
 * A key of a {@link Type.Section}.
 *
 * @param required whether it must be given; a key with a default need not
 * @param defaultYaml what it is when not given, as it would be written; null without one
 * @param condition when it may be given; null for always
 * @param fallback name of an earlier {@link Type.Material} key from which it is taken when not given; null without one
 * @param hashed whether it decides the result of a realization
 */
public record Key(
        String name,
        Type type,
        String doc,
        boolean required,
        String defaultYaml,
        Condition condition,
        String fallback,
        boolean hashed) {
    /**
     * Another key of the same section, a {@link Type.Choice}, has one of these values.
     *
     * @param values at least one
     */
    public record Condition(String key, List<String> values) {
        String describe() {
            return key + ": " + String.join(" or ", values);
        }
    }

    public Key {
        // "value" stands below a key that names the unit.
        if (type instanceof Type.Quantity quantity
                && quantity.unit() != Unit.NONE
                && !name.equals(Type.Quantity.VALUE)
                && !name.endsWith("_" + quantity.unit().suffix())) {
            throw new IllegalArgumentException(
                    "key " + name + " must end in _" + quantity.unit().suffix());
        }
    }

    public static Key required(String name, Type type, String doc) {
        return new Key(name, type, doc, true, null, null, null, true);
    }

    public static Key optional(String name, Type type, String doc) {
        return new Key(name, type, doc, false, null, null, null, true);
    }

    public static Key withDefault(String name, Type type, String defaultYaml, String doc) {
        return new Key(name, type, doc, false, defaultYaml, null, null, true);
    }

    /** Taken from the material under {@code materialKey} when not given; it must be in one of both. */
    public Key orFrom(String materialKey) {
        return new Key(name, type, doc, false, defaultYaml, condition, materialKey, hashed);
    }

    public Key when(String key, String... values) {
        return new Key(name, type, doc, required, defaultYaml, new Condition(key, List.of(values)), fallback, hashed);
    }

    /** Does not decide the result of a realization. */
    public Key notHashed() {
        return new Key(name, type, doc, required, defaultYaml, condition, fallback, false);
    }
}
