package org.grainflux.study.regression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.regression.ReferenceValues.Figure;
import org.grainflux.study.results.UnitResult;
import org.grainflux.study.summary.StudySummary;

/**
 * The answer of a whole study as figures: every entry of its summary, the way to it being its place. A text belongs to the place of a
 * figure of 1, so that another text is another place.
 */
final class SummaryFigures {
    /** The hash changes with every default of a study; sentences quote numbers that stand beside them. */
    private static final Set<String> NOT_COMPARED = Set.of("study_hash", "explanation");

    private static final String MESH_ERROR = "mesh_error";

    private final List<Figure> figures = new ArrayList<>();

    private SummaryFigures() {}

    /** @param results of all structures */
    static List<Figure> of(StudyConfig study, List<UnitResult> results) {
        StudySummary summary = new StudySummary(study);
        for (UnitResult result : results) {
            result.ledger().forEach(summary::add);
            result.structures().forEach(summary::add);
            result.cells().forEach(summary::add);
            result.hotSpots().forEach(summary::add);
            result.strengths().forEach(summary::add);
            result.convergence().forEach(summary::add);
        }
        return of(summary.toJson());
    }

    static List<Figure> of(JsonNode summary) {
        SummaryFigures all = new SummaryFigures();
        all.add("", summary);
        return all.figures;
    }

    private void add(String place, JsonNode node) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (!NOT_COMPARED.contains(field.getKey())) {
                    add(place + (place.isEmpty() ? "" : ".") + field.getKey(), field.getValue());
                }
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                JsonNode name = node.get(i).path("name");
                add(place + "[" + (name.isTextual() ? name.asText() : i) + "]", node.get(i));
            }
        } else if (node.isTextual()) {
            figures.add(new Figure(Quantities.SUMMARY, place + ": " + node.asText(), 1));
        } else {
            figures.add(new Figure(
                    place.endsWith(MESH_ERROR) ? Quantities.SUMMARY_MESH_ERROR : Quantities.SUMMARY,
                    place,
                    node.isNull() ? Double.NaN : node.isBoolean() ? (node.asBoolean() ? 1 : 0) : node.asDouble()));
        }
    }
}
