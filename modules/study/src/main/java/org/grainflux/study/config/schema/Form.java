package org.grainflux.study.config.schema;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.ScalarDistribution;

/**
 * A way to write a quantity as a mapping.
 *
 * @param section the keys of the mapping, in the quantity's unit
 * @param build from the checked mapping to what it means; throws {@link InvalidInputException} when the numbers do not
 *     go together
 * @param <T> a distribution, or the values of an axis
 */
record Form<T>(Type.Section section, Function<Checked, T> build) {
    static final String RANGE = "{from: ..., to: ..., count: ..., spacing: log}";

    private static final int MAX_COUNT = 10_000;
    private static final MathContext SIX_DIGITS = new MathContext(6);

    /** The distributions that this quantity may follow. */
    static List<Form<ScalarDistribution>> distributions(Type.Quantity quantity) {
        Type number = bare(quantity.bounds());
        Type positive = bare(Bounds.POSITIVE);
        List<Form<ScalarDistribution>> forms = new ArrayList<>();
        forms.add(new Form<>(
                Type.Section.of(
                        "interval",
                        "Uniform, or uniform in the logarithm, between two ends",
                        Key.required("low", number, "lower end"),
                        Key.required("high", number, "upper end"),
                        Key.required("distribution", Type.Choice.of("uniform", "log_uniform"), "shape")),
                Form::interval));
        // What a log-normal value may be has no upper end.
        if (!quantity.bounds().hasUpperEnd()) {
            forms.add(new Form<>(
                    Type.Section.of(
                            "median_and_range",
                            "Log-normal with this median; the range fixes its width in the logarithm",
                            Key.required("median", number, "median"),
                            Key.required("low95", number, "2.5 % percentile"),
                            Key.required("high95", number, "97.5 % percentile")),
                    form -> ScalarDistribution.LogNormal.fromRange95(
                            form.number("median"), form.number("low95"), form.number("high95"))));
            forms.add(new Form<>(
                    Type.Section.of(
                            "median_and_sigma",
                            "Log-normal",
                            Key.required("median", number, "median"),
                            Key.required("sigma_ln", positive, "standard deviation of the logarithm")),
                    form -> new ScalarDistribution.LogNormal(form.number("median"), form.number("sigma_ln"))));
        }
        if (quantity.heavyTailed()) {
            forms.add(new Form<>(
                    Type.Section.of(
                            "pareto",
                            "Pareto: P(X > x) = (minimum / x)^tail_index",
                            Key.required("minimum", positive, "smallest value"),
                            Key.required("tail_index", positive, "exponent of the tail")),
                    form -> new ScalarDistribution.Pareto(form.number("minimum"), form.number("tail_index"))));
        }
        return forms;
    }

    /** A range of values, the ends included. */
    static Form<double[]> range(Type.Quantity quantity) {
        Type number = bare(quantity.bounds());
        return new Form<>(
                Type.Section.of(
                        "range",
                        "Values from one end to the other; those between are rounded to six digits",
                        Key.required("from", number, "first value"),
                        Key.required("to", number, "last value"),
                        Key.required("count", new Type.Whole(2, MAX_COUNT), "number of values"),
                        Key.withDefault("spacing", Type.Choice.of("linear", "log"), "linear", "spacing")),
                Form::range);
    }

    static String describe(List<? extends Form<?>> forms) {
        return forms.stream()
                .map(form -> form.section().keyNames().stream()
                        .map(key -> key.equals("distribution") ? "distribution: uniform|log_uniform" : key + ": ...")
                        .collect(Collectors.joining(", ", "{", "}")))
                .collect(Collectors.joining(" or "));
    }

    // The unit is in the name of the outer key.
    private static Type bare(Bounds bounds) {
        return Type.Quantity.of(Unit.NONE, bounds);
    }

    private static ScalarDistribution interval(Checked form) {
        double low = form.number("low");
        double high = form.number("high");
        return form.text("distribution").equals("uniform")
                ? new ScalarDistribution.Uniform(low, high)
                : new ScalarDistribution.LogUniform(low, high);
    }

    private static double[] range(Checked form) {
        double from = form.number("from");
        double to = form.number("to");
        boolean logarithmic = form.text("spacing").equals("log");
        if (from == to) {
            throw new InvalidInputException("from and to are both " + Numbers.brief(from) + "; they must differ");
        }
        if (logarithmic && !(from > 0 && to > 0)) {
            throw new InvalidInputException("spacing: log needs from > 0 and to > 0, got from " + Numbers.brief(from)
                    + ", to " + Numbers.brief(to));
        }
        double[] values = new double[(int) form.whole("count")];
        for (int i = 0; i < values.length; i++) {
            double share = i / (values.length - 1.0);
            double value = logarithmic ? from * Math.pow(to / from, share) : from + (to - from) * share;
            values[i] = BigDecimal.valueOf(value).round(SIX_DIGITS).doubleValue();
        }
        values[0] = from;
        values[values.length - 1] = to;
        return values;
    }
}
