package org.grainflux.study.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.grainflux.study.config.schema.Amount;
import org.grainflux.study.config.schema.Checked;
import org.grainflux.study.config.schema.Checked.AxisValues;
import org.grainflux.study.config.schema.Key;
import org.grainflux.study.config.schema.Numbers;
import org.grainflux.study.config.schema.Problems;
import org.grainflux.study.config.yaml.Origin;

/** Makes one design per combination of the values listed in it; the last axis runs fastest. */
final class DesignExpansion {
    private static final int MAX_DESIGNS = 100_000;

    /** Section of a design whose axes are named in labels. */
    private static final String MECHANICS = "mechanics";

    private final Problems problems;

    DesignExpansion(Problems problems) {
        this.problems = problems;
    }

    /** The study with every design expanded. */
    Checked expand(Checked study) {
        List<Checked> expanded = new ArrayList<>();
        for (Checked design : study.items("designs")) {
            Map<List<String>, AxisValues> axes = axes(design, List.of());
            long product = axes.values().stream()
                    .mapToLong(axis -> axis.amounts().size())
                    .reduce(1, (a, b) -> Math.min(a * b, Integer.MAX_VALUE));
            if (expanded.size() + product > MAX_DESIGNS) {
                problems.add(
                        design.origin(),
                        design.path(),
                        "expands to " + product + " designs; a study may have " + MAX_DESIGNS + "; shorten its lists");
                continue;
            }
            expanded.addAll(axes.isEmpty() ? List.of(design) : product(design, axes));
        }
        refuseEqualNames(expanded);
        return study.has("designs") ? study.with("designs", new Checked.CheckedItems(expanded)) : study;
    }

    private static Map<List<String>, AxisValues> axes(Checked section, List<String> path) {
        Map<List<String>, AxisValues> axes = new LinkedHashMap<>();
        for (Key key : section.section().keys()) {
            List<String> keyPath = new ArrayList<>(path);
            keyPath.add(key.name());
            if (section.value(key.name()) instanceof AxisValues axis) {
                axes.put(keyPath, axis);
            } else if (section.section(key.name()) != null) {
                axes.putAll(axes(section.section(key.name()), keyPath));
            }
        }
        return axes;
    }

    private static List<Checked> product(Checked design, Map<List<String>, AxisValues> axes) {
        String label = design.text("label") != null ? design.text("label") : design.text("name");
        List<Checked> designs = List.of(design.with("label", label));
        for (Map.Entry<List<String>, AxisValues> axis : axes.entrySet()) {
            List<String> values = shortNames(axis.getValue());
            List<Checked> next = new ArrayList<>();
            for (Checked partial : designs) {
                for (int i = 0; i < values.size(); i++) {
                    Amount amount = axis.getValue().amounts().get(i);
                    String symbol = amount.unit().symbol();
                    next.add(set(partial, axis.getKey(), amount)
                            .with(
                                    "name",
                                    partial.text("name") + "-"
                                            + axis.getValue().axis().tag() + values.get(i)
                                            + axis.getValue().axis().ending())
                            .with(
                                    "label",
                                    partial.text("label") + ", " + what(axis.getKey(), amount) + values.get(i)
                                            + (symbol.isEmpty() ? "" : " " + symbol)));
                }
            }
            designs = next;
        }
        return designs;
    }

    /** Layers are known by their thickness and conductivity; of two pressures a reader must be told which. */
    private static String what(List<String> path, Amount amount) {
        if (!path.get(0).equals(MECHANICS)) {
            return "";
        }
        String key = path.get(path.size() - 1);
        String ending = "_" + amount.unit().suffix();
        return (key.endsWith(ending) ? key.substring(0, key.length() - ending.length()) : key).replace('_', ' ') + " ";
    }

    private static Checked set(Checked section, List<String> path, Amount amount) {
        String key = path.get(0);
        return path.size() == 1
                ? section.with(key, amount)
                : section.with(key, set(section.section(key), path.subList(1, path.size()), amount));
    }

    /** Three digits, or as many as it takes to tell the values apart. */
    private static List<String> shortNames(AxisValues axis) {
        for (int digits = 3; ; digits++) {
            int precision = digits;
            List<String> names = axis.amounts().stream()
                    .map(amount -> Numbers.brief(amount.laboratory().median(), precision))
                    .toList();
            Set<String> different = new LinkedHashSet<>(names);
            // Seventeen digits tell any two numbers apart.
            if (different.size() == names.size() || digits >= 17) {
                return names;
            }
        }
    }

    private void refuseEqualNames(List<Checked> designs) {
        Map<String, List<Checked>> byName = designs.stream()
                .filter(design -> design.text("name") != null)
                // Some file systems do not tell cases apart.
                .collect(Collectors.groupingBy(
                        design -> design.text("name").toLowerCase(Locale.ROOT),
                        LinkedHashMap::new,
                        Collectors.toList()));
        byName.forEach((name, same) -> {
            if (same.size() > 1) {
                Checked second = same.get(1);
                Origin first = same.get(0).origin("name");
                problems.add(
                        second.origin("name"),
                        second.path("name"),
                        "got " + second.text("name") + ", already the name of a design at " + first
                                + "; names must differ in more than case");
            }
        });
    }
}
