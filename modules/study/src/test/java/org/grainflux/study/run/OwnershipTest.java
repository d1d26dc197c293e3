package org.grainflux.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.grainflux.core.HeldByAnotherException;
import org.grainflux.core.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnershipTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    Path temporary;

    private RunFolder local() {
        return RunFolder.at(temporary.resolve("run").toString());
    }

    private static int open(RunFolder folder, Admission admission) {
        return folder.open("study: test\n", "h", admission, new Ownership(folder, SHORT));
    }

    private static RunStatus status(int claim, String state, Integer exitCode, Instant updated) {
        return new RunStatus(
                state,
                exitCode,
                "",
                "test",
                "h",
                1,
                List.of("bare"),
                new RunStatus.Counts(1, 0, 0, 0, 1),
                Map.of(),
                claim,
                "loop",
                Map.of(),
                updated.toString(),
                updated.toString(),
                Map.of());
    }

    /** As another machine would leave it, whose processes cannot be looked at from here. */
    private static void claimElsewhere(RunFolder folder, int number, Instant since) throws IOException {
        Claim claim =
                new Claim(number, "id", "ada", "node7", 42, "another boot", Instant.EPOCH.toString(), since.toString());
        folder.storage()
                .createIfAbsent(
                        String.format("ownership/claim-%06d.json", number),
                        new ObjectMapper().writeValueAsBytes(claim));
    }

    @Test
    void ofManyAtOnceOneGetsTheFolder() throws Exception {
        int commands = 8;
        ExecutorService pool = Executors.newFixedThreadPool(commands);
        CyclicBarrier start = new CyclicBarrier(commands);
        List<Callable<String>> attempts = new ArrayList<>();
        for (int i = 0; i < commands; i++) {
            RunFolder folder = local();
            attempts.add(() -> {
                start.await();
                try {
                    return "claim " + folder.open("study: test\n", "h", Admission.NEW);
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

    /** So a disk looks to who comes while the first claim is written, and after a command that died there. */
    @Test
    void anEmptyFolderOfClaimsIsNobodys() throws IOException {
        Files.createDirectories(temporary.resolve("run").resolve("ownership"));
        assertThat(local().open("study: test\n", "h", Admission.NEW)).isEqualTo(1);
    }

    @Test
    void livingOwnerIsNamedWithTheCure() {
        local().open("study: test\n", "h", Admission.NEW);
        local().writeStatus(status(1, RunStatus.RUNNING, null, Instant.now()));
        assertThatThrownBy(() -> local().open("study: test\n", "h", Admission.NEW))
                .isInstanceOf(HeldByAnotherException.class)
                .hasMessageContaining("process " + ProcessHandle.current().pid() + " of ")
                .hasMessageContaining(" since 2")
                .hasMessageContaining("--watch")
                .hasMessageContaining("another --out");
    }

    @Test
    void ownerElsewhereThatGivesSignsKeepsTheRun() throws Exception {
        claimElsewhere(local(), 1, Instant.now());
        local().writeStatus(status(1, RunStatus.RUNNING, null, Instant.now()));
        Thread owner = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                local().writeStatus(status(1, RunStatus.RUNNING, null, Instant.now()));
            }
        });
        owner.start();
        try {
            RunFolder folder = local();
            // Long enough for a machine that is busy; the first sign ends the wait.
            Ownership patient = new Ownership(folder, Duration.ofSeconds(20));
            assertThatThrownBy(() -> folder.open("study: test\n", "h", Admission.RESUME, patient))
                    .isInstanceOf(HeldByAnotherException.class)
                    .hasMessageContaining("process 42 of ada on node7");
        } finally {
            owner.interrupt();
            owner.join();
        }
    }

    @Test
    void silentOwnerElsewhereIsFollowedOnResumeOnly() throws IOException {
        claimElsewhere(local(), 1, Instant.now());
        local().writeStatus(status(1, RunStatus.RUNNING, null, Instant.now().plusSeconds(60)));
        assertThatThrownBy(() -> open(local(), Admission.NEW)).isInstanceOf(HeldByAnotherException.class);
        assertThat(open(local(), Admission.RESUME)).isEqualTo(2);
    }

    /** Its own clock and another's differ by less than that. */
    @Test
    void ownerThatHasBeenSilentForHoursIsFollowedWithoutWaiting() throws IOException {
        claimElsewhere(local(), 1, Instant.now().minusSeconds(7200));
        local().writeStatus(status(1, RunStatus.RUNNING, null, Instant.now().minusSeconds(7200)));
        assertThatThrownBy(() -> local().open("study: test\n", "h", Admission.NEW))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("add --resume");
        assertThat(local().open("study: test\n", "h", Admission.RESUME)).isEqualTo(2);
    }

    @Test
    void ownerThatDiedBeforeItsFirstStatusIsFollowed() throws IOException {
        claimElsewhere(local(), 1, Instant.now());
        assertThat(open(local(), Admission.RESUME)).isEqualTo(2);
    }

    @Test
    void halfWrittenClaimIsNoObstacle() throws IOException {
        local().storage().createFolder();
        local().storage().createIfAbsent("ownership/claim-000001.json", new byte[0]);
        assertThatThrownBy(() -> open(local(), Admission.NEW)).hasMessageContaining("a command that is just starting");
        assertThat(open(local(), Admission.RESUME)).isEqualTo(2);
    }

    @Test
    void endedOwnerIsFollowedAtOnce() throws IOException {
        claimElsewhere(local(), 1, Instant.now());
        local().writeStatus(status(1, RunStatus.INTERRUPTED, 130, Instant.now()));
        assertThat(local().open("study: test\n", "h", Admission.RESUME)).isEqualTo(2);
    }

    @Test
    void submittedRunIsForTheCommandItWasHandedTo() throws IOException {
        claimElsewhere(local(), 1, Instant.now().minusSeconds(7200));
        local().writeStatus(status(1, RunStatus.SUBMITTED, null, Instant.now().minusSeconds(7200)));
        assertThatThrownBy(() -> open(local(), Admission.RESUME))
                .isInstanceOf(HeldByAnotherException.class)
                .hasMessageContaining("was submitted to a cluster by process 42 of ada")
                .hasMessageContaining("--take-over");
        assertThat(open(local(), Admission.handedOver(1))).isEqualTo(2);
        // What was handed over once is not handed over again.
        local().writeStatus(status(2, RunStatus.RUNNING, null, Instant.now()));
        assertThatThrownBy(() -> local().open("study: test\n", "h", Admission.NEW))
                .isInstanceOf(HeldByAnotherException.class);
    }

    @Test
    void displacedOwnerLearnsOfIt() {
        int first = local().open("study: test\n", "h", Admission.NEW);
        local().requireHeld(first);
        int second = local().open("study: test\n", "h", Admission.TAKE_OVER);
        local().requireHeld(second);
        assertThatThrownBy(() -> local().requireHeld(first))
                .isInstanceOf(HeldByAnotherException.class)
                .hasMessageContaining("was taken over by process");
    }

    @Test
    void strangersStudyFileIsNotARun() throws IOException {
        Files.createDirectories(temporary.resolve("run"));
        Files.writeString(temporary.resolve("run/study.yaml"), "mine");
        assertThatThrownBy(() -> open(local(), Admission.RESUME))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("holds files but no run");
        assertThat(temporary.resolve("run/study.yaml")).hasContent("mine");
    }
}
