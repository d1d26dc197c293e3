package org.grainflux.study.config.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.ScalarDistribution;
import org.grainflux.study.config.yaml.Origin;
import org.grainflux.study.config.yaml.YamlNode;
import org.grainflux.study.config.yaml.YamlReader;

/** Holds a document against its description, fills defaults, opens material files, and collects what is wrong. */
public final class Checker {
    private static final Amount.Provenance COMMAND_LINE = new Amount.Provenance(true, "set on the command line");

    private static final String SOURCE_HINT =
            ", with its source: {value: ..., source: \"Author Year, doi\"} or {value: ..., assumed: \"reason\"}";

    /** Keys that a range has and no distribution. */
    private static final Set<String> RANGE_ONLY = Set.of("from", "to", "count", "spacing");

    /** As many as a study may have designs. */
    private static final int MOST_ITEMS = 100_000;

    private final MaterialFiles files;
    private final Problems problems;

    // Thousands of designs may name one material: it is checked once and stays one object.
    private final Map<YamlNode, Checked> materials = new IdentityHashMap<>();

    /** Where a key that stands in the wrong section belongs. */
    private final Map<String, String> homes = new HashMap<>();

    public Checker(MaterialFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /** The checked document; what was refused is absent from it and listed in the problems. */
    public Checked check(Type.Section section, YamlNode document) {
        findHomes(section, "");
        if (document instanceof YamlNode.Mapping mapping) {
            return section(section, mapping, "", mapping.origin());
        }
        problems.add(document.origin(), "", got(document, section));
        return new Checked(section, "", document.origin());
    }

    private void findHomes(Type type, String path) {
        if (type instanceof Type.Items items) {
            findHomes(items.item(), path);
        } else if (type instanceof Type.Material material) {
            findHomes(material.section(), path);
        } else if (type instanceof Type.Section section) {
            section.keys().forEach(key -> {
                homes.putIfAbsent(key.name(), path.isEmpty() ? "the outermost level" : path);
                findHomes(key.type(), path.isEmpty() ? key.name() : path + "." + key.name());
            });
        }
    }

    private Checked section(Type.Section section, YamlNode.Mapping mapping, String path, Origin place) {
        Checked checked = new Checked(section, path, place);
        mapping.fields().forEach((name, field) -> {
            if (section.key(name) == null) {
                UnknownKey unknown = UnknownKey.explain(name, field.value(), section, homes.get(name));
                problems.add(field.keyOrigin(), checked.path(name), unknown.message());
                checked.refuse(unknown.meant());
            }
        });
        for (Key key : section.keys()) {
            key(key, mapping, checked);
        }
        section.alternatives().forEach(group -> alternatives(group, mapping, checked));
        return checked;
    }

    private void key(Key key, YamlNode.Mapping mapping, Checked checked) {
        String path = checked.path(key.name());
        YamlNode.Field field = mapping.fields().get(key.name());
        if (key.condition() != null) {
            String deciding = checked.text(key.condition().key());
            if (deciding != null && !key.condition().values().contains(deciding)) {
                if (field != null) {
                    problems.add(
                            field.keyOrigin(),
                            path,
                            "not used with " + key.condition().key() + ": " + deciding + ", only with "
                                    + key.condition().describe() + "; remove it");
                }
                return;
            }
            if (deciding == null && field == null) {
                return;
            }
        }
        if (field != null) {
            Object value = value(key.type(), field.value(), path, field.keyOrigin());
            if (value != null) {
                checked.put(
                        key.name(),
                        fromMaterialIfEqual(key, value, checked),
                        field.value().origin());
            }
        } else if (key.fallback() != null) {
            fallBack(key, checked);
        } else if (key.defaultYaml() != null) {
            YamlNode node = YamlReader.value(Origin.DEFAULT, key.defaultYaml());
            checked.put(key.name(), value(key.type(), node, path, checked.origin()), Origin.DEFAULT);
        } else if (key.required() && !checked.isRefused(key.name())) {
            problems.add(checked.origin(), path, "missing; must be " + brief(key.type()));
        }
    }

    private void fallBack(Key key, Checked checked) {
        Checked material = checked.section(key.fallback());
        if (material != null && material.has(key.name())) {
            checked.put(key.name(), material.amount(key.name()), material.origin(key.name()));
        } else if (!checked.isRefused(key.name())) {
            problems.add(
                    checked.origin(),
                    checked.path(key.name()),
                    "missing; give it here or in the file under " + key.fallback() + "; must be " + brief(key.type()));
        }
    }

    private static String brief(Type type) {
        if (type instanceof Type.Quantity quantity) {
            return quantity.number().describe() + (quantity.sourced() ? SOURCE_HINT : "");
        }
        return type.describe();
    }

    // A resolved study repeats the material's values in place; they keep their source.
    private static Object fromMaterialIfEqual(Key key, Object value, Checked checked) {
        if (key.fallback() != null && value instanceof Amount amount && checked.section(key.fallback()) != null) {
            Amount original = checked.section(key.fallback()).amount(key.name());
            if (original != null && original.laboratory().equals(amount.laboratory())) {
                return amount.withProvenance(original.provenance());
            }
        }
        return value;
    }

    private void alternatives(List<String> group, YamlNode.Mapping mapping, Checked checked) {
        List<String> given = group.stream().filter(mapping::has).toList();
        String names = String.join(" or ", group);
        if (given.size() > 1) {
            problems.add(
                    mapping.fields().get(given.get(1)).keyOrigin(),
                    checked.path(given.get(1)),
                    "given beside " + given.get(0) + "; give either " + names);
        } else if (given.isEmpty() && group.stream().noneMatch(checked::isRefused)) {
            problems.add(checked.origin(), checked.path(), "missing; give " + names);
        }
    }

    private Object value(Type type, YamlNode node, String path, Origin place) {
        if (type instanceof Type.Quantity quantity) {
            return quantity(quantity, node, path);
        }
        if (type instanceof Type.Section section) {
            return node instanceof YamlNode.Mapping mapping
                    ? section(
                            section, mapping, path, node.origin().equals(Origin.DEFAULT) ? place : placeOf(node, place))
                    : refuse(node, path, type);
        }
        if (type instanceof Type.Items items) {
            return items(items, node, path);
        }
        if (type instanceof Type.Material material) {
            return material(material, node, path, place);
        }
        if (!(node instanceof YamlNode.Scalar scalar) || scalar.isEmpty()) {
            return refuse(node, path, type);
        }
        if (type instanceof Type.Whole whole) {
            return whole(whole, scalar, path);
        }
        if (type instanceof Type.Flag) {
            boolean known = !scalar.quoted()
                    && (scalar.text().equals("true") || scalar.text().equals("false"));
            return known ? Boolean.valueOf(scalar.text()) : refuse(node, path, type);
        }
        if (type instanceof Type.Choice choice) {
            if (choice.words().contains(scalar.text())) {
                return scalar.text();
            }
            String closest = UnknownKey.closest(scalar.text(), choice.words());
            problems.add(
                    node.origin(), path, got(node, type) + (closest == null ? "" : "; did you mean " + closest + "?"));
            return null;
        }
        Type.Text text = (Type.Text) type;
        return text.pattern().matcher(scalar.text()).matches() ? scalar.text() : refuse(node, path, type);
    }

    // A block mapping starts below its key: name the line of the key.
    private static Origin placeOf(YamlNode node, Origin keyOrigin) {
        return node.origin().place().equals(keyOrigin.place()) ? keyOrigin : node.origin();
    }

    private Object items(Type.Items items, YamlNode node, String path) {
        if (!(node instanceof YamlNode.Sequence sequence) || sequence.items().size() < items.minimum()) {
            return refuse(node, path, items);
        }
        if (isTooLong(sequence, path)) {
            return null;
        }
        List<Checked> checked = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            YamlNode item = sequence.items().get(i);
            String itemPath = path + "[" + i + "]";
            if (item instanceof YamlNode.Mapping mapping) {
                checked.add(section(items.item(), mapping, itemPath, mapping.origin()));
            } else {
                refuse(item, itemPath, items.item());
            }
        }
        return new Checked.CheckedItems(checked);
    }

