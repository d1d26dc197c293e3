package org.grainflux.bench.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grainflux.core.ExitCode;
import org.grainflux.core.InvalidInputException;

/** All contenders on one system, round by round. */
final class SystemComparison {
    private final String system;
    private final List<Contender> contenders;
    /** Name of a reading → one timing per round. */
    private final Map<String, List<Timing>> timings = new LinkedHashMap<>();

    private final Map<String, String> failures = new LinkedHashMap<>();
    private final List<String> records = new ArrayList<>();

    SystemComparison(String system, List<Contender> contenders) {
        this.system = system;
        this.contenders = contenders;
        // Rows in the order of the contenders, whoever runs first.
        contenders.forEach(c -> c.readings().forEach(reading -> timings.put(reading.name(), new ArrayList<>())));
    }

    /**
     * @param progress told who runs
     * @throws InvalidInputException when GrainFlux refuses the files, with what it said
     */
    void run(int rounds, long limitS, PrintStream progress) {
        for (int round = 0; round < rounds; round++) {
            // Another one begins each round, so that none always meets the machine as the same other left it.
            List<Contender> order = new ArrayList<>(contenders);
            Collections.rotate(order, -round);
            for (Contender contender : order) {
                progress.println(system + ": " + contender.name());
                run(contender, limitS);
            }
        }
    }

    private void run(Contender contender, long limitS) {
        List<String> command = new ArrayList<>(contender.command());
        command.add(system);
        try {
            Program.Outcome outcome = Program.run(command, limitS);
            if (contender.isOurs() && outcome.exitCode() == ExitCode.INVALID_INPUT.code()) {
                throw new InvalidInputException(outcome.line().replaceFirst("^error: ", ""));
            }
            if (!outcome.success()) {
                failures.put(contender.name(), outcome.line());
                return;
            }
            contender
                    .timings(outcome.line())
                    .forEach(t -> timings.get(t.contender()).add(t));
            records.add("{\"contender\":\"" + contender.name() + "\",\"system\":\"" + system + "\","
                    + outcome.line().substring(1));
        } catch (JsonProcessingException e) {
            failures.put(contender.name(), "printed something else than one line of JSON");
        } catch (IOException e) {
            failures.put(contender.name(), e.getMessage());
        }
    }

    /** Every line that was read, with contender and system. */
    List<String> records() {
        return records;
    }

    /** Medians over the rounds. */
    List<Timing> medians() {
        return timings.values().stream()
                .filter(rounds -> !rounds.isEmpty())
                .map(Timing::median)
                .toList();
    }

    List<String> table() {
        List<Timing> medians = medians();
        List<String> lines = new ArrayList<>();
        lines.addAll(
                medians.isEmpty() ? List.of(system + ": no contender succeeded") : RatioTable.lines(system, medians));
        failures.forEach((name, reason) -> lines.add(name + " failed: " + reason));
        return lines;
    }
}
