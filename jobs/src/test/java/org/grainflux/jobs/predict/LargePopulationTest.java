package org.grainflux.jobs.predict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.grainflux.jobs.GrainFlux;
import org.grainflux.study.results.RunTables;
import org.grainflux.study.run.RunReader;
import org.grainflux.study.run.RunStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 100,000 realizations through the whole path, computed and summarized by one process of half a gigabyte. */
class LargePopulationTest {
    private static final int REALIZATIONS = 100_000;

    /** Driver, two tasks and their structures; half of what is allowed. */
    private static final String HEAP = "-Xmx512m";

    /** 64 batches of a core, and the falling ones at the end. */
    private static final int MOST_BATCHES = 2 * (64 + 16);

    /** One design, one draw: 48 numbers and 10 texts per electrode in six tables. */
    private static final int MOST_BYTES_PER_REALIZATION = 1500;

    @TempDir
    Path temporary;

    @Test
    @Tag("nightly")
    void aHundredThousandRealizationsNeedLittleMemoryAndFewFiles() throws IOException, InterruptedException {
        Path run = temporary.resolve("run");
        Path log = temporary.resolve("log.txt");
        Process process = start(run, log);
        assertThat(process.waitFor(60, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(() -> log(log)).isZero();

        // 1. Nothing is missing.
        RunStatus.Counts counts = RunReader.open(run.toString()).status().counts();
        assertThat(counts.expected()).isEqualTo(REALIZATIONS);
        assertThat(counts.missing()).isZero();
        try (var rows = RunReader.open(run.toString()).rows(RunTables.LEDGER)) {
            assertThat(rows.count()).isEqualTo(REALIZATIONS);
        }

        // 2. The summary is of all of them.
        JsonNode design = new ObjectMapper()
                .readTree(Files.readString(run.resolve("summary.json")))
                .at("/designs/0");
        JsonNode competing = design.at("/ccd_mA_per_cm2/competing");
        assertThat(competing.get("observed").asInt() + competing.get("censored").asInt() + counts.failed())
                .isEqualTo(REALIZATIONS);
        assertThat(competing.get("median").asDouble())
                .isBetween(
                        competing.get("lo95").asDouble(), competing.get("hi95").asDouble());

        // 3. Files are as many as batches, whatever the number of realizations.
        assertThat(files(run.resolve("ledger/commits"))).isBetween(2L, (long) MOST_BATCHES);
        assertThat(files(run)).isLessThan(7L * MOST_BATCHES + 50);
        assertThat(bytes(run)).isLessThan((long) MOST_BYTES_PER_REALIZATION * REALIZATIONS);
    }

    private Process start(Path run, Path log) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(System.getProperty("grainflux.engine.flags").trim().split("\\s+")));
        command.addAll(List.of(HEAP, "-XX:+UseParallelGC", "-Djava.io.tmpdir=" + temporary));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), GrainFlux.class.getName()));
        command.addAll(List.of("predict", "../configs/light.yaml", "--realizations", String.valueOf(REALIZATIONS)));
        command.addAll(List.of("--out", run.toString(), "--", "--master", "local[2]"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static String log(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