    private boolean isTooLong(YamlNode.Sequence list, String path) {
        if (list.items().size() <= MOST_ITEMS) {
            return false;
        }
        problems.add(
                list.origin(), path, "got " + list.describe() + "; at most " + MOST_ITEMS + " are allowed; shorten it");
        return true;
    }

    private Object material(Type.Material material, YamlNode node, String path, Origin place) {
        YamlNode content = node;
        if (node instanceof YamlNode.Scalar scalar && !scalar.isEmpty()) {
            try {
                content = files.open(scalar);
            } catch (InvalidInputException e) {
                problems.add(node.origin(), path, "got " + node.describe() + ": " + e.getMessage());
                return null;
            }
        }
        if (!(content instanceof YamlNode.Mapping mapping)) {
            return refuse(content, path, content == node ? material : material.section());
        }
        Checked known = materials.get(mapping);
        if (known == null) {
            known = materialMapping(material, mapping, path, place);
            materials.put(mapping, known);
        }
        return known;
    }

    private Checked materialMapping(Type.Material material, YamlNode.Mapping content, String path, Origin place) {
        boolean ownFile = !content.origin().equals(Origin.DEFAULT)
                && !content.origin().place().equals(place.place())
                && !content.origin().isCommandLine();
        return ownFile
                ? section(material.section(), content, "", content.origin())
                : section(material.section(), content, path, placeOf(content, place));
    }

