package org.grainflux.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.grainflux.core.ExitCode;
import org.grainflux.study.run.RunStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The secured template of {@code jobs/submit}: who does not know the secret is refused, and it is told to nobody. */
@Tag("cluster")
class SecuredClusterTest {
    private static final String SECRET = secret(1);

    /** Holds the files with the secrets, and nothing else. */
    @TempDir
    static Path secrets;

    /** All that the cluster and its clients write, except into their own temporary folder. */
    @TempDir
    static Path written;

    private static Map<String, String> environment;
    private static StandaloneCluster cluster;

    @BeforeAll
    static void startCluster() throws IOException, InterruptedException {
        Path home = Files.createDirectories(written.resolve("home"));
        Path temporary = Files.createDirectories(written.resolve("tmp"));
        // Java looks the home folder up in the system's list of users, unless it is told.
        environment = Map.of(
                "HOME",
                home.toString(),
                "JAVA_TOOL_OPTIONS",
                "-Duser.home=" + home + " -Djava.io.tmpdir=" + temporary + " -XX:-UsePerfData");
        cluster = StandaloneCluster.start(
                written.resolve("cluster"),
                2,
                environment,
                "--properties-file",
                secured("right", SECRET).toString());
    }

    @AfterAll
    static void stopCluster() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void strangersAreRefusedAndTheSecretOpens() throws Exception {
        ClusterRun unknown = run("unknown");
        ClusterRun mistaken = run("mistaken");
        ClusterRun readable = run("readable");
        ClusterRun submitted = run("submitted");
        String right = secured("right", SECRET).toString();
        List<Process> refused = List.of(
                unknown.submit(),
                mistaken.submit(
                        List.of(),
                        "--properties-file",
                        secured("wrong", secret(2)).toString()),
                // It knows the secret, and would talk in the clear.
                readable.submit(List.of(), "--properties-file", right, "--conf", "spark.network.crypto.enabled=false"),
                submitted.submit(List.of(), "--deploy-mode", "cluster"));
        for (Process process : refused) {
            assertThat(Launch.exitCode(process)).isEqualTo(ExitCode.INFRASTRUCTURE.code());
        }
        for (ClusterRun run : List.of(unknown, mistaken, readable, submitted)) {
            assertThat(run.said()).contains("error: ", "spark.authenticate.secret");
            assertThat(run.folder().status().orElseThrow().state()).isEqualTo(RunStatus.ERROR);
            assertThat(run.commits()).isEmpty();
        }

        try (ProcessWatch watch = ProcessWatch.start()) {
            unknown.assertCompleteAndEqual(
                    unknown.submit(List.of("--resume"), "--properties-file", right, "--conf", "spark.ui.enabled=true"));
            assertOnlyOnLoopback(watch, "org.grainflux.jobs.GrainFlux");
        }
        assertNobodyWasToldTheSecret();
    }

    @Test
    void submittedDriverKeepsTheSecretToo() throws Exception {
        Path events = Files.createDirectories(written.resolve("events"));
        ClusterRun run = run("watched");
        try (ProcessWatch watch = ProcessWatch.start()) {
            run.assertCompleteAndEqual(run.submit(
                    List.of(),
                    "--properties-file",
                    secured("right", SECRET).toString(),
                    "--deploy-mode",
                    "cluster",
                    "--driver-memory",
                    "1g",
                    "--conf",
                    "spark.ui.enabled=true",
                    "--conf",
                    "spark.eventLog.enabled=true",
                    "--conf",
                    "spark.eventLog.compress=false",
                    "--conf",
                    "spark.eventLog.dir=" + events.toUri()));
            assertOnlyOnLoopback(watch, "org.apache.spark.deploy.worker.DriverWrapper");
            assertThat(watch.commandLines())
                    .anyMatch(line -> line.contains("org.apache.spark.deploy.SparkSubmit"))
                    .noneMatch(line -> line.contains(SECRET));
        }
        List<Path> logs = files(events);
        assertThat(logs).isNotEmpty();
        assertThat(files(events))
                .anySatisfy(log -> assertThat(log)
                        .content()
                        .contains(
                                "\"spark.network.crypto.enabled\":\"true\"",
                                "\"spark.io.encryption.enabled\":\"true\""));
        assertNobodyWasToldTheSecret();
    }

    private static void assertOnlyOnLoopback(ProcessWatch watch, String driver) {
        assertThat(watch.listeners())
                .extracting(ProcessWatch.Listener::mainClass)
                .contains(
                        driver,
                        "org.apache.spark.deploy.master.Master",
                        "org.apache.spark.deploy.worker.Worker",
                        "org.apache.spark.executor.CoarseGrainedExecutorBackend");
        assertThat(watch.listeners()).allMatch(ProcessWatch.Listener::isOnLoopback);
        assertThat(watch.commandLines()).isNotEmpty().noneMatch(line -> line.contains(SECRET));
    }

    private static void assertNobodyWasToldTheSecret() throws IOException {
        List<Path> all = files(written);
        assertThat(all).anyMatch(file -> file.endsWith("stderr")).anyMatch(file -> file.endsWith("status.json"));
        for (Path file : all) {
            // As characters of one byte each: some of the files are tables and jars.
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1).contains(SECRET))
                    .as(file.toString())
                    .isFalse();
        }
        assertThat(written.resolve("home")).isEmptyDirectory();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static ClusterRun run(String name) throws IOException {
        Path scratch = Files.createDirectories(written.resolve(name));
        return new ClusterRun(cluster, scratch.resolve("run").toString(), scratch, environment);
    }

    /** The template with a secret, as its README has it made. */
    private static Path secured(String name, String secret) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(Launch.shipped("jobs/submit/standalone/secured.conf"))) {
            lines.add(line.replace("REPLACE", secret));
        }
        assertThat(lines).anyMatch(line -> line.contains(secret));
        return Files.write(secrets.resolve(name + ".conf"), lines);
    }

    private static String secret(long seed) {
        byte[] bytes = new byte[32];
        new Random(seed).nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
