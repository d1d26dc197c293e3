package org.grainflux.report.input;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A median with its 95 % interval; NaN where the summary gives none (undefined, or infinite because censored).
 *
 * @param meshError largest relative error estimate of the mesh, NaN when not estimated
 */
public record Interval(double median, double low95, double high95, double meshError) {
    public static final Interval NONE = new Interval(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    static Interval of(JsonNode node) {
        if (node.isNumber()) {
            return new Interval(node.doubleValue(), Double.NaN, Double.NaN, Double.NaN);
        }
        return new Interval(
                number(node, "median"), number(node, "lo95"), number(node, "hi95"), number(node, "mesh_error"));
    }

    /** A finite number of the node, else NaN. */
    static double number(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isNumber() && Double.isFinite(value.doubleValue()) ? value.doubleValue() : Double.NaN;
    }

    public boolean isKnown() {
        return !Double.isNaN(median);
    }

    public boolean hasBounds() {
        return !Double.isNaN(low95) && !Double.isNaN(high95);
    }
}
