package org.grainflux.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.grainflux.study.results.RecordTable;
import org.grainflux.study.results.RunTables;
import org.grainflux.study.run.RunFolder;
import org.grainflux.study.run.RunReader;

/** A run of the smoke study that the packaged program submits to a cluster, and how it compares with an undisturbed one. */
final class ClusterRun {
    /** Enough for several tasks per core, so that every disturbance meets a run in its middle. */
    static final int STRUCTURES = 12;

    private static final int DESIGNS = 3;

    private static Path undisturbed;

    private final StandaloneCluster cluster;
    private final String location;
    private final Path scratch;
    private final Map<String, String> environment;
    private String study = Launch.study("smoke.yaml");

    /**
     * @param location of the run's folder, a path or URI
     * @param scratch a folder for what this test writes
     */
    ClusterRun(StandaloneCluster cluster, String location, Path scratch) {
        this(cluster, location, scratch, Map.of());
    }

    ClusterRun(StandaloneCluster cluster, String location, Path scratch, Map<String, String> environment) {
        this.cluster = cluster;
        this.location = location;
        this.scratch = scratch;
        this.environment = environment;
    }

    /** The same study, read from elsewhere. */
    ClusterRun ofStudy(String address) {
        study = address;
        return this;
    }

    /** The same study on this machine alone; computed once per test run. */
    private static synchronized String undisturbed() throws InterruptedException {
        if (undisturbed == null) {
            undisturbed = Launch.scratch("undisturbed");
            Path log = undisturbed.resolve("log.txt");
            Process process = Launch.grainflux(
                    log,
                    "predict",
                    Launch.study("smoke.yaml"),
                    "--realizations",
                    String.valueOf(STRUCTURES),
                    "--out",
                    undisturbed.resolve("run").toString(),
                    "--",
                    "--master",
                    "local[2]");
            assertThat(Launch.exitCode(process)).as(() -> text(log)).isZero();
        }
        return undisturbed.resolve("run").toString();
    }

    Process submit(String... options) {
        return submit(List.of(options));
    }

    Process submit(List<String> options, String... engineArguments) {
        List<String> arguments = new ArrayList<>(
                List.of("predict", study, "--realizations", String.valueOf(STRUCTURES), "--out", location));
        arguments.addAll(options);
        arguments.addAll(List.of("--", "--master", cluster.url(), "--executor-memory", "1g"));
        arguments.addAll(List.of(engineArguments));
        return Launch.grainflux(log(), environment, arguments.toArray(String[]::new));
    }

    void awaitCommits(Process process, int wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (commits().size() < wanted) {
            assertThat(process.isAlive() && System.nanoTime() < deadline)
                    .as(() -> "the run made no progress: " + said())
                    .isTrue();
            Thread.sleep(50);
        }
    }

    /** Names of the markers of committed batches. */
    List<String> commits() {
        try {
            return folder().storage().list("ledger/commits").stream()
                    .filter(name -> name.endsWith(".json") && !name.startsWith("."))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RunFolder folder() {
        return RunFolder.at(location);
    }

    /** What the commands of this run have said. */
    Path log() {
        return scratch.resolve("log.txt");
    }

    String said() {
        return text(log());
    }

    void assertCompleteAndEqual(Process process) throws IOException, InterruptedException {
        assertThat(Launch.exitCode(process)).as(this::said).isZero();
        RunReader run = RunReader.open(folder());
        RunReader expected = RunReader.open(undisturbed());
        assertThat(run.list(RunTables.LEDGER)).hasSize(DESIGNS * STRUCTURES);
        for (RecordTable<?> table : RunTables.all()) {
            if (table != RunTables.TIMINGS) {
                assertThat(sorted(run, table)).as(table.name()).hasSameBinaryContentAs(sorted(expected, table));
            }
        }
        assertThat(folder().readText(RunFolder.SUMMARY))
                .isEqualTo(expected.folder().readText(RunFolder.SUMMARY));
    }

    /** A table as one file, in the order that readers see; equal rows give equal bytes. */
    private <T extends Record> Path sorted(RunReader run, RecordTable<T> table) throws IOException {
        Path file = scratch.resolve(
                table.name() + Integer.toHexString(run.folder().location().hashCode()) + ".parquet");
        Files.deleteIfExists(file);
        try (ParquetWriter<T> writer = table.writer(new LocalOutputFile(file))) {
            for (T row : run.list(table)) {
                writer.write(row);
            }
        }
        return file;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
