package org.grainflux.jobs.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.grainflux.core.ExitCode;
import org.grainflux.core.HeldByAnotherException;
import org.grainflux.core.InfrastructureException;
import org.grainflux.jobs.cli.Commands;
import org.grainflux.jobs.engine.RunnerFactory;
import org.grainflux.jobs.predict.FakeStudy;
import org.grainflux.study.plan.WorkUnit;
import org.grainflux.study.run.Admission;
import org.grainflux.study.run.Batch;
import org.grainflux.study.run.BatchRunner;
import org.grainflux.study.run.RunStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs on a store without rename or folders, whose objects appear whole when they are closed. */
class ObjectStoreTest {
    private static final String LOCATION = ObjectStore.SCHEME + "://bucket/runs/one";

    private final StoredRun run = new StoredRun(LOCATION, ObjectStore.settings());

    @BeforeEach
    void emptyStore() {
        ObjectStore.clear();
    }

    @Test
    void failedRunIsResumedAndMarkersComeLast() throws IOException {
        RunnerFactory failing = place -> unit -> {
            if (unit.structureIndex() == 13) {
                throw new InfrastructureException("the network is gone");
            }
            return new FakeStudy(0, 0).create(place).run(unit);
        };
        assertThatThrownBy(() -> run.predict(Admission.NEW, failing)).hasMessageContaining("the network is gone");
        assertThat(run.folder().status().orElseThrow().state()).isEqualTo(RunStatus.ERROR);
        assertThat(run.filesNamedByMarkers()).isNotEmpty();
        run.resumeAndCompare();

        List<String> written = ObjectStore.inOrder();
        for (String name : written) {
            if (name.contains("/ledger/commits/")) {
                Set<String> files = StoredRun.filesNamedBy(run.folder(), name.substring(LOCATION.length() + 1));
                assertThat(written.subList(0, written.indexOf(name)))
                        .containsAll(files.stream()
                                .map(file -> LOCATION + "/" + file)
                                .toList());
            }
        }
        assertThat(written.get(written.size() - 1)).endsWith("/status.json");
    }

    @Test
    void rowsWhoseMarkerWasNotWrittenAreComputedAgain() throws IOException {
        run.predict(Admission.NEW);
        String marker = ObjectStore.inOrder().stream()
                .filter(name -> name.contains("/ledger/commits/"))
                .findFirst()
                .orElseThrow();
        ObjectStore.remove(marker);
        run.resumeAndCompare();
    }

    @Test
    void ofManyCommandsAtOnceOneGetsTheFolder() throws Exception {
        int commands = 8;
        ExecutorService pool = Executors.newFixedThreadPool(commands);
        CyclicBarrier start = new CyclicBarrier(commands);
        List<Callable<String>> attempts = new ArrayList<>();
        for (int i = 0; i < commands; i++) {
            attempts.add(() -> {
                start.await();
                try {
                    return "claim " + run.folder().open("study: test\n", "h", Admission.NEW);
                } catch (HeldByAnotherException e) {
                    return "held";
                }
            });
        }
        List<String> outcomes = new ArrayList<>();
        for (Future<String> attempt : pool.invokeAll(attempts)) {
            outcomes.add(attempt.get());
        }
        pool.shutdown();
        assertThat(outcomes)
                .containsOnlyOnce("claim 1")
                .filteredOn("held"::equals)
                .hasSize(commands - 1);
    }

    /** Both have computed before either commits. */
    @Test
    void ofTwoAttemptsAtOnceOneIsCommittedAndTheOtherLeavesNothing() throws Exception {
        CyclicBarrier computed = new CyclicBarrier(2);
        RunnerFactory meeting = place -> unit -> {
            try {
                computed.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return new FakeStudy(0, 0).create(place).run(unit);
        };
        Batch batch = Batch.of(List.of(new WorkUnit(0, FakeStudy.DESIGNS)));
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Callable<Object> attempt =
                () -> new BatchRunner(run.folder(), FakeStudy.DESIGNS, 1, meeting.create(run.folder())).run(batch);
        for (Future<Object> ended : pool.invokeAll(List.of(attempt, attempt))) {
            ended.get();
        }
        pool.shutdown();
        assertThat(ObjectStore.names())
                .filteredOn(name -> name.contains("/ledger/commits/"))
                .hasSize(1);
        assertThat(ObjectStore.names().stream()
                        .filter(name -> name.endsWith(".parquet"))
                        .map(name -> name.substring(LOCATION.length() + 1)))
                .containsExactlyInAnyOrderElementsOf(run.filesNamedByMarkers())
                .hasSize(2);
    }

    @Test
    void wholeCommandWritesAndResumesThere() {
        List<String> command = new ArrayList<>(List.of(
                "predict",
                Path.of("..", "configs", "smoke.yaml").toString(),
                "--realizations",
                "2",
                "--engine",
                "loop",
                "--out",
                LOCATION));
        List<String> engine = new ArrayList<>(List.of("--", "--master", "local[2]"));
        ObjectStore.settings()
                .forEach((key, value) -> engine.addAll(List.of("--conf", "spark.hadoop." + key + "=" + value)));
        assertThat(run(command, engine)).isEqualTo(ExitCode.COMPLETE.code());
        List<String> written = ObjectStore.inOrder();
        assertThat(ObjectStore.names())
                .contains(LOCATION + "/report.html", LOCATION + "/summary.json", LOCATION + "/study.yaml");
        assertThat(written.get(written.size() - 1)).isEqualTo(LOCATION + "/status.json");
        long commits = commits();

        command.add("--resume");
        assertThat(run(command, engine)).isEqualTo(ExitCode.COMPLETE.code());
        assertThat(commits()).isEqualTo(commits).isPositive();
    }

    private static long commits() {
        return ObjectStore.names().stream()
                .filter(name -> name.contains("/ledger/commits/"))
                .count();
    }

    private static int run(List<String> command, List<String> engine) {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(engine);
        PrintStream stream = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return Commands.run(arguments.toArray(String[]::new), stream, stream);
    }
}
