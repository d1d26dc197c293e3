package org.grainflux.report.section;

import com.fasterxml.jackson.databind.JsonNode;
import org.grainflux.report.text.Numbers;

/** A median with its smallest and largest value, of a summary of a few. */
final class StatedRange {
    private StatedRange() {}

    static String of(JsonNode node) {
        if (!node.path("median").isNumber()) {
            return "–";
        }
        double low = withoutRounding(node.path("minimum").asDouble());
        double high = withoutRounding(node.path("maximum").asDouble());
        return Numbers.threeFigures(withoutRounding(node.path("median").asDouble()))
                + (low == high ? "" : " (" + Numbers.range(low, high) + ")");
    }

    /** Values are in laboratory units: what is a billionth of one is rounding about zero. */
    static double withoutRounding(double value) {
        return Math.abs(value) < 1e-9 ? 0 : value;
    }
}
