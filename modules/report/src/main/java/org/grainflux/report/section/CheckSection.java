package org.grainflux.report.section;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.grainflux.report.input.ReportInput;
import org.grainflux.report.page.Html;
import org.grainflux.report.page.HtmlTable;
import org.grainflux.report.text.Numbers;

/** What is known of stress in ceramics with lithium, beside what this run found. */
public final class CheckSection {
    private static final Set<String> WORDS = Set.of("name", "label", "expected", "holds", "reason");

    private CheckSection() {}

    /** Empty when the run solved no stress. */
    public static String html(ReportInput input) {
        List<JsonNode> checks = input.summary().consistencyChecks();
        if (checks.isEmpty()) {
            return "";
        }
        HtmlTable table =
                HtmlTable.ofTexts("Consistency checks, computed from this run", "check", "found", "expected", "holds");
        for (JsonNode check : checks) {
            boolean said = check.path("holds").isBoolean();
            table.row(
                    check.path("name").asText(),
                    said ? found(check) : "cannot say: " + check.path("reason").asText(),
                    check.path("expected").asText(),
                    said ? check.path("holds").asBoolean() ? "yes" : "no" : "–");
        }
        return Html.p("Each is a consistency check, neither a calibration nor a prediction.") + table.html();
    }

    private static String found(JsonNode check) {
        StringJoiner found = new StringJoiner("; ");
        check.properties().forEach(field -> {
            if (!WORDS.contains(field.getKey()) && field.getValue().isNumber()) {
                String value = field.getValue().isIntegralNumber()
                        ? field.getValue().asText()
                        : Numbers.threeFigures(
                                StatedRange.withoutRounding(field.getValue().asDouble()));
                found.add(field.getKey().equals("found") ? value : Phrases.words(field.getKey()) + " " + value);
            }
        });
        return found.toString();
    }
}
