package org.grainflux.study.summary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** The answer for a terminal: one line per design. */
final class SummaryTable {
    private SummaryTable() {}

    static String of(JsonNode summary) {
        int width = 6;
        for (JsonNode design : summary.get("designs")) {
            width = Math.max(width, design.get("name").asText().length());
        }
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%-" + width + "s  %5s  %-24s  %9s  %9s  %9s  %s%n",
                "design",
                "done",
                "CCD, mA/cm² [95 %]",
                "F1 quoted",
                "F1 pred.",
                "F2",
                "observed"));
        for (JsonNode design : summary.get("designs")) {
            JsonNode ccd = design.get("ccd_mA_per_cm2");
            JsonNode competing = ccd.get("competing");
            text.append(String.format(
                    Locale.ROOT,
                    "%-" + width + "s  %5d  %-24s  %9s  %9s  %9s  %s%n",
                    design.get("name").asText(),
                    design.get("completed").asInt(),
                    number(competing.get("median")) + " [" + number(competing.get("lo95")) + ", "
                            + number(competing.get("hi95")) + "]",
                    number(ccd.get("paper_quoted").get("median")),
                    number(ccd.get("paper_predicted").get("median")),
                    number(ccd.get("self_consistent").get("median")),
                    observed(design.get("observed"))));
        }
        JsonNode first = summary.get("designs").get(0);
        text.append(String.format(
                Locale.ROOT,
                "CCD: competing modes (F3), median over patches of %s cm² with its 95 %% interval; – means no finite value.%n",
                number(first.get("reference_area_cm2"))));
        return text.toString();
    }

    private static String number(JsonNode node) {
        return node == null || node.isNull() ? "–" : String.format(Locale.ROOT, "%.3g", node.asDouble());
    }

    private static String observed(JsonNode list) {
        if (list == null || list.isEmpty()) {
            return "";
        }
        JsonNode observation = list.get(0);
        String sign = switch (observation.get("bound").asText()) {
            case "upper" -> "< ";
            case "lower" -> "> ";
            default -> "";
        };
        return sign + number(observation.get("mA_per_cm2"));
    }
}
