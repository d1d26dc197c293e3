package org.grainflux.study.config.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A checked document written out again: as a file with every default filled, and as the text that is hashed. */
public final class Canonical {
    private Canonical() {}

    /** Maps, lists, texts and numbers that read back to the same document; a shared material is one shared map. */
    public static Map<String, Object> document(Checked checked) {
        return document(checked, new IdentityHashMap<>());
    }

    private static Map<String, Object> document(Checked checked, Map<Checked, Map<String, Object>> shared) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Key key : checked.section().keys()) {
            if (checked.has(key.name())) {
                map.put(key.name(), plain(key.type(), checked.value(key.name()), shared));
            }
        }
        return map;
    }

    /**
     * SHA-256, hexadecimal, of the values whose keys decide the result of a realization.
     *
     * @param version of what computes the result
     */
    public static String hash(Checked checked, int version) {
        byte[] text = ("version=" + version + "\n" + canonical(checked)).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must provide SHA-256", e);
        }
    }

    private static Object plain(Type type, Object value, Map<Checked, Map<String, Object>> shared) {
        if (value instanceof Checked nested) {
            // A section that expansion left to several designs is read as several: only materials are one.
            if (!(type instanceof Type.Material)) {
                return document(nested, shared);
            }
            // Not computeIfAbsent: writing a document may add to the map.
            if (!shared.containsKey(nested)) {
                shared.put(nested, document(nested, shared));
            }
            return shared.get(nested);
        }
        if (value instanceof Checked.CheckedItems list) {
            List<Object> items = new ArrayList<>();
            list.items().forEach(item -> items.add(document(item, shared)));
            return items;
        }
        if (value instanceof Amount amount) {
            boolean sourced = type instanceof Type.Quantity quantity && quantity.sourced();
            return sourced ? amount.toYaml() : amount.withProvenance(null).toYaml();
        }
        return value;
    }

    private static String canonical(Checked checked) {
        return checked.section().keys().stream()
                .filter(key -> key.hashed() && checked.has(key.name()))
                .sorted(Comparator.comparing(Key::name))
                .map(key -> key.name() + "=" + canonical(checked.value(key.name())))
                .collect(Collectors.joining(";", "{", "}"));
    }

    private static String canonical(Object value) {
        if (value instanceof Checked nested) {
            return canonical(nested);
        }
        if (value instanceof Checked.CheckedItems list) {
            return list.items().stream().map(Canonical::canonical).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Amount amount) {
            Object written = amount.withProvenance(null).toYaml();
            return written instanceof Map<?, ?> map
                    ? map.entrySet().stream()
                            .collect(Collectors.toMap(
                                    e -> Objects.toString(e.getKey()),
                                    e -> Objects.toString(e.getValue()),
                                    (a, b) -> a,
                                    TreeMap::new))
                            .toString()
                    : written.toString();
        }
        return value.toString();
    }
}
