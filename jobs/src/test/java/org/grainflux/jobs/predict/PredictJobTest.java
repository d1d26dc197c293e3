package org.grainflux.jobs.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.grainflux.core.Cancellation;
import org.grainflux.core.ExitCode;
import org.grainflux.core.InfrastructureException;
import org.grainflux.core.InvalidInputException;
import org.grainflux.jobs.engine.BatchEngine;
import org.grainflux.jobs.engine.EngineArguments;
import org.grainflux.jobs.engine.LoopEngine;
import org.grainflux.jobs.engine.RunnerFactory;
import org.grainflux.jobs.engine.SparkEngine;
import org.grainflux.study.config.LocalFiles;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.config.StudyReader;
import org.grainflux.study.execution.BoundedUnits;
import org.grainflux.study.results.CellRow;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.RecordTable;
import org.grainflux.study.results.RunTables;
import org.grainflux.study.run.Admission;
import org.grainflux.study.run.RunFolder;
import org.grainflux.study.run.RunReader;
import org.grainflux.study.run.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;

class PredictJobTest {
    private static final EngineArguments NO_ARGUMENTS = new EngineArguments(Map.of());

    @TempDir
    Path temporary;

    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    private String folder(String name) {
        return temporary.resolve(name).toString();
    }

    private ExitCode run(RunRequest request, String folder, boolean resume, BatchEngine engine) {
        PrintStream stream = new PrintStream(messages, true, StandardCharsets.UTF_8);
        return new PredictJob(request, folder, NO_ARGUMENTS, stream, stream)
                .run(
                        resume ? Admission.RESUME : Admission.NEW,
                        () -> engine,
                        (runFolder, out) -> out.println("concluded"));
    }

    private static SparkEngine spark(String master) {
        return SparkEngine.start("test", Map.of("spark.master", master));
    }

    private <T extends Record> byte[] bytes(String folder, RecordTable<T> table) throws IOException {
        Path file = Files.createTempDirectory(temporary, "sorted").resolve("rows.parquet");
        try (ParquetWriter<T> writer = table.writer(new LocalOutputFile(file))) {
            for (T row : RunReader.open(folder).list(table)) {
                writer.write(row);
            }
        }
        return Files.readAllBytes(file);
    }

    @Test
    void sameStudyOnOneAndOnFourCoresGivesTheSameBytes() throws IOException {
        RunRequest request = FakeStudy.request(13, new FakeStudy(0, 0));
        assertThat(run(request, folder("one"), false, spark("local[1]"))).isEqualTo(ExitCode.COMPLETE);
        assertThat(run(request, folder("four"), false, spark("local[4]"))).isEqualTo(ExitCode.COMPLETE);
        assertThat(run(request, folder("loop"), false, new LoopEngine(2))).isEqualTo(ExitCode.COMPLETE);
        for (RecordTable<?> table : List.of(RunTables.LEDGER, RunTables.CELLS)) {
            assertThat(bytes(folder("four"), table))
                    .as(table.name())
                    .isEqualTo(bytes(folder("one"), table))
                    .isEqualTo(bytes(folder("loop"), table));
        }
        assertThat(RunReader.open(folder("four")).list(RunTables.CELLS))
                .hasSize(13 * 2 * 2)
                .extracting(CellRow::structureIndex)
                .isSorted();
    }

    @Test
    void statusTellsWhatHappened() {
        run(FakeStudy.request(4, new FakeStudy(0, 0)), folder("run"), false, spark("local[2]"));
        RunStatus status = RunReader.open(folder("run")).status();
        assertThat(status.state()).isEqualTo(RunStatus.COMPLETE);
        assertThat(status.exitCode()).isZero();
        assertThat(status.counts()).isEqualTo(new RunStatus.Counts(8, 8, 0, 0, 0));
        assertThat(status.engine()).contains("Spark", "local[2]");
        assertThat(status.versions()).containsKeys("grainflux", "spark", "java");
        assertThat(status.timingsS()).containsKeys("engine_started", "first_realization_started", "computed");
        assertThat(messages.toString(StandardCharsets.UTF_8))
                .contains("4 structures × 2 designs = 8 realizations")
                .contains("8/8 realizations done, 0 failed")
                .contains("concluded");
    }

