package org.grainflux.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the engine's own page, metrics and logs tell of a run, and what becomes of one whose executor stands still. */
@Tag("cluster")
class ObservedRunTest extends RunOnTwoWorkers {
    private static final Pattern COMPLETED =
            Pattern.compile("(?m)^metrics_grainflux_driver_realizations_completed_Count\\{[^}]*} (\\d+)");

    private final HttpClient client = HttpClient.newHttpClient();
    private int port;

    @BeforeEach
    void findPort() throws IOException {
        port = Launch.freePort();
    }

    @Test
    void metricsAreServedAndExecutorsLogWhatTheyWorkOn() throws IOException, InterruptedException {
        Process process = submit();
        AtomicReference<String> page = new AtomicReference<>();
        // Of a moment in the middle of the run, whose end is the page's too.
        await(process, () -> completed(page) > 0);
        assertThat(get("/metrics/executors/prometheus")).contains("metrics_executor_completedTasks");
        assertThat(page.get())
                .contains("metrics_grainflux_driver_realizations_expected_Count{type=\"counters\"} "
                        + 3 * ClusterRun.STRUCTURES)
                .contains("metrics_grainflux_driver_realizations_failed_Count{type=\"counters\"} 0")
                .contains("metrics_grainflux_driver_realizations_aborted_Count{type=\"counters\"} 0");
        run.assertCompleteAndEqual(process);

        List<String> lines = cluster.executorLogs();
        for (int structure = 0; structure < ClusterRun.STRUCTURES; structure++) {
            String context = "study=smoke design=bare,au,hl realization=" + structure + " ended after";
            assertThat(lines).filteredOn(line -> line.contains(context)).hasSize(1);
        }
    }

    /** The executor goes on while the second attempt of its task runs, so that both reach the commit. */
    @Test
    void executorThatStandsStillIsOvertakenAndWritesNothingTwice() throws IOException, InterruptedException {
        Process process = submit();
        run.awaitCommits(process, 3);
        ProcessHandle slow = cluster.find("CoarseGrainedExecutorBackend").orElseThrow();
        signal(slow, "STOP");
        try {
            await(process, () -> secondAttempts() > 0);
        } finally {
            signal(slow, "CONT");
        }
        run.assertCompleteAndEqual(process);
        assertThat(run.commits()).hasSize(ClusterRun.STRUCTURES);
    }

    private Process submit() {
        return run.submit(List.of(), "--conf", "spark.ui.enabled=true", "--conf", "spark.ui.port=" + port);
    }

    private interface Question {
        boolean answer() throws IOException, InterruptedException;
    }

    private void await(Process process, Question question) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
        while (!question.answer()) {
            assertThat(process.isAlive() && System.nanoTime() < deadline)
                    .as(run::said)
                    .isTrue();
            Thread.sleep(100);
        }
    }

    private int completed(AtomicReference<String> page) throws InterruptedException {
        try {
            page.set(get("/metrics/prometheus/"));
        } catch (IOException notYet) {
            return 0;
        }
        Matcher metric = COMPLETED.matcher(page.get());
        return metric.find() ? Integer.parseInt(metric.group(1)) : 0;
    }

    /** Of the run's only stage. */
    private int secondAttempts() throws IOException, InterruptedException {
        ObjectMapper json = new ObjectMapper();
        String applications = "/api/v1/applications/";
        String id = json.readTree(get(applications)).get(0).get("id").asText();
        int count = 0;
        for (JsonNode task : json.readTree(get(applications + id + "/stages/0/0/taskList?length=1000"))) {
            count += task.get("speculative").asBoolean() ? 1 : 0;
        }
        return count;
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "application/json, text/plain")
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static void signal(ProcessHandle process, String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }
}