    private Object whole(Type.Whole whole, YamlNode.Scalar scalar, String path) {
        try {
            long number = Long.parseLong(scalar.text());
            if (!scalar.quoted() && number >= whole.low() && number <= whole.high()) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported below like a number out of range.
        }
        return refuse(scalar, path, whole);
    }

    private Object quantity(Type.Quantity quantity, YamlNode node, String path) {
        if (!quantity.sourced()) {
            return unsourced(quantity, node, path);
        }
        if (node instanceof YamlNode.Mapping mapping
                && quantity.sourcedForm().keyNames().stream().anyMatch(mapping::has)) {
            Checked form = section(quantity.sourcedForm(), mapping, path, node.origin());
            String citation = form.text(Type.Quantity.SOURCE);
            String reason = form.text(Type.Quantity.ASSUMED);
            Amount amount = form.amount(Type.Quantity.VALUE);
            return amount == null || (citation == null) == (reason == null)
                    ? null
                    : amount.withProvenance(new Amount.Provenance(reason != null, reason != null ? reason : citation));
        }
        if (node.origin().isCommandLine()) {
            Amount amount = (Amount) unsourced(quantity.value(), node, path);
            return amount == null ? null : amount.withProvenance(COMMAND_LINE);
        }
        problems.add(node.origin(), path, got(node, quantity) + SOURCE_HINT);
        return null;
    }

    /** An {@link Amount}, or {@link Checked.AxisValues}, or null when refused. */
    private Object unsourced(Type.Quantity quantity, YamlNode node, String path) {
        if (quantity.axis() != null && node instanceof YamlNode.Sequence list) {
            return axis(quantity, list, path);
        }
        if (node instanceof YamlNode.Mapping mapping) {
            Form<double[]> range = Form.range(quantity.number());
            if (quantity.axis() != null && mapping.fields().keySet().stream().anyMatch(RANGE_ONLY::contains)) {
                double[] values = build(range, mapping, path);
                return values == null ? null : axis(quantity, values, mapping.origin());
            }
            if (quantity.distributed()) {
                ScalarDistribution value = build(closestForm(quantity, mapping), mapping, path);
                return value == null ? null : new Amount(value, quantity.unit(), null, node.origin());
            }
        }
        OptionalDouble number = number(quantity, node, path);
        return number.isPresent() ? amount(quantity, number.getAsDouble(), node.origin()) : null;
    }

