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
        double low = node.path("minimum").asDouble();
        double high = node.path("maximum").asDouble();
        return Numbers.threeFigures(node.path("median").asDouble())
                + (low == high ? "" : " (" + Numbers.range(low, high) + ")");
    }
}
