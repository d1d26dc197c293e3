package org.grainflux.bench.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.grainflux.bench.solve.RequestedMethod;

/**
 * A solver in the comparison, run as a process that prints one line of JSON with the keys of {@code bench/solve}.
 *
 * @param command the name of the system is appended
 * @param readings what is taken from the line
 */
record Contender(String name, List<String> command, List<Reading> readings) {
    /** Name of GrainFlux itself, which all others are compared with. */
    static final String OURS = "grainflux";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A row of the table.
     *
     * @param setupKey of the seconds before the right-hand side is known
     * @param solveKey of the seconds after
     */
    record Reading(String name, String setupKey, String solveKey) {}

    static Contender peer(String name, List<String> command) {
        return new Contender(name, command, List.of(new Reading(name, "setup_s", "solve_s")));
    }

    /** GrainFlux on one thread, warm and in its fresh virtual machine. */
    static Contender ours(Path bench, RequestedMethod method) {
        return new Contender(
                OURS,
                List.of(bench.resolve("solve").toString(), "--method", method.name()),
                List.of(
                        new Reading(OURS, "setup_s", "solve_s"),
                        new Reading(OURS + ", cold", "cold_setup_s", "cold_solve_s")));
    }

    /** GrainFlux on several threads, by the clock on the wall. */
    static Contender ours(Path bench, RequestedMethod method, int threads) {
        String name = OURS + ", " + threads + " threads";
        return new Contender(
                name,
                List.of(
                        bench.resolve("solve").toString(),
                        "--method",
                        method.name(),
                        "--threads",
                        Integer.toString(threads)),
                List.of(new Reading(name, "setup_wall_s", "solve_wall_s")));
    }

    boolean isOurs() {
        return name.startsWith(OURS);
    }

    List<Timing> timings(String line) throws JsonProcessingException {
        JsonNode node = JSON.readTree(line);
        List<Timing> timings = new ArrayList<>();
        for (Reading reading : readings) {
            timings.add(Timing.of(reading, node));
        }
        return timings;
    }
}
