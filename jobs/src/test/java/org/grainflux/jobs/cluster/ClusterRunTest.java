package org.grainflux.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.grainflux.core.ExitCode;
import org.grainflux.study.results.RecordTable;
import org.grainflux.study.results.RunTables;
import org.grainflux.study.run.RunReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on a real cluster whose processes are killed: each ends as if nothing had happened. */
@Tag("cluster")
class ClusterRunTest {
    /** Enough for several tasks per core, so that every kill meets a run in its middle. */
    private static final String STRUCTURES = "24";

    private static final String DRIVER = "org.apache.spark.deploy.worker.DriverWrapper";
    private static final String[] SUPERVISED = {
        "--deploy-mode", "cluster", "--supervise", "--driver-memory", "1g", "--driver-cores", "1"
    };
    private static final String EXECUTOR = "CoarseGrainedExecutorBackend";

    @TempDir
    static Path shared;

    @TempDir
    Path temporary;

    private StandaloneCluster cluster;

    @BeforeAll
    static void undisturbed() throws InterruptedException {
        Process process = Launch.grainflux(
                shared.resolve("log.txt"),
                "predict",
                Launch.study("smoke.yaml"),
                "--realizations",
                STRUCTURES,
                "--out",
                shared.resolve("run").toString(),
                "--",
                "--master",
                "local[2]");
        assertThat(Launch.exitCode(process))
                .as(() -> text(shared.resolve("log.txt")))
                .isZero();
    }

    @BeforeEach
    void startCluster() throws IOException, InterruptedException {
        cluster = StandaloneCluster.start(temporary.resolve("cluster"), 2);
    }

    @AfterEach
    void stopCluster() {
        cluster.close();
    }

    @Test
    void lostExecutorChangesNothing() throws IOException, InterruptedException {
        Process process = submit();
        awaitCommits(process, 4);
        assertThat(cluster.kill(EXECUTOR)).isTrue();
        assertCompleteAndEqual(process);
    }

    @Test
    void lostWorkerChangesNothing() throws IOException, InterruptedException {
        Process process = submit();
        awaitCommits(process, 4);
        cluster.killWorker(0);
        assertCompleteAndEqual(process);
    }

    @Test
    void lostSubmissionIsResumedWithoutRepeatingWhatIsCommitted() throws IOException, InterruptedException {
        Process process = submit();
        awaitCommits(process, 4);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        List<String> before = commits();
        assertThat(before).hasSizeGreaterThanOrEqualTo(4);
        Process second = submit("--resume");
        assertCompleteAndEqual(second);
        assertThat(commits()).containsAll(before);
        assertThat(RunReader.open(run()).list(RunTables.LEDGER)).hasSize(3 * Integer.parseInt(STRUCTURES));
    }

    @Test
    void wholeCommandRunsOnTheClusterAndIsFollowed() throws IOException, InterruptedException {
        Process process = submit(List.of(), "--deploy-mode", "cluster", "--driver-memory", "1g", "--driver-cores", "1");
        assertCompleteAndEqual(process);
        assertThat(text(log())).contains("complete").contains("report: ");
    }

    @Test
    void supervisedDriverThatIsKilledLivesAgain() throws IOException, InterruptedException {
        Process process = submit(List.of(), SUPERVISED);
        awaitCommits(process, 4);
        assertThat(cluster.kill(DRIVER)).isTrue();
        assertCompleteAndEqual(process);
        // The submission, the first life and the second.
        assertThat(temporary.resolve("run/ownership/claim-000003.json")).exists();
    }

    @Test
    void supervisedDriverLivesAsOftenAsItMay() throws IOException, InterruptedException {
        Process process = submit(List.of("--lives", "1"), SUPERVISED);
        awaitCommits(process, 4);
        assertThat(cluster.kill(DRIVER)).isTrue();
        assertThat(Launch.exitCode(process)).as(() -> text(log())).isEqualTo(ExitCode.INFRASTRUCTURE.code());
        assertThat(text(log())).contains("died 1 times (--lives)", "--resume");
        assertCompleteAndEqual(submit("--resume"));
    }

    private Process submit(String... options) {
        return submit(List.of(options));
    }

    private Process submit(List<String> options, String... engineArguments) {
        List<String> arguments = new ArrayList<>(
                List.of("predict", Launch.study("smoke.yaml"), "--realizations", STRUCTURES, "--out", run()));
        arguments.addAll(options);
        arguments.addAll(List.of(
                "--",
                "--master",
                cluster.url(),
                "--executor-memory",
                "1g",
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--conf",
                "spark.driver.bindAddress=127.0.0.1"));
        arguments.addAll(List.of(engineArguments));
        return Launch.grainflux(log(), arguments.toArray(String[]::new));
    }

    private void assertCompleteAndEqual(Process process) throws IOException, InterruptedException {
        assertThat(Launch.exitCode(process)).as(() -> text(log())).isZero();
        String undisturbed = shared.resolve("run").toString();
        for (RecordTable<?> table : RunTables.all()) {
            if (table != RunTables.TIMINGS) {
                assertThat(sorted(run(), table)).as(table.name()).hasSameBinaryContentAs(sorted(undisturbed, table));
            }
        }
        assertThat(temporary.resolve("run/summary.json")).hasSameTextualContentAs(shared.resolve("run/summary.json"));
    }

    /** A table as one file, in the order that readers see; equal rows give equal bytes. */
    private <T extends Record> Path sorted(String run, RecordTable<T> table) throws IOException {
        Path file = temporary.resolve(table.name() + run.hashCode() + ".parquet");
        try (ParquetWriter<T> writer = table.writer(new LocalOutputFile(file))) {
            for (T row : RunReader.open(run).list(table)) {
                writer.write(row);
            }
        }
        return file;
    }

    private void awaitCommits(Process process, int wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (commits().size() < wanted) {
            assertThat(process.isAlive() && System.nanoTime() < deadline)
                    .as(() -> "the run made no progress: " + text(log()))
                    .isTrue();
            Thread.sleep(50);
        }
    }

    private List<String> commits() {
        Path markers = temporary.resolve("run/ledger/commits");
        if (!Files.isDirectory(markers)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(markers)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json") && !name.startsWith("."))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String run() {
        return temporary.resolve("run").toString();
    }

    private Path log() {
        return temporary.resolve("log.txt");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
