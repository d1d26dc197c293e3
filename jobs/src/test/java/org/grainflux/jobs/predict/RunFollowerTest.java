package org.grainflux.jobs.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.grainflux.core.InfrastructureException;
import org.grainflux.study.run.RunFolder;
import org.grainflux.study.run.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFollowerTest {
    @TempDir
    Path temporary;

    private static RunStatus status(String state, Integer exitCode, Instant updated) {
        return new RunStatus(
                state,
                exitCode,
                "",
                "paper",
                "hash",
                2,
                List.of("bare", "hl"),
                new RunStatus.Counts(4, 2, 1, 0, 1),
                Map.of(),
                1,
                "Spark",
                Map.of(),
                updated.toString(),
                updated.toString(),
                Map.of());
    }

    @Test
    void anEndedRunIsShownOnceAndReturned() {
        RunFolder folder = RunFolder.at(temporary.toString());
        folder.writeStatus(status(RunStatus.COMPLETE, 0, Instant.EPOCH));
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        RunStatus end = new RunFollower(folder, new PrintStream(shown, true)).follow();
        assertThat(end.exitCode()).isZero();
        assertThat(shown.toString().lines())
                .containsExactly("paper: complete, 2 of 4 realizations completed, 1 failed, 0 aborted, 1 remaining");
    }

    /** A killed process leaves its run running; a submitted one may wait as long as the cluster's queue is. */
    @Test
    void aRunWithoutHeartbeatIsGivenUp() {
        RunFolder folder = RunFolder.at(temporary.toString());
        folder.writeStatus(status(RunStatus.RUNNING, null, Instant.now().minusSeconds(3600)));
        RunFollower follower = new RunFollower(folder, new PrintStream(new ByteArrayOutputStream()));
        assertThatThrownBy(follower::follow)
                .isInstanceOf(InfrastructureException.class)
                .hasMessageContaining("continue with --resume");
    }

    @Test
    void aSubmittedRunIsClaimedAndWaits() {
        RunFolder folder = RunFolder.at(temporary.toString());
        StatusKeeper.submitted(
                folder, 1, FakeStudy.request(3, new FakeStudy(0, 0)), new RunStatus.Counts(6, 0, 0, 0, 6));
        RunStatus claimed = folder.status().orElseThrow();
        assertThat(claimed.state()).isEqualTo(RunStatus.SUBMITTED);
        assertThat(claimed.exitCode()).isNull();
        assertThat(claimed.counts().remaining()).isEqualTo(6);
    }
}
