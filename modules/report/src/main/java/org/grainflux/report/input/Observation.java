package org.grainflux.report.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A published critical current density, mA/cm². */
public record Observation(double value, Bound bound, String source) {
    /** What the published number says of the true one. */
    public enum Bound {
        EXACT("≈ "),
        UPPER("< "),
        LOWER("> ");

        private final String sign;

        Bound(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    static List<Observation> listOf(JsonNode observed) {
        List<Observation> list = new ArrayList<>();
        for (JsonNode node : observed) {
            double value = Interval.number(node, "mA_per_cm2");
            if (!Double.isNaN(value)) {
                Bound bound = switch (node.path("bound").asText()) {
                    case "upper" -> Bound.UPPER;
                    case "lower" -> Bound.LOWER;
                    default -> Bound.EXACT;
                };
                list.add(new Observation(value, bound, node.path("source").asText()));
            }
        }
        return list;
    }
}
