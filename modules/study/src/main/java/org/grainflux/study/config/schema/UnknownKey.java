package org.grainflux.study.config.schema;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.grainflux.study.config.yaml.YamlNode;

/**
 * What a key that does not exist was probably meant to be.
 *
 * @param meant the known key, or null
 * @param message completes "file:line: path: "
 */
record UnknownKey(String meant, String message) {
    /**
     * @param home path of the section that has a key of this very name, or null
     */
    static UnknownKey explain(String written, YamlNode value, Type.Section section, String home) {
        for (Key key : section.keys()) {
            UnknownKey wrongUnit = wrongUnit(written, value, key);
            if (wrongUnit != null) {
                return wrongUnit;
            }
        }
        String allowed = " Allowed here: " + String.join(", ", section.keyNames());
        String closest = closest(written, section.keyNames());
        if (closest != null) {
            return new UnknownKey(closest, "unknown key; did you mean " + closest + "?" + allowed);
        }
        return new UnknownKey(
                null,
                home == null ? "unknown key." + allowed : "unknown key here; it belongs in " + home + "." + allowed);
    }

    private static UnknownKey wrongUnit(String written, YamlNode value, Key key) {
        if (!(key.type() instanceof Type.Quantity quantity) || quantity.unit() == Unit.NONE) {
            return null;
        }
        Unit unit = quantity.unit();
        if (!key.name().endsWith("_" + unit.suffix())) {
            return null;
        }
        String stem =
                key.name().substring(0, key.name().length() - unit.suffix().length());
        if (written.equals(stem.substring(0, stem.length() - 1))) {
            return new UnknownKey(
                    key.name(), "unknown key: the unit is missing; use " + key.name() + " (" + unit.symbol() + ")");
        }
        for (Unit other : unit.relatives()) {
            if (written.equalsIgnoreCase(stem + other.suffix())) {
                return new UnknownKey(
                        key.name(),
                        "wrong unit: use " + key.name() + " (" + conversion(other, unit) + ")"
                                + converted(value, other, key.name(), unit));
            }
        }
        return null;
    }

    private static String conversion(Unit from, Unit to) {
        // An offset has no factor to quote: show one pair instead.
        return "1 " + from.symbol() + " = " + Numbers.brief(convert(1, from, to)) + " " + to.symbol();
    }

    private static String converted(YamlNode value, Unit from, String key, Unit to) {
        YamlNode bare = value instanceof YamlNode.Mapping mapping ? mapping.get(Type.Quantity.VALUE) : value;
        if (bare instanceof YamlNode.Scalar scalar && !scalar.quoted()) {
            OptionalDouble number = Numbers.parse(scalar.text());
            if (number.isPresent()) {
                return "; here " + key + ": " + Numbers.brief(convert(number.getAsDouble(), from, to));
            }
        }
        return "";
    }

    private static double convert(double value, Unit from, Unit to) {
        return to.fromSi(from.toSi(value));
    }

    /** The nearest of the known words, or null when none is near. */
    static String closest(String written, List<String> known) {
        String best = null;
        int bestDistance = Math.max(2, written.length() / 3) + 1;
        for (String word : known) {
            int distance = distance(written.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
            if (distance < bestDistance) {
                best = word;
                bestDistance = distance;
            }
        }
        return best;
    }

    /** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours cost 1. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + substitution);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
