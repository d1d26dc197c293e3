package org.grainflux.study.regression;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grainflux.core.InfrastructureException;

/**
 * What references took in earlier runs: one line of JSON per run, appended. Runs of another machine or Java are kept and not
 * compared. Nothing timed decides whether a reference agrees.
 */
public final class History {
    public static final String FILE = "history.jsonl";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final List<Run> runs = new ArrayList<>();
    private int unreadableLines;

    /**
     * A run.
     *
     * @param time UTC, ISO 8601
     * @param commit of the source, empty when unknown
     * @param machine processors, architecture and Java: runs are comparable when it is the same
     * @param costs by reference
     */
    public record Run(String time, String commit, String machine, Map<String, Cost> costs) {
        public Run {
            costs = new LinkedHashMap<>(costs);
        }
    }

    private History(Path file) {
        this.file = file;
    }

    /** The history in a folder; empty when there is none. A line that cannot be read, of a killed run, is counted only. */
    public static History in(Path folder) {
        History history = new History(folder.resolve(FILE));
        if (Files.exists(history.file)) {
            try {
                Files.readAllLines(history.file).forEach(history::add);
            } catch (IOException e) {
                throw new InfrastructureException(history.file + ": cannot be read: " + e.getMessage(), e);
            }
        }
        return history;
    }

    private void add(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            Map<String, Cost> costs = new LinkedHashMap<>();
            node.path("references").properties().forEach(entry -> costs.put(entry.getKey(), cost(entry.getValue())));
            if (costs.isEmpty()) {
                unreadableLines++;
                return;
            }
            runs.add(new Run(
                    node.path("time").asText(),
                    node.path("commit").asText(),
                    node.path("machine").asText(),
                    costs));
        } catch (JsonProcessingException e) {
            unreadableLines++;
        }
    }

    private static Cost cost(JsonNode node) {
        return new Cost(
                node.path("wall_s").asDouble(),
                node.path("cpu_s").asDouble(),
                node.path("allocated_MB").asDouble(),
                node.path("peak_heap_MB").asDouble());
    }

    /** Adds a run at the end. */
    public void append(Run run) {
        ObjectNode node = JSON.createObjectNode()
                .put("time", run.time())
                .put("commit", run.commit())
                .put("machine", run.machine());
        ObjectNode references = node.putObject("references");
        run.costs()
                .forEach((name, cost) -> references
                        .putObject(name)
                        .put("wall_s", rounded(cost.wallS()))
                        .put("cpu_s", rounded(cost.cpuS()))
                        .put("allocated_MB", rounded(cost.allocatedMb()))
                        .put("peak_heap_MB", rounded(cost.peakHeapMb())));
        try {
            Files.writeString(file, node + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new InfrastructureException(file + ": cannot be written: " + e.getMessage(), e);
        }
        runs.add(run);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    public Path file() {
        return file;
    }

    public int unreadableLines() {
        return unreadableLines;
    }

    /** The last costs of a reference on a machine, oldest first. */
    public List<Cost> last(String reference, String machine, int most) {
        List<Cost> costs = runs.stream()
                .filter(run -> run.machine().equals(machine) && run.costs().containsKey(reference))
                .map(run -> run.costs().get(reference))
                .toList();
        return costs.subList(Math.max(0, costs.size() - most), costs.size());
    }

    /** Costs of all these references in each of the last runs on a machine that computed all of them, oldest first. */
    public List<List<Cost>> lastWhole(List<String> references, String machine, int most) {
        List<List<Cost>> costs = runs.stream()
                .filter(run ->
                        run.machine().equals(machine) && run.costs().keySet().containsAll(references))
                .map(run -> references.stream().map(run.costs()::get).toList())
                .toList();
        return costs.subList(Math.max(0, costs.size() - most), costs.size());
    }
}
