package org.grainflux.jobs.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.grainflux.core.ExitCode;
import org.grainflux.jobs.engine.EngineArguments;
import org.grainflux.jobs.engine.LoopEngine;
import org.grainflux.jobs.engine.RunnerFactory;
import org.grainflux.study.results.RunTables;
import org.grainflux.study.run.Admission;
import org.grainflux.study.run.FinishedWork;
import org.grainflux.study.run.RunFolder;
import org.grainflux.study.run.RunReader;
import org.grainflux.study.run.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a run's process for real, in the middle of its work, and resumes it. */
class KilledRunTest {
    /** Units computed in this process; a static, since a factory is copied. */
    private static final Map<String, Integer> COMPUTED = new ConcurrentHashMap<>();

    @TempDir
    Path temporary;

    @Test
    void killedRunResumesWithoutRepeatingFinishedWork() throws IOException, InterruptedException {
        String folder = temporary.resolve("run").toString();
        Process process = start(folder);
        awaitCommits(process, folder, 4);
        process.destroyForcibly().waitFor();
        assertThat(RunReader.open(folder).status().state()).isEqualTo(RunStatus.RUNNING);
        resumeAndCheck(folder);
    }

    @Test
    void terminatedRunSaysSoAndEndsWith130() throws IOException, InterruptedException {
        String folder = temporary.resolve("run").toString();
        Process process = start(folder);
        awaitCommits(process, folder, 2);
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ExitCode.INTERRUPTED.code());
        RunStatus status = RunReader.open(folder).status();
        assertThat(status.state()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(status.exitCode()).isEqualTo(130);
        resumeAndCheck(folder);
    }

    @Test
    void ofTwoCommandsAtOnceOneWinsAndTheOtherSaysWho() throws IOException, InterruptedException {
        String folder = temporary.resolve("run").toString();
        List<Process> both = List.of(start(folder, "one.txt"), start(folder, "two.txt"));
        for (Process process : both) {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(both).extracting(Process::exitValue).containsExactlyInAnyOrder(0, ExitCode.HELD_BY_ANOTHER.code());
        int winner = both.get(0).exitValue() == 0 ? 0 : 1;
        assertThat(temporary.resolve(winner == 0 ? "two.txt" : "one.txt"))
                .content()
                .contains("worked on by process " + both.get(winner).pid(), "grainflux status");
        assertThat(RunReader.open(folder).list(RunTables.LEDGER)).hasSize(2 * InterruptedRun.STRUCTURES);
    }

    @Test
    void displacedOwnerStopsAndLeavesTheRunAlone() throws IOException, InterruptedException {
        String folder = temporary.resolve("run").toString();
        Process process = start(folder, "log.txt");
        awaitCommits(process, folder, 2);
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        ExitCode exitCode = new PredictJob(
                        FakeStudy.request(InterruptedRun.STRUCTURES, new FakeStudy(0, 0)),
                        folder,
                        new EngineArguments(Map.of()),
                        nowhere,
                        nowhere)
                .run(Admission.TAKE_OVER, () -> new LoopEngine(2), (books, out) -> {});
        assertThat(exitCode).isEqualTo(ExitCode.COMPLETE);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ExitCode.HELD_BY_ANOTHER.code());
        assertThat(log())
                .contains("was taken over by process " + ProcessHandle.current().pid());
        assertThat(RunReader.open(folder).status().state()).isEqualTo(RunStatus.COMPLETE);
        assertThat(RunReader.open(folder).list(RunTables.LEDGER)).hasSize(2 * InterruptedRun.STRUCTURES);
    }

    private static void resumeAndCheck(String folder) {
        FinishedWork before = RunFolder.at(folder).finishedWork(InterruptedRun.STRUCTURES, FakeStudy.DESIGNS);
        int finished = before.counts().completed();
        assertThat(finished).isPositive().isLessThan(2 * InterruptedRun.STRUCTURES);

        COMPUTED.clear();
        RunnerFactory counting = place -> unit -> {
            unit.designs().forEach(design -> COMPUTED.merge(unit.structureIndex() + design, 1, Integer::sum));
            return new FakeStudy(0, 0).create(place).run(unit);
        };
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        ExitCode exitCode = new PredictJob(
                        FakeStudy.request(InterruptedRun.STRUCTURES, counting),
                        folder,
                        new EngineArguments(Map.of()),
                        nowhere,
                        nowhere)
                .run(Admission.RESUME, () -> new LoopEngine(2), (place, out) -> {});
        assertThat(exitCode).isEqualTo(ExitCode.COMPLETE);
        assertThat(COMPUTED).hasSize(2 * InterruptedRun.STRUCTURES - finished);
        assertThat(RunReader.open(folder).list(RunTables.LEDGER)).hasSize(2 * InterruptedRun.STRUCTURES);
    }

    private Process start(String folder) throws IOException {
        return start(folder, "log.txt");
    }

    private Process start(String folder, String log) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(System.getProperty("grainflux.engine.flags").trim().split("\\s+")));
        // A killed process leaves its scratch files behind.
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), InterruptedRun.class.getName(), folder));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve(log).toFile())
                .start();
    }

    private void awaitCommits(Process process, String folder, int wanted) throws IOException, InterruptedException {
        Path commits = Path.of(folder, "ledger", "commits");
        while (count(commits) < wanted) {
            assertThat(process.isAlive())
                    .as(() -> "the run ended early: " + log())
                    .isTrue();
            Thread.sleep(50);
        }
    }

    private static long count(Path commits) throws IOException {
        if (!Files.isDirectory(commits)) {
            return 0;
        }
        try (Stream<Path> markers = Files.list(commits)) {
            return markers.filter(marker -> marker.toString().endsWith(".json")).count();
        }
    }

    private String log() {
        try {
            return Files.readString(temporary.resolve("log.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
