package org.grainflux.jobs.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.grainflux.core.ExitCode;
import org.grainflux.jobs.engine.SubmittedDriver;
import org.grainflux.study.run.Admission;
import org.grainflux.study.run.RunFolder;
import org.grainflux.study.run.RunStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of what a cluster says about drivers whose virtual machine does not start; a real one is in the tests of the cluster. */
class DriverStartTest {
    @TempDir
    Path temporary;

    private RunFolder folder;
    private int claim;

    /** Says one answer after the other, the last one for ever; an empty text is none. */
    private static final class Said implements SubmittedDriver {
        private final Deque<String> states;
        private int kills;

        Said(String... states) {
            this.states = new ArrayDeque<>(List.of(states));
        }

        @Override
        public String id() {
            return "driver-20260101000000-0000";
        }

        @Override
        public Optional<String> state() {
            return Optional.of(states.size() > 1 ? states.pop() : states.peek()).filter(state -> !state.isEmpty());
        }

        @Override
        public void kill() {
            kills++;
        }
    }

    @BeforeEach
    void submit() {
        folder = RunFolder.at(temporary.resolve("run").toString());
        claim = folder.open("study: fake\n", "hash", Admission.NEW);
        StatusKeeper.submitted(
                folder, claim, FakeStudy.request(3, new FakeStudy(0, 0)), new RunStatus.Counts(6, 0, 0, 0, 6));
    }

    private DriverStart start(SubmittedDriver driver, Duration longest) {
        return new DriverStart(folder, claim, driver, longest, Duration.ZERO);
    }

    private RunStatus status() {
        return folder.status().orElseThrow();
    }

    /** The follower, which asks while the run is submitted, then reads the end in the run's own status. */
    @Test
    void aDriverThatIsStartedAgainAndAgainIsEndedAndTheRunWithIt() {
        Said driver = new Said(SubmittedDriver.WAITING, SubmittedDriver.RUNNING);
        DriverStart start = start(driver, Duration.ZERO);
        RunStatus end =
                new RunFollower(folder, new PrintStream(OutputStream.nullOutputStream()), start::watch).follow();
        assertThat(end.exitCode()).isEqualTo(ExitCode.INFRASTRUCTURE.code());
        assertThat(end.message())
                .contains(driver.id(), "did not begin within 0 s", "virtual machine does not start", "--resume");
        assertThat(driver.kills).isEqualTo(1);
        // The run can be continued at once.
        assertThat(folder.open("study: fake\n", "hash", Admission.RESUME)).isGreaterThan(claim);
    }

    @Test
    void aDriverThatTheClusterDoesNotStartAgainEndsTheRunAtOnce() {
        Said driver = new Said("failed");
        start(driver, Duration.ofDays(1)).watch();
        assertThat(status().message()).contains("ended (failed) before it began");
        assertThat(driver.kills).isZero();
    }

    @Test
    void waitingForCoresSilenceAndALongStartEndNothing() {
        DriverStart start = start(new Said(SubmittedDriver.WAITING, "", SubmittedDriver.RUNNING), Duration.ofDays(1));
        for (int k = 0; k < 5; k++) {
            start.watch();
        }
        assertThat(status().exitCode()).isNull();
    }

    @Test
    void aDriverThatHasBegunIsItsOwnJudge() {
        folder.beginLife(claim);
        DriverStart start = start(new Said("failed"), Duration.ZERO);
        start.watch();
        start.watch();
        assertThat(status().exitCode()).isNull();
    }
}