    @Test
    void failuresBeyondTheQuotaDecideTheExitCode() {
        RunRequest request = FakeStudy.request(10, new FakeStudy(0, 5));
        assertThat(run(request, folder("run"), false, new LoopEngine(1))).isEqualTo(ExitCode.FAILURES_BEYOND_QUOTA);
        RunStatus status = RunReader.open(folder("run")).status();
        assertThat(status.counts()).isEqualTo(new RunStatus.Counts(20, 16, 4, 0, 0));
        assertThat(status.exitCode()).isEqualTo(3);
        assertThat(status.message()).contains("4 of 20 realizations failed numerically (20.0 %)");
    }

    @Test
    void runInWhichEverythingFailedStillHasItsReport() {
        StudyConfig study = new StudyReader(new LocalFiles())
                .read(Path.of("..", "configs", "smoke.yaml").toString());
        RunRequest request = new RunRequest(
                study.name(),
                study.resolvedYaml(),
                study.contentHash(),
                2,
                List.of("bare", "au", "hl"),
                study.reducesDesigns(),
                0.05,
                StudyRunnerFactory.DEFAULT_UNIT_LIMIT,
                () -> new FakeStudy(0, 1));
        PrintStream stream = new PrintStream(messages, true, StandardCharsets.UTF_8);
        ExitCode exitCode = new PredictJob(request, folder("run"), NO_ARGUMENTS, stream, stream)
                .run(Admission.NEW, () -> new LoopEngine(1), new StudyConclusion(study));
        assertThat(exitCode).isEqualTo(ExitCode.FAILURES_BEYOND_QUOTA);
        assertThat(temporary.resolve("run/report.html")).exists();
        assertThat(temporary.resolve("run/summary.json")).content().contains("\"failed\" : 2");
    }

    @Test
    void resumedRunComputesOnlyWhatIsMissing() {
        run(FakeStudy.request(5, new FakeStudy(0, 0)), folder("run"), false, new LoopEngine(1));
        RunnerFactory mustNotRunBelowFive = place -> unit -> {
            assertThat(unit.structureIndex()).isGreaterThanOrEqualTo(5);
            return new FakeStudy(0, 0).create(place).run(unit);
        };
        ExitCode exitCode = run(FakeStudy.request(7, mustNotRunBelowFive), folder("run"), true, new LoopEngine(1));
        assertThat(exitCode).isEqualTo(ExitCode.COMPLETE);
        assertThat(RunReader.open(folder("run")).list(RunTables.LEDGER)).hasSize(14);
        assertThat(messages.toString(StandardCharsets.UTF_8)).contains("10 of them finished before");
    }

    @Test
    void finishedRunConcludesAgainWithoutAnEngine() {
        RunRequest request = FakeStudy.request(2, new FakeStudy(0, 0));
        run(request, folder("run"), false, new LoopEngine(1));
        PrintStream stream = new PrintStream(messages, true, StandardCharsets.UTF_8);
        ExitCode exitCode = new PredictJob(request, folder("run"), NO_ARGUMENTS, stream, stream)
                .run(
                        Admission.RESUME,
                        () -> {
                            throw new AssertionError("the engine must not start");
                        },
                        (place, out) -> out.println("concluded again"));
        assertThat(exitCode).isEqualTo(ExitCode.COMPLETE);
        assertThat(messages.toString(StandardCharsets.UTF_8)).contains("concluded again");
        assertThat(RunReader.open(folder("run")).status().engine()).isEqualTo("plain loop on 1 thread");
    }