    private Object axis(Type.Quantity quantity, YamlNode.Sequence list, String path) {
        List<Amount> amounts = new ArrayList<>();
        Set<Double> seen = new HashSet<>();
        if (isTooLong(list, path)) {
            return null;
        }
        boolean refused = list.items().isEmpty();
        if (refused) {
            refuse(list, path, quantity);
        }
        for (int i = 0; i < list.items().size(); i++) {
            YamlNode item = list.items().get(i);
            String itemPath = path + "[" + i + "]";
            OptionalDouble number = number(quantity.number(), item, itemPath);
            if (number.isEmpty()) {
                refused = true;
            } else if (!seen.add(number.getAsDouble())) {
                refused = true;
                problems.add(item.origin(), itemPath, "got " + item.describe() + " a second time; remove it");
            } else {
                amounts.add(amount(quantity, number.getAsDouble(), item.origin()));
            }
        }
        return refused ? null : new Checked.AxisValues(quantity.axis(), amounts);
    }

    private static Object axis(Type.Quantity quantity, double[] values, Origin origin) {
        return new Checked.AxisValues(
                quantity.axis(),
                Arrays.stream(values)
                        .mapToObj(value -> amount(quantity, value, origin))
                        .toList());
    }

    private static Amount amount(Type.Quantity quantity, double value, Origin origin) {
        return new Amount(ScalarDistribution.fixed(value), quantity.unit(), null, origin);
    }

    private static Form<ScalarDistribution> closestForm(Type.Quantity quantity, YamlNode.Mapping mapping) {
        // max() keeps the last of equals; the forms are listed with the most telling keys first.
        List<Form<ScalarDistribution>> forms = new ArrayList<>(Form.distributions(quantity));
        Collections.reverse(forms);
        return forms.stream()
                .max(Comparator.comparingLong(form ->
                        form.section().keyNames().stream().filter(mapping::has).count()))
                .orElseThrow();
    }

    private <T> T build(Form<T> form, YamlNode.Mapping mapping, String path) {
        Checked checked = section(form.section(), mapping, path, mapping.origin());
        if (!form.section().keyNames().stream().allMatch(checked::has)) {
            return null;
        }
        try {
            return form.build().apply(checked);
        } catch (InvalidInputException e) {
            problems.add(mapping.origin(), path, e.getMessage());
            return null;
        }
    }

    private OptionalDouble number(Type.Quantity quantity, YamlNode node, String path) {
        if (node instanceof YamlNode.Scalar scalar && !scalar.quoted()) {
            OptionalDouble number = Numbers.parse(scalar.text());
            if (number.isPresent() && quantity.bounds().contains(number.getAsDouble())) {
                return number;
            }
        }
        problems.add(node.origin(), path, refusal(quantity, node));
        return OptionalDouble.empty();
    }

    private static String refusal(Type.Quantity quantity, YamlNode node) {
        if (!(node instanceof YamlNode.Scalar scalar) || !scalar.text().matches("[-+.]?(\\d|nan|inf).*")) {
            return got(node, quantity);
        }
        // A number was meant: no need to list everything else that could stand here.
        String wanted = got(node, quantity.number());
        if (Numbers.parse(scalar.text()).isPresent()) {
            return scalar.quoted() ? wanted + "; remove the quotes" : wanted;
        }
        return scalar.text().matches("[-+]?\\d[\\d.]*([eE][-+]?\\d+)?+\\s*[\\p{L}%].*")
                ? wanted + "; write the number alone, its unit is in the name of the key"
                : wanted;
    }

    private Object refuse(YamlNode node, String path, Type type) {
        problems.add(node.origin(), path, got(node, type));
        return null;
    }

    private static String got(YamlNode node, Type type) {
        return "got " + node.describe() + "; must be " + type.describe();
    }
}
