package org.grainflux.report.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/** {@code summary.json} as it is read; an absent part gives NaN, an empty text or an empty list. */
public final class RunSummary {
    private final JsonNode root;
    private final List<Design> designs;

    public RunSummary(JsonNode root) {
        this.root = root;
        List<Design> list = new ArrayList<>();
        root.path("designs").forEach(node -> list.add(new Design(node)));
        this.designs = List.copyOf(list);
    }

    /** The summary of a run that has none. */
    public static RunSummary empty() {
        return new RunSummary(MissingNode.getInstance());
    }

    /** What is known of stress in ceramics beside what this run found; empty when it solved no stress. */
    public List<JsonNode> consistencyChecks() {
        List<JsonNode> checks = new ArrayList<>();
        root.path("consistency_checks").forEach(checks::add);
        return checks;
    }

    public String study() {
        return root.path("study").asText();
    }

    public List<Design> designs() {
        return designs;
    }

    public JsonNode at(String key) {
        return root.path(key);
    }

    /** Over the structures of the run: median and percentiles; NaN where absent. */
    public Spread structures(String key) {
        JsonNode node = root.path("structures").path(key);
        return new Spread(
                Interval.number(node, "median"), Interval.number(node, "p2_5"), Interval.number(node, "p97_5"));
    }

    public int structureCount() {
        return root.path("structures").path("count").asInt();
    }

    /** Median and 2.5–97.5 % range of a population. */
    public record Spread(double median, double p2_5, double p97_5) {}

    public int completed() {
        return designs.stream().mapToInt(Design::completed).sum();
    }

    public int failed() {
        return designs.stream().mapToInt(Design::failed).sum();
    }

    public int aborted() {
        return designs.stream().mapToInt(Design::aborted).sum();
    }
}