    @Test
    void accidentInOneUnitIsAnAbortedRealization() {
        RunnerFactory broken = place -> unit -> {
            if (unit.structureIndex() == 3) {
                throw new IllegalStateException("a bug");
            }
            return new FakeStudy(0, 0).create(place).run(unit);
        };
        assertThat(run(FakeStudy.request(8, broken), folder("run"), false, spark("local[2]")))
                .isEqualTo(ExitCode.INCOMPLETE);
        RunStatus status = RunReader.open(folder("run")).status();
        assertThat(status.state()).isEqualTo(RunStatus.INCOMPLETE);
        assertThat(status.counts()).isEqualTo(new RunStatus.Counts(16, 14, 0, 2, 0));
        assertThat(status.missing()).isEqualTo(Map.of("bare", "3", "hl", "3"));
        assertThat(status.message()).contains("bare: structures 3; hl: structures 3", "--resume");
        assertThat(messages.toString(StandardCharsets.UTF_8)).contains("2 of 16 realizations are missing");
    }

    /** Resuming cannot make good what failed for good. */
    @Test
    void failuresBeyondTheQuotaComeBeforeWhatIsMissing() {
        RunnerFactory broken = place -> unit -> {
            if (unit.structureIndex() == 3) {
                throw new IllegalStateException("a bug");
            }
            return new FakeStudy(0, 5).create(place).run(unit);
        };
        assertThat(run(FakeStudy.request(10, broken), folder("run"), false, new LoopEngine(1)))
                .isEqualTo(ExitCode.FAILURES_BEYOND_QUOTA);
        assertThat(RunReader.open(folder("run")).status().missing()).isEqualTo(Map.of("bare", "3", "hl", "3"));
    }

    @Test
    void booksThatDoNotBalanceGiveNoStatistics() throws IOException {
        RunRequest request = FakeStudy.request(2, new FakeStudy(0, 0));
        run(request, folder("run"), false, new LoopEngine(1));
        Path commits = temporary.resolve("run/ledger/commits");
        try (var markers = Files.list(commits)) {
            Path marker = markers.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(marker, Files.readString(marker).replaceAll(",\"cells\":\"[^\"]*\"", ""));
        }
        PrintStream stream = new PrintStream(messages, true, StandardCharsets.UTF_8);
        PredictJob again = new PredictJob(request, folder("run"), NO_ARGUMENTS, stream, stream);
        assertThatThrownBy(() -> again.run(Admission.RESUME, () -> new LoopEngine(1), (books, out) -> {
                    throw new AssertionError("nothing may be concluded");
                }))
                .isInstanceOf(InfrastructureException.class)
                .hasMessageContaining("does not balance")
                .hasMessageContaining("has no rows in results/cells");
        assertThat(RunReader.open(folder("run")).status().state()).isEqualTo(RunStatus.ERROR);
    }

    @Test
    void everyLogLineOfAUnitKnowsItsRealization() {
        Map<String, String> seen = new java.util.concurrent.ConcurrentHashMap<>();
        RunnerFactory logging = place -> new BoundedUnits(
                unit -> {
                    seen.put(
                            unit.structureIndex() + " " + String.join(",", unit.designs()),
                            String.join(" ", MDC.get("realization"), MDC.get("design"), MDC.get("study")));
                    return new FakeStudy(0, 0).create(place).run(unit);
                },
                Duration.ofHours(1));
        run(FakeStudy.request(3, logging), folder("run"), false, new LoopEngine(2));
        assertThat(seen)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy((unit, context) -> assertThat(context).isEqualTo(unit + " fake"));
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    /** The next command has more time, or the machine is less busy. */
    @Test
    void unitBeyondItsLimitIsAbortedAndTriedAgainOnResume() {
        RunnerFactory stuck = place -> new BoundedUnits(
                unit -> {
                    while (unit.structureIndex() == 2) {
                        Cancellation.point();
                    }
                    return new FakeStudy(0, 0).create(place).run(unit);
                },
                Duration.ofMillis(500));
        assertThat(run(FakeStudy.request(4, stuck), folder("run"), false, spark("local[2]")))
                .isEqualTo(ExitCode.INCOMPLETE);
        RunReader rows = RunReader.open(folder("run"));
        assertThat(rows.status().missing()).isEqualTo(Map.of("bare", "2", "hl", "2"));
        assertThat(rows.list(RunTables.LEDGER).stream().filter(row -> row.structureIndex() == 2))
                .hasSize(2)
                .allSatisfy(row -> {
                    assertThat(row.state()).isEqualTo(LedgerRow.ABORTED);
                    assertThat(row.reason()).isEqualTo(LedgerRow.TIME_LIMIT);
                    assertThat(row.message()).contains("--unit-limit");
                });
        assertThat(run(FakeStudy.request(4, new FakeStudy(0, 0)), folder("run"), true, new LoopEngine(1)))
                .isEqualTo(ExitCode.COMPLETE);
    }

    @Test
    void driverThatDiesEachTimeIsNotStartedForEver() {
        RunRequest request = FakeStudy.request(2, new FakeStudy(0, 0));
        int submitted = RunFolder.at(folder("run")).open(request.studyYaml(), request.studyHash(), Admission.NEW);
        StatusKeeper.submitted(RunFolder.at(folder("run")), submitted, request, new RunStatus.Counts(4, 0, 0, 0, 4));
        DriverLives lives = new DriverLives(RunFolder.at(folder("run")), submitted, 2);
        // Neither of them comes as far as a claim.
        assertThat(lives.begin()).isTrue();
        assertThat(lives.begin()).isTrue();

        assertThat(lives.begin()).isFalse();
        RunStatus status = RunFolder.at(folder("run")).status().orElseThrow();
        assertThat(status.state()).isEqualTo(RunStatus.ERROR);
        assertThat(status.exitCode()).isEqualTo(ExitCode.INFRASTRUCTURE.code());
        assertThat(status.message()).contains("died 2 times (--lives)", "--resume");
        assertThat(status.counts().remaining()).isEqualTo(4);
        assertThat(run(request, folder("run"), true, new LoopEngine(1))).isEqualTo(ExitCode.COMPLETE);
        assertThat(lives.begin()).isFalse();
        assertThat(RunFolder.at(folder("run")).status().orElseThrow().state()).isEqualTo(RunStatus.COMPLETE);
    }

    @Test
    void engineThatGivesUpLeavesAResumableRun() {
        RunnerFactory diskFull = place -> unit -> {
            throw new InfrastructureException("no space left on device", null);
        };
        assertThatThrownBy(() -> run(FakeStudy.request(8, diskFull), folder("run"), false, spark("local[2]")))
                .isInstanceOf(InfrastructureException.class)
                .hasMessageContaining("no space left on device")
                .hasMessageContaining("--resume");
        RunStatus status = RunReader.open(folder("run")).status();
        assertThat(status.state()).isEqualTo(RunStatus.ERROR);
        assertThat(status.exitCode()).isEqualTo(ExitCode.INFRASTRUCTURE.code());
        assertThat(run(FakeStudy.request(8, new FakeStudy(0, 0)), folder("run"), true, new LoopEngine(1)))
                .isEqualTo(ExitCode.COMPLETE);
    }

    @Test
    void refusedFolderStartsNoEngine() {
        run(FakeStudy.request(2, new FakeStudy(0, 0)), folder("run"), false, new LoopEngine(1));
        PrintStream stream = new PrintStream(messages, true, StandardCharsets.UTF_8);
        PredictJob again =
                new PredictJob(FakeStudy.request(2, new FakeStudy(0, 0)), folder("run"), NO_ARGUMENTS, stream, stream);
        assertThatThrownBy(() -> again.run(
                        Admission.NEW,
                        () -> {
                            throw new AssertionError("the engine must not start");
                        },
                        (place, out) -> {}))
                .isInstanceOf(InvalidInputException.class);
        assertThat(RunReader.open(folder("run")).status().state()).isEqualTo(RunStatus.COMPLETE);
    }
}
